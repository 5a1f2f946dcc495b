import type { ComponentChildren } from 'preact';
import { LockedNote } from './locked-note';

type Props = {
  id: string;
  label: string;
  hint: ComponentChildren;
  /** Whether it is on: always, or to begin with. */
  state: { checked: boolean } | { defaultChecked: boolean };
  /** The organisation has set it. */
  locked: boolean;
  turn: (event: Event & { currentTarget: HTMLInputElement }) => void;
  /** Why it could not be turned. */
  problem?: string;
};

/** What is on or off: the box, its name, what it does, and why it can't be turned. */
export function SwitchField({ id, label, hint, state, locked, turn, problem }: Props) {
  return (
    <section class="switch">
      <input
        id={id}
        type="checkbox"
        {...state}
        disabled={locked}
        aria-describedby={`${id}-hint${locked ? ` ${id}-locked` : ''}`}
        onChange={turn}
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
