import { text } from '../utils/interface-text';
import type { PolicyProblem } from '../utils/tap-policy-change';

/** What is wrong with a field of the policy, and what would be right. */
export function describePolicyProblem(problem: PolicyProblem): string {
  switch (problem.problem) {
    case 'outOfLimits':
      return text('enterWholeNumber', { least: problem.least, most: problem.most });
    case 'outOfOrder':
      return text(
        problem.field === 'minimumLifetimeInMinutes' ? 'minimumOverDefault' : 'maximumUnderDefault',
      );
    case 'nobodyIncluded':
      return text('policyExcludesAll');
    case 'excluded':
      return text('policyExcludesGroup');
    default:
      return problem satisfies never;
  }
}
