import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { text } from '../utils/interface-text';
import type { PolicyNow } from '../utils/messages';
import { Choice } from './choice';
import type { NameOf } from './describe-policy-change';
import { formatMinutes } from './format-time';
import { NumberField } from './number-field';
import { type FoundGroup, type NumberFieldName, type PolicyDraft, problemsOf } from './policy-draft';
import type { Search } from './use-search';
import { WhoGetsIn } from './who-gets-in';

type Props = {
  now: PolicyNow;
  draft: PolicyDraft;
  nameOf: NameOf;
  fill: (draft: PolicyDraft) => void;
  review: () => void;
  cancel: () => void;
  search: Search<FoundGroup[]>;
};

/** The policy to fill in; what is wrong stands at its field, from the first try on. */
export function EnableTapForm({ now: { policy }, draft, nameOf, fill, review, cancel, search }: Props) {
  const form = useRef<HTMLFormElement>(null);
  const [tries, setTries] = useState(0);
  const problems = tries > 0 ? problemsOf(draft, policy) : {};

  useLayoutEffect(() => {
    if (tries > 0)
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"], .picked.wrong button')?.focus();
  }, [tries]);

  function submit(event: Event): void {
    event.preventDefault();
    if (Object.keys(problemsOf(draft, policy)).length === 0) review();
    else setTries(tries + 1);
  }

  const set = (part: Partial<PolicyDraft>) => fill({ ...draft, ...part });
  const number = (field: NumberFieldName, label: string) => (
    <NumberField
      id={field}
      label={label}
      value={draft[field]}
      hint={field === 'defaultLength' ? text('characters') : minutesInWords(draft[field])}
      problem={problems[field]}
      type={(typed) => set({ [field]: typed })}
    />
  );
  return (
    <form ref={form} noValidate onSubmit={submit}>
      <WhoGetsIn
        policy={policy}
        draft={draft}
        set={set}
        nameOf={nameOf}
        search={search}
        problem={problems.include}
      />
      <fieldset>
        <legend>{text('lifetimeInMinutes')}</legend>
        <div class="numbers">
          {number('minimumLifetimeInMinutes', text('minimum'))}
          {number('defaultLifetimeInMinutes', text('default'))}
          {number('maximumLifetimeInMinutes', text('maximum'))}
        </div>
      </fieldset>
      <div class="numbers">
        {number('defaultLength', text('length'))}
        <Choice
          type="checkbox"
          checked={draft.isUsableOnce}
          choose={() => set({ isUsableOnce: !draft.isUsableOnce })}
        >
          {text('oneTimePassesOnly')}
        </Choice>
      </div>
      <div class="buttons">
        <button type="submit" class="primary" data-review>
          {text('review')}
        </button>
        <button type="button" onClick={cancel}>
          {text('cancel')}
        </button>
      </div>
    </form>
  );
}

function minutesInWords(typed: string): string {
  return /^\d{1,6}$/.test(typed.trim()) ? formatMinutes(Number(typed)) : '';
}
