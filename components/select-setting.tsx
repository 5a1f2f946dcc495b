import { LockedNote } from './locked-note';

type Props = {
  id: string;
  label: string;
  chosen: number;
  choices: readonly number[];
  nameOf: (choice: number) => string;
  /** The organisation has set it. */
  locked: boolean;
  choose: (choice: number) => void;
};

/** A setting that is one of some numbers. */
export function SelectSetting({ id, label, chosen, choices, nameOf, locked, choose }: Props) {
  // An organization may set any number.
  const all = [...new Set([...choices, chosen])].sort((one, other) => one - other);
  return (
    <div>
      <label for={id}>{label}</label>
      <select
        id={id}
        value={chosen}
        disabled={locked}
        aria-describedby={locked ? `${id}-locked` : undefined}
        onChange={({ currentTarget }) => choose(Number(currentTarget.value))}
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
