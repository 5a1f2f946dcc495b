import { Notice } from './notice';
import { describeManagedProblem } from './setting-words';

/** What the organisation's policy sets without effect, or nothing. */
export function ManagedProblems({ problems }: { problems: { name: string; value: unknown }[] }) {
  if (problems.length === 0) return null;
  return (
    <Notice kind="warning">
      {problems.map((problem) => (
        <p key={problem.name}>
          <bdi>{describeManagedProblem(problem)}</bdi>
        </p>
      ))}
    </Notice>
  );
}
