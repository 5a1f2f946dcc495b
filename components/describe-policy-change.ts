import { everybody, type PolicyTarget, type TapPolicy } from '../utils/tap-policy';
import { describeChanges, type PolicyChange, type PolicyDifference } from '../utils/tap-policy-change';
import { formatMinutes } from './format-time';

/** One difference in words. Each value is a list, because names must not run into each other. */
export type ChangeInWords = { what: string; from: string[]; to: string[] };

/** Tells a group's name by its id. */
export type NameOf = (groupId: string) => string;

/** What a change of the policy changes, in words and in the order to show it. */
export function describePolicyChange(
  policy: TapPolicy,
  change: PolicyChange,
  nameOf: NameOf,
): ChangeInWords[] {
  return describeChanges(policy, change).map((difference) => inWords(difference, nameOf));
}

/** Who is meant by the targets of a policy. */
export function describeTargets(targets: readonly PolicyTarget[], nameOf: NameOf): string[] {
  if (targets.length === 0) return ['Nobody'];
  return targets.map(({ targetType, id }) => {
    if (targetType === 'user') return `User ${id}`;
    return id.toLowerCase() === everybody ? 'All users' : nameOf(id);
  });
}

function inWords({ what, from, to }: PolicyDifference, nameOf: NameOf): ChangeInWords {
  switch (what) {
    case 'state':
      return { what: labels[what], from: [states[from]], to: [states[to]] };
    case 'includeTargets':
      return { what: labels[what], from: describeTargets(from, nameOf), to: describeTargets(to, nameOf) };
    case 'isUsableOnce':
      return { what: labels[what], from: [from ? 'Yes' : 'No'], to: [to ? 'Yes' : 'No'] };
    case 'defaultLength':
      return { what: labels[what], from: [`${from} characters`], to: [`${to} characters`] };
    default:
      return { what: labels[what], from: [formatMinutes(from)], to: [formatMinutes(to)] };
  }
}

const states = { enabled: 'Enabled', disabled: 'Disabled' };

const labels: Record<PolicyDifference['what'], string> = {
  state: 'Temporary Access Pass',
  includeTargets: 'Included',
  minimumLifetimeInMinutes: 'Minimum lifetime',
  defaultLifetimeInMinutes: 'Default lifetime',
  maximumLifetimeInMinutes: 'Maximum lifetime',
  defaultLength: 'Length',
  isUsableOnce: 'One-time passes only',
};
