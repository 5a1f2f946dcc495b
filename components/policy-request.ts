import { plainName } from '../utils/plain-name';
import { policyPage } from '../utils/policy-page';
import type { ChangeInWords } from './describe-policy-change';
import type { ReadyTarget } from './target-reader';

/**
 * A text to send to who may change the policy: for whom, which tenant, what, where. `changes` are those the admin
 * chose, if it came to that.
 */
export function policyRequest(target: ReadyTarget, changes?: ChangeInWords[]): string {
  const { guest, tenant, scope } = target;
  // Security: a name from the directory can add no line and no address to the text.
  const person = [plainName(guest.displayName), guest.userPrincipalName].filter(Boolean).join(', ');
  const wishes = changes
    ? changes.map(({ what, from, to }) => `${what}: ${from.join(', ')} → ${to.join(', ')}`)
    : [
        ...(scope === 'methodDisabled' ? ['Enable the method.'] : []),
        'Include a group that this user is a member of, or all users.',
      ];
  return [
    'Please change the policy for Temporary Access Pass, so that this user can get a pass.',
    '',
    `User: ${person}`,
    `Tenant: ${plainName(tenant.displayName)} (${tenant.id})`,
    'Change:',
    ...wishes.map((wish) => `- ${wish}`),
    'Where: Entra ID > Authentication methods > Policies > Temporary Access Pass',
    policyPage(target.cloud, tenant.id),
    'Role: Authentication Policy Administrator',
  ].join('\n');
}
