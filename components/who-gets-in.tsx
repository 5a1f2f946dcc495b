import type { ComponentChildren } from 'preact';
import { text } from '../utils/interface-text';
import type { TapPolicy } from '../utils/tap-policy';
import { Choice } from './choice';
import { describeTargets, type NameOf } from './describe-policy-change';
import { FieldProblem } from './field-problem';
import { GroupField } from './group-field';
import { Names } from './names';
import { canStayAsIs, type FoundGroup, includesEverybody, type PolicyDraft } from './policy-draft';
import type { Search } from './use-search';
import { Worded } from './worded';

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
      <legend>{text('whoGetsIn')}</legend>
      {includesEverybody(policy) ? (
        <p>{text('allUsersAsNow')}</p>
      ) : (
        <>
          {canStayAsIs(policy) &&
            choice(
              'asNow',
              <Worded
                text="asItIsNow"
                with={{ names: <Names names={describeTargets(includeTargets, nameOf)} /> }}
              />,
            )}
          {choice('group', text(includeTargets.length > 0 ? 'oneMoreGroup' : 'aGroup'))}
          {draft.who === 'group' && (
            <GroupField
              picked={draft.group}
              pick={(group) => set({ group })}
              search={search}
              problemId={problemId}
            />
          )}
          {choice('everybody', text('allUsers'))}
        </>
      )}
      <FieldProblem id="include-problem" text={problem} />
      {excludeTargets.length > 0 && (
        <p class="hint">
          <Worded
            text="excludedStays"
            with={{ names: <Names names={describeTargets(excludeTargets, nameOf)} /> }}
          />
        </p>
      )}
    </fieldset>
  );
}
