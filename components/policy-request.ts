import { text } from '../utils/interface-text';
import { plainName } from '../utils/plain-name';
import { policyPage } from '../utils/policy-page';
import type { ChangeInWords } from './describe-policy-change';
import { formatParts } from './format-list';
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
    ? changes.map(({ what, from, to }) =>
        text('requestFromTo', { what, from: formatParts(from), to: formatParts(to) }),
      )
    : [...(scope === 'methodDisabled' ? [text('requestEnableMethod')] : []), text('requestIncludeGroup')];
  return [
    text('requestPolicyChange'),
    '',
    text('requestUser', { user: person }),
    text('requestTenant', { tenant: `${plainName(tenant.displayName)} (${tenant.id})` }),
    text('requestChange'),
    ...wishes.map((wish) => `- ${wish}`),
    text('requestWhere'),
    policyPage(target.cloud, tenant.id),
    text('requestRole'),
  ].join('\n');
}
