import type { PolicyProblem } from '../utils/tap-policy-change';

/** What is wrong with a field of the policy, and what would be right. */
export function describePolicyProblem(problem: PolicyProblem): string {
  switch (problem.problem) {
    case 'outOfLimits':
      return `Enter a whole number from ${grouped(problem.least)} to ${grouped(problem.most)}.`;
    case 'outOfOrder':
      return problem.field === 'minimumLifetimeInMinutes'
        ? 'The minimum must not be longer than the default.'
        : 'The maximum must not be shorter than the default.';
    case 'nobodyIncluded':
      return 'The policy excludes all users. Guestpass takes nobody out of a list: change that in the Microsoft Entra admin center first.';
    case 'excluded':
      return 'The policy excludes this group, and whoever is excluded stays out. Choose another group.';
    default:
      return problem satisfies never;
  }
}

const grouped = (value: number) => new Intl.NumberFormat('en').format(value);
