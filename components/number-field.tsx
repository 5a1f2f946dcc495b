import { FieldProblem } from './field-problem';

type Props = {
  id: string;
  label: string;
  value: string;
  /** The unit, or the value in words. */
  hint: string;
  problem: string | undefined;
  type: (text: string) => void;
};

/** Text, not `type="number"`: that one lets the mouse wheel change it, and keeps what is no number to itself. */
export function NumberField({ id, label, value, hint, problem, type }: Props) {
  return (
    <div class={problem ? 'number wrong' : 'number'}>
      <label for={id}>{label}</label>
      <input
        id={id}
        type="text"
        inputMode="numeric"
        autocomplete="off"
        value={value}
        aria-invalid={problem !== undefined}
        aria-describedby={`${id}-hint ${id}-problem`}
        onInput={(event) => type(event.currentTarget.value)}
      />
      <p class="hint" id={`${id}-hint`}>
        {hint}
      </p>
      <FieldProblem id={`${id}-problem`} text={problem} />
    </div>
  );
}
