import { LockedNote } from './locked-note';

type Props = {
  id: string;
  label: string;
  /** The portal's host. */
  host: string;
  on: boolean;
  /** The organisation has set it. */
  locked: boolean;
  turn: (on: boolean) => void;
};

/** A portal that Guestpass can be in; switched on, the browser asks for access to it, in that very click. */
export function PortalSwitch({ id, label, host, on, locked, turn }: Props) {
  return (
    <section class="switch">
      <input
        id={id}
        type="checkbox"
        checked={on}
        disabled={locked}
        aria-describedby={`${id}-hint${locked ? ` ${id}-locked` : ''}`}
        onChange={(event) => {
          const { checked } = event.currentTarget;
          // What the browser refuses stays off.
          event.currentTarget.checked = on;
          turn(checked);
        }}
      />
      <div>
        <label for={id}>{label}</label>
        <p id={`${id}-hint`}>
          The panel stands on users' pages of <span dir="ltr">{host}</span>, too. The browser asks you to
          allow that; load pages again that are open already.
        </p>
        {locked && <LockedNote id={`${id}-locked`} />}
      </div>
    </section>
  );
}
