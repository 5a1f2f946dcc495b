import { methodUsabilityReason } from '../graph/tap-object';
import { type SandboxState, type SandboxTenant, type SandboxUser, userOf } from '../state';

/**
 * Signs a person in with a pass and marks it used, or says why not. One sentence for a wrong name, code or tenant:
 * a sign-in page tells nobody which of them was right.
 */
export function signInWithName(
  state: SandboxState,
  tenant: SandboxTenant | undefined,
  name: string,
  code: string,
): { user: SandboxUser } | { error: string } {
  const user = tenant && userOf(tenant, name);
  const pass = user?._pass;
  if (!tenant || !pass || pass.code !== code)
    return { error: 'Your sign-in name or Temporary Access Pass is incorrect.' };
  const reason = methodUsabilityReason(tenant, tenant.policy, user, pass, state.now());
  if (!user.accountEnabled) return { error: 'Your account has been locked. Contact your support person.' };
  if (reason !== 'EnabledByPolicy') return { error: errors[reason] ?? reason };
  pass.used = true;
  return { user };
}

const errors: Record<string, string> = {
  Expired: 'Your Temporary Access Pass is expired. Ask your administrator for a new one.',
  NotYetValid: 'Your Temporary Access Pass is not valid yet.',
  OneTimeUsed: 'Your Temporary Access Pass was used already. Ask your administrator for a new one.',
  DisabledByPolicy: 'Your organization does not allow a Temporary Access Pass for this account.',
};
