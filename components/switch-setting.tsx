import { useState } from 'preact/hooks';
import { LockedNote } from './locked-note';

type Props = {
  id: string;
  label: string;
  hint: string;
  saved: boolean;
  /** The organisation has set it. */
  locked: boolean;
  save: (value: boolean) => Promise<void>;
};

/** A setting that is on or off, saved at once. */
export function SwitchSetting({ id, label, hint, saved, locked, save }: Props) {
  const [problem, setProblem] = useState('');

  async function change(event: Event): Promise<void> {
    const { checked } = event.currentTarget as HTMLInputElement;
    setProblem('');
    await save(checked).catch((error: unknown) =>
      setProblem(`The browser could not save this: ${String(error)}`),
    );
  }

  return (
    <section class="switch">
      <input
        id={id}
        type="checkbox"
        defaultChecked={saved}
        disabled={locked}
        aria-describedby={`${id}-hint${locked ? ` ${id}-locked` : ''}`}
        onChange={change}
      />
      <div>
        <label for={id}>{label}</label>
        <p id={`${id}-hint`}>{hint}</p>
        {locked && <LockedNote id={`${id}-locked`} />}
        {problem && (
          <p class="problem" role="alert">
            {problem}
          </p>
        )}
      </div>
    </section>
  );
}
