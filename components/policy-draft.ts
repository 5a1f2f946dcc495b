import { text } from '../utils/interface-text';
import type { Calls } from '../utils/messages';
import { everybody, type TapPolicy } from '../utils/tap-policy';
import { checkPolicyChange, describeChanges, type PolicyChange } from '../utils/tap-policy-change';
import { describePolicyProblem } from './describe-policy-problem';

/** A group as the search finds it. */
export type FoundGroup = ReturnType<Calls['searchGroups']>[number];

/** The fields that take a number, in the order of the form. */
export const numberFields = [
  'minimumLifetimeInMinutes',
  'defaultLifetimeInMinutes',
  'maximumLifetimeInMinutes',
  'defaultLength',
] as const;

/** One of the fields that take a number. */
export type NumberFieldName = (typeof numberFields)[number];

/** The form as it is filled in: numbers as they are typed. */
export type PolicyDraft = Record<NumberFieldName, string> & {
  /** `asNow`: nobody new gets in. */
  who: 'asNow' | 'group' | 'everybody';
  group?: FoundGroup | undefined;
  isUsableOnce: boolean;
};

/** What is wrong with a draft, in words at its fields. */
export type DraftProblems = Partial<Record<NumberFieldName | 'include', string>>;

/** Whether the policy includes all users, so that there is nobody to add. */
export function includesEverybody({ includeTargets }: TapPolicy): boolean {
  return includeTargets.some(({ id }) => id.toLowerCase() === everybody);
}

/** Whether this policy can let somebody in without including more people. */
export function canStayAsIs(policy: TapPolicy): boolean {
  return includesEverybody(policy) || (policy.state === 'disabled' && policy.includeTargets.length > 0);
}

/** The form for this policy: what it says now, and as few new people as can be. */
export function draftOf(policy: TapPolicy): PolicyDraft {
  return {
    who: canStayAsIs(policy) ? 'asNow' : 'group',
    minimumLifetimeInMinutes: String(policy.minimumLifetimeInMinutes),
    defaultLifetimeInMinutes: String(policy.defaultLifetimeInMinutes),
    maximumLifetimeInMinutes: String(policy.maximumLifetimeInMinutes),
    defaultLength: String(policy.defaultLength),
    isUsableOnce: policy.isUsableOnce,
  };
}

/** What a draft wishes other than this policy; text that is no whole number becomes `NaN`, which no check lets pass. */
export function changeOf(draft: PolicyDraft, policy: TapPolicy): PolicyChange {
  const include = { asNow: undefined, group: draft.group?.id, everybody }[draft.who];
  const numbers = numberFields
    .map((field) => [field, wholeNumber(draft[field])] as const)
    .filter(([field, value]) => value !== policy[field]);
  return {
    ...(policy.state === 'enabled' ? {} : { state: 'enabled' }),
    ...(include === undefined ? {} : { include }),
    ...Object.fromEntries(numbers),
    ...(draft.isUsableOnce === policy.isUsableOnce ? {} : { isUsableOnce: draft.isUsableOnce }),
  };
}

/** The same wishes upon a policy that was read anew. */
export function rebased(draft: PolicyDraft, from: TapPolicy, to: TapPolicy): PolicyDraft {
  const { state: _, include: __, ...values } = changeOf(draft, from);
  const { who, group } = draft;
  const kept = who === 'asNow' && !canStayAsIs(to) ? 'group' : who;
  return { ...draftOf({ ...to, ...values }), who: kept, ...(group ? { group } : {}) };
}

/** All that is wrong with a draft, before anything is sent. */
export function problemsOf(draft: PolicyDraft, policy: TapPolicy): DraftProblems {
  const change = changeOf(draft, policy);
  const problems: DraftProblems = Object.fromEntries(
    checkPolicyChange(policy, change).map((problem) => [problem.field, describePolicyProblem(problem)]),
  );
  if (draft.who === 'group' && !draft.group) return { ...problems, include: text('searchAndChooseGroup') };
  if (Object.keys(problems).length === 0 && describeChanges(policy, change).length === 0)
    return { include: text('nothingToChange') };
  return problems;
}

function wholeNumber(typed: string): number {
  return /^\d+$/.test(typed.trim()) ? Number(typed) : Number.NaN;
}
