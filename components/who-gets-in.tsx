import type { ComponentChildren } from 'preact';
import type { TapPolicy } from '../utils/tap-policy';
import { Choice } from './choice';
import { describeTargets, type NameOf } from './describe-policy-change';
import { FieldProblem } from './field-problem';
import { GroupField } from './group-field';
import { Names } from './names';
import { canStayAsIs, type FoundGroup, includesEverybody, type PolicyDraft } from './policy-draft';
import type { Search } from './use-search';

type Props = {
  policy: TapPolicy;
  draft: PolicyDraft;
  set: (part: Partial<PolicyDraft>) => void;
  nameOf: NameOf;
  search: Search<FoundGroup[]>;
  problem: string | undefined;
};

/** Whom the policy lets in: as it is now, one more group, or everybody. Nobody is taken out. */
export function WhoGetsIn({ policy, draft, set, nameOf, search, problem }: Props) {
  const { includeTargets, excludeTargets } = policy;
  const problemId = problem && 'include-problem';
  const choice = (who: PolicyDraft['who'], words: ComponentChildren) => (
    <Choice
      type="radio"
      checked={draft.who === who}
      choose={() => set({ who })}
      // What is wrong with a group stands at the group.
      problemId={draft.who === who && who !== 'group' ? problemId : undefined}
    >
      {words}
    </Choice>
  );
  return (
    <fieldset>
      <legend>Who gets in</legend>
      {includesEverybody(policy) ? (
        <p>All users, as it is now.</p>
      ) : (
        <>
          {canStayAsIs(policy) &&
            choice(
              'asNow',
              <>
                As it is now: <Names names={describeTargets(includeTargets, nameOf)} />
              </>,
            )}
          {choice('group', includeTargets.length > 0 ? 'One more group' : 'A group')}
          {draft.who === 'group' && (
            <GroupField
              picked={draft.group}
              pick={(group) => set({ group })}
              search={search}
              problemId={problemId}
            />
          )}
          {choice('everybody', 'All users')}
        </>
      )}
      <FieldProblem id="include-problem" text={problem} />
      {excludeTargets.length > 0 && (
        <p class="hint">
          Excluded, and stays so: <Names names={describeTargets(excludeTargets, nameOf)} />
        </p>
      )}
    </fieldset>
  );
}
