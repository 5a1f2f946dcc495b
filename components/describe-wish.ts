import { type TextKey, text } from '../utils/interface-text';
import { type Bounds, boundsOf, type LearntBounds, type TapPolicy } from '../utils/tap-policy';
import type { TapScope } from '../utils/tap-scope';
import { formatMinutes } from './format-time';
import type { DraftProblem } from './pass-draft';

/** What the policy allows, or who decides where it can't be read. */
export function describePolicy(
  policy: TapPolicy | 'unknown',
  scope: TapScope,
  learnt?: LearntBounds,
): string {
  const { minimum, maximum } = boundsOf(policy, learnt);
  const lifetimes =
    minimum === maximum
      ? formatMinutes(minimum)
      : text('lifetimesFromTo', { minimum: formatMinutes(minimum), maximum: formatMinutes(maximum) });
  if (policy === 'unknown') return text(learnt ? 'graphDecidesLearnt' : 'graphDecides', { lifetimes });
  const told = text(policy.isUsableOnce ? 'policyOneTimeOnly' : 'policyOneTimeOrNot', {
    lifetimes,
    length: policy.defaultLength,
  });
  return scope === 'unknown' ? `${told} ${text('scopeUnknown')}` : told;
}

/** What a pass of this kind is good for. https://learn.microsoft.com/entra/identity/authentication/howto-authentication-temporary-access-pass#limitations */
export function describeUse(isUsableOnce: boolean | 'tenantDefault'): string {
  switch (isUsableOnce) {
    case true:
      return text('worksOnce');
    case false:
      return text('worksUntilEnd');
    case 'tenantDefault':
      return text('policyDecidesUse');
    default:
      return isUsableOnce satisfies never;
  }
}

/** What is wrong with a field of Options, in one sentence. */
export function describeProblem(problem: DraftProblem): string {
  switch (problem.problem) {
    case 'notWholeNumber':
      return text('lifetimeNotWhole');
    case 'tooShort':
      return text(tooShort[problem.bounds.from], { time: formatMinutes(problem.bounds.minimum) });
    case 'tooLong':
      return text(tooLong[problem.bounds.from], { time: formatMinutes(problem.bounds.maximum) });
    case 'multiUseForbidden':
      return text('policyOneTimePassesOnly');
    case 'unreadable':
      return text('enterStart');
    case 'doesNotExist':
      return text('startDoesNotExist');
    case 'inPast':
      return text('startLiesInPast');
    default:
      return problem satisfies never;
  }
}

const tooShort: Record<Bounds['from'], TextKey> = {
  policy: 'policyNotUnder',
  learnt: 'learntNotUnder',
  documented: 'entraNotUnder',
};

const tooLong: Record<Bounds['from'], TextKey> = {
  policy: 'policyNotOver',
  learnt: 'learntNotOver',
  documented: 'entraNotOver',
};
