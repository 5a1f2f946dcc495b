import { methodUsabilityReason } from '../graph/tap-object';
import { type SandboxState, type SandboxTenant, type SandboxUser, userOf } from '../state';

/** Why a pass does not let somebody in, with the sentence the sign-in page shows. */
export type PassRefusal =
  | 'unknownUser'
  | 'accountDisabled'
  | 'wrongPass'
  | 'expired'
  | 'notYetValid'
  | 'blockedByPolicy';

/** What came of signing in with a pass. */
export type Outcome = { ok: true; user: SandboxUser } | { ok: false; reason: PassRefusal; message: string };

const messages: Record<PassRefusal, string> = {
  unknownUser: "We couldn't find an account with that username.",
  accountDisabled: 'Your account has been locked. Contact your support person to unlock it.',
  wrongPass:
    "Your Temporary Access Pass is incorrect. If you don't know your pass, contact your administrator.",
  expired: 'Your Temporary Access Pass has expired. Contact your administrator to obtain a new pass.',
  notYetValid: 'Your Temporary Access Pass is not valid yet. Try again later.',
  // One text for policy and for a spent one-time pass, as the troubleshooting list of the page below has it.
  blockedByPolicy: 'Temporary Access Pass sign in was blocked due to User Credential Policy.',
};

/**
 * Signs a person in with their pass and marks it used; a one-time pass works once, whichever page asked.
 * https://learn.microsoft.com/entra/identity/authentication/howto-authentication-temporary-access-pass#troubleshooting
 */
export function signInWithPass(
  state: SandboxState,
  tenant: SandboxTenant,
  userPrincipalName: string,
  code: string,
): Outcome {
  const refuse = (reason: PassRefusal): Outcome => ({ ok: false, reason, message: messages[reason] });
  const user = userOf(tenant, userPrincipalName.trim());
  if (!user) return refuse('unknownUser');
  if (!user.accountEnabled) return refuse('accountDisabled');
  const pass = user._pass;
  if (!pass || pass.code !== code) return refuse('wrongPass');
  switch (methodUsabilityReason(tenant, tenant.policy, user, pass, state.now())) {
    case 'EnabledByPolicy':
      pass.used = true;
      return { ok: true, user };
    case 'Expired':
      return refuse('expired');
    case 'NotYetValid':
      return refuse('notYetValid');
    default:
      return refuse('blockedByPolicy');
  }
}
