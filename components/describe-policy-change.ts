import { type TextKey, text } from '../utils/interface-text';
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
  if (targets.length === 0) return [text('nobody')];
  return targets.map(({ targetType, id }) => {
    if (targetType === 'user') return text('userById', { id });
    return id.toLowerCase() === everybody ? text('allUsers') : nameOf(id);
  });
}

function inWords({ what, from, to }: PolicyDifference, nameOf: NameOf): ChangeInWords {
  switch (what) {
    case 'state':
      return { what: text(labels[what]), from: [text(states[from])], to: [text(states[to])] };
    case 'includeTargets':
      return {
        what: text(labels[what]),
        from: describeTargets(from, nameOf),
        to: describeTargets(to, nameOf),
      };
    case 'isUsableOnce':
      return { what: text(labels[what]), from: [yesOrNo(from)], to: [yesOrNo(to)] };
    case 'defaultLength':
      return { what: text(labels[what]), from: [characters(from)], to: [characters(to)] };
    default:
      return { what: text(labels[what]), from: [formatMinutes(from)], to: [formatMinutes(to)] };
  }
}

const yesOrNo = (is: boolean) => text(is ? 'yes' : 'no');
const characters = (count: number) => text('countCharacters', { count });

const states = { enabled: 'enabled', disabled: 'disabled' } as const;

const labels: Record<PolicyDifference['what'], TextKey> = {
  state: 'temporaryAccessPass',
  includeTargets: 'included',
  minimumLifetimeInMinutes: 'minimumLifetime',
  defaultLifetimeInMinutes: 'defaultLifetime',
  maximumLifetimeInMinutes: 'maximumLifetime',
  defaultLength: 'length',
  isUsableOnce: 'oneTimePassesOnly',
};
