import type { SandboxPass, SandboxPolicy, SandboxTenant, SandboxUser } from '../state';
import { isInTapScope } from './tap-scope';

/** Milliseconds since 1970 as Graph writes a time: seven digits after the point, UTC. */
export const graphTime = (at: number) => new Date(at).toISOString().replace('Z', '0000Z');

/** Why a pass can or cannot be used now. https://learn.microsoft.com/graph/api/resources/temporaryaccesspassauthenticationmethod */
export function methodUsabilityReason(
  tenant: SandboxTenant,
  policy: SandboxPolicy,
  user: SandboxUser,
  pass: SandboxPass,
  now: number,
): string {
  if (pass.isUsableOnce && pass.used) return 'OneTimeUsed';
  if (now >= pass.start + pass.lifetimeInMinutes * 60_000) return 'Expired';
  if (!isInTapScope(tenant, policy, user) || (policy.isUsableOnce && !pass.isUsableOnce))
    return 'DisabledByPolicy';
  return now < pass.start ? 'NotYetValid' : 'EnabledByPolicy';
}

/** A pass as every GET shows it: all but its code. */
export function tapObject(
  tenant: SandboxTenant,
  policy: SandboxPolicy,
  user: SandboxUser,
  pass: SandboxPass,
  now: number,
) {
  const reason = methodUsabilityReason(tenant, policy, user, pass, now);
  return {
    id: pass.id,
    temporaryAccessPass: null as string | null,
    createdDateTime: graphTime(pass.created),
    startDateTime: graphTime(pass.start),
    lifetimeInMinutes: pass.lifetimeInMinutes,
    isUsableOnce: pass.isUsableOnce,
    isUsable: reason === 'EnabledByPolicy',
    methodUsabilityReason: reason,
  };
}
