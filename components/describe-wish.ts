import { boundsOf, type LearntBounds, type TapPolicy } from '../utils/tap-policy';
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
  const bounds =
    minimum === maximum ? formatMinutes(minimum) : `${formatMinutes(minimum)} to ${formatMinutes(maximum)}`;
  if (policy === 'unknown')
    return `Your role can't read the policy of this tenant, so Microsoft Graph decides. ${
      learnt
        ? `A refusal named ${bounds} as its lifetimes, which may have changed since.`
        : `Microsoft Entra allows ${bounds}, this tenant perhaps less.`
    }`;
  const use = policy.isUsableOnce ? 'one-time only' : 'one-time or not';
  return [
    `The policy of this tenant: ${bounds}, ${use}, passes of ${policy.defaultLength} characters.`,
    ...(scope === 'unknown'
      ? ["Your role can't see whether it includes this user: Microsoft Graph decides."]
      : []),
  ].join(' ');
}

/** What a pass of this kind is good for. https://learn.microsoft.com/entra/identity/authentication/howto-authentication-temporary-access-pass#limitations */
export function describeUse(isUsableOnce: boolean | 'tenantDefault'): string {
  switch (isUsableOnce) {
    case true:
      return 'Works for one sign-in; a method must be registered within 10 minutes of it. Setting up a device needs a pass that is not one-time.';
    case false:
      return 'Works for every sign-in until it ends, also to set up a device.';
    case 'tenantDefault':
      return 'The policy decides whether it works more than once. Setting up a device needs a pass that is not one-time.';
    default:
      return isUsableOnce satisfies never;
  }
}

/** What is wrong with a field of Options, in one sentence. */
export function describeProblem(problem: DraftProblem): string {
  switch (problem.problem) {
    case 'notWholeNumber':
      return 'Enter a lifetime that makes whole minutes, such as 90 minutes or 1.5 hours.';
    case 'tooShort':
      return `${allows[problem.bounds.from]} no lifetime under ${formatMinutes(problem.bounds.minimum)}.`;
    case 'tooLong':
      return `${allows[problem.bounds.from]} no lifetime over ${formatMinutes(problem.bounds.maximum)}.`;
    case 'multiUseForbidden':
      return 'The policy allows one-time passes only.';
    case 'unreadable':
      return 'Enter the date and time of the start.';
    case 'doesNotExist':
      return 'The clock skips this time on that day. Choose another start.';
    case 'inPast':
      return 'The start lies in the past. Choose a later one.';
    default:
      return problem satisfies never;
  }
}

const allows = {
  policy: 'The policy allows',
  learnt: 'By an earlier refusal the policy allows',
  documented: 'Microsoft Entra allows',
};
