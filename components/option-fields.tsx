import { useLayoutEffect, useRef } from 'preact/hooks';
import { text } from '../utils/interface-text';
import { effectOf } from '../utils/tap-effect';
import { boundsOf } from '../utils/tap-policy';
import { describePolicy, describeProblem } from './describe-wish';
import { LifetimeField } from './lifetime-field';
import { OneTimeField } from './one-time-field';
import { describedBy, OptionField } from './option-field';
import {
  type DraftProblem,
  firstDraft,
  isBlocking,
  lacksReason,
  type PassDraft,
  readDraft,
} from './pass-draft';
import { StartField } from './start-field';
import type { ReadyTarget } from './target-reader';
import type { OptionsActions, OptionsView } from './use-draft';

/** What the admin may choose, each field with what is wrong with it. */
export function OptionFields(props: {
  target: ReadyTarget;
  view: OptionsView;
  now: number;
  on: OptionsActions;
}) {
  const { target, view, now, on } = props;
  const { draft = firstDraft(target), reasonAsked } = view;
  const { policy, scope, learnt, reasonRequired } = target;
  const reason = useRef<HTMLInputElement>(null);
  const isReasonMissing = reasonAsked > 0 && lacksReason(draft, target);
  useLayoutEffect(() => {
    if (isReasonMissing) reason.current?.focus();
    // Once for each time it is asked for, not while the admin deletes what was typed.
  }, [reasonAsked]);

  const { wish, problems } = readDraft(draft, target, now);
  const { isUsableOnce, start } = effectOf(wish, policy, now);
  const at = (name: DraftProblem['field']) => problems.find(({ field }) => field === name);
  const wordsAt = (name: DraftProblem['field']) => {
    const problem = at(name);
    return problem && describeProblem(problem);
  };
  const lifetime = at('lifetimeInMinutes');
  const change = (part: Partial<PassDraft>) => on.change({ ...draft, ...part });
  return (
    <div class="option-fields">
      <p class="hint">{describePolicy(policy, scope, learnt)}</p>
      <LifetimeField
        draft={draft}
        bounds={boundsOf(policy, learnt)}
        problem={wordsAt('lifetimeInMinutes')}
        isInvalid={lifetime !== undefined && isBlocking(lifetime)}
        change={change}
      />
      <OneTimeField
        draft={draft}
        policy={policy}
        isUsableOnce={isUsableOnce}
        problem={wordsAt('isUsableOnce')}
        change={change}
      />
      <StartField draft={draft} start={start} problem={wordsAt('startDateTime')} now={now} change={change} />
      <OptionField
        id="reason"
        label={text('reasonOrTicket')}
        hint={text(reasonRequired ? 'requiredKeptInRecord' : 'keptInRecord')}
        problem={isReasonMissing ? text('enterReason') : undefined}
      >
        <input
          id="reason"
          ref={reason}
          type="text"
          dir="auto"
          maxLength={200}
          autocomplete="off"
          value={draft.reason}
          required={reasonRequired}
          aria-invalid={isReasonMissing}
          aria-describedby={describedBy('reason')}
          onInput={({ currentTarget: { value } }) => change({ reason: value })}
        />
      </OptionField>
      <div class="option check">
        <input
          id="remember"
          type="checkbox"
          checked={draft.remember}
          aria-describedby="remember-hint"
          onChange={({ currentTarget: { checked } }) => change({ remember: checked })}
        />
        <label for="remember">{text('rememberForTenant')}</label>
        <p id="remember-hint" class="hint">
          {text('rememberHint')}
        </p>
      </div>
    </div>
  );
}
