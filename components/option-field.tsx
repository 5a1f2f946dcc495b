import type { ComponentChildren } from 'preact';
import { ErrorIcon, WarningIcon } from './icons';

type Props = {
  /** Id of the control among the children, which is described by `describedBy(id)`. */
  id: string;
  label: string;
  hint?: string | undefined;
  problem?: string | undefined;
  /** The problem stops nothing. */
  warns?: boolean;
  children: ComponentChildren;
};

/** One of the fields of Options: what it is, what to know of it, and what is wrong with it. */
export function OptionField({ id, label, hint, problem, warns = false, children }: Props) {
  return (
    <div class="option">
      <label for={id}>{label}</label>
      {children}
      <p id={`${id}-problem`} class={warns ? 'problem warns' : 'problem'}>
        {problem && (warns ? <WarningIcon /> : <ErrorIcon />)}
        {problem}
      </p>
      <p id={`${id}-hint`} class="hint">
        {hint}
      </p>
    </div>
  );
}

/** What a control in an `OptionField` of this id is described by. */
export function describedBy(id: string): string {
  return `${id}-problem ${id}-hint`;
}
