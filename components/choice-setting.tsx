import { useState } from 'preact/hooks';
import { problemOfSaving } from './problem-of-saving';
import { SelectSetting } from './select-setting';

type Props<Value extends string | number> = {
  id: string;
  label: string;
  hint?: string;
  saved: Value;
  choices: readonly Value[];
  nameOf: (choice: Value) => string;
  /** The organisation has set it. */
  locked: boolean;
  save: (value: Value) => Promise<void>;
};

/** A setting that is one of some values, saved at once. */
export function ChoiceSetting<Value extends string | number>({ saved, save, ...select }: Props<Value>) {
  const [chosen, setChosen] = useState(saved);
  const [problem, setProblem] = useState('');

  async function choose(value: Value): Promise<void> {
    setProblem('');
    const found = await problemOfSaving(save(value));
    if (found) setProblem(found);
    else setChosen(value);
  }

  return (
    <section>
      <SelectSetting {...select} chosen={chosen} choose={choose} />
      {problem && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
    </section>
  );
}
