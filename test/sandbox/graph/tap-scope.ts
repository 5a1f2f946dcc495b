import type { SandboxPolicy, SandboxTenant, SandboxUser } from '../state';
import { groupIdsOf } from './membership';

/**
 * Whether the policy lets this user have a pass: enabled, not excluded, and included, each by `all_users`, by the user's
 * id or by a group, also through other groups.
 * https://learn.microsoft.com/graph/api/resources/temporaryaccesspassauthenticationmethodconfiguration
 */
export function isInTapScope(tenant: SandboxTenant, policy: SandboxPolicy, user: SandboxUser): boolean {
  if (policy.state !== 'enabled') return false;
  const memberOf = groupIdsOf(tenant, user);
  const names = ({ targetType, id }: { targetType: string; id: string }) =>
    targetType === 'user' ? id === user.id : id === 'all_users' || memberOf.has(id);
  return !policy.excludeTargets.some(names) && policy.includeTargets.some(names);
}

/** Whether the account signs in elsewhere (B2B): such accounts get no pass. */
export function isExternal(user: SandboxUser): boolean {
  return (
    user.externalUserState !== null || user.identities.some(({ signInType }) => signInType === 'federated')
  );
}
