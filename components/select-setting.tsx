import { LockedNote } from './locked-note';

type Props<Value extends string | number> = {
  id: string;
  label: string;
  /** What the setting does, where its name does not say it. */
  hint?: string;
  chosen: Value;
  choices: readonly Value[];
  nameOf: (choice: Value) => string;
  /** The organisation has set it. */
  locked: boolean;
  choose: (choice: Value) => void;
};

/** A setting that is one of some numbers, or of some words. */
export function SelectSetting<Value extends string | number>(props: Props<Value>) {
  const { id, label, hint, chosen, choices, nameOf, locked, choose } = props;
  // An organization may set any number.
  const all = [...new Set([...choices, chosen])];
  if (typeof chosen === 'number') all.sort((one, other) => Number(one) - Number(other));
  const described = [...(hint ? [`${id}-hint`] : []), ...(locked ? [`${id}-locked`] : [])].join(' ');
  return (
    <div>
      <label for={id}>{label}</label>
      {hint && (
        <p id={`${id}-hint`} class="hint">
          {hint}
        </p>
      )}
      <select
        id={id}
        value={chosen}
        disabled={locked}
        aria-describedby={described || undefined}
        onChange={({ currentTarget }) => {
          const choice = all.find((one) => String(one) === currentTarget.value);
          if (choice !== undefined) choose(choice);
        }}
      >
        {all.map((choice) => (
          <option key={choice} value={choice}>
            {nameOf(choice)}
          </option>
        ))}
      </select>
      {locked && <LockedNote id={`${id}-locked`} />}
    </div>
  );
}
