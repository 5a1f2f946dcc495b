import { Notice } from './notice';
import { describeProblem } from './setting-words';

/** What the organisation's policy sets without effect, or nothing. */
export function ManagedProblems({ problems }: { problems: { name: string; value: unknown }[] }) {
  if (problems.length === 0) return null;
  return (
    <Notice kind="warning">
      {problems.map((problem) => (
        <p key={problem.name}>
          <bdi>{describeProblem(problem, 'policy')}</bdi>
        </p>
      ))}
    </Notice>
  );
}
