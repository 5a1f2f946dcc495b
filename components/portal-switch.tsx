import { SwitchField } from './switch-field';

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
export function PortalSwitch({ host, on, turn, ...field }: Props) {
  return (
    <SwitchField
      {...field}
      state={{ checked: on }}
      hint={
        <>
          The panel stands on users' pages of <span dir="ltr">{host}</span>, too. The browser asks you to
          allow that; load pages again that are open already.
        </>
      }
      turn={({ currentTarget }) => {
        const { checked } = currentTarget;
        // What the browser refuses stays off.
        currentTarget.checked = on;
        turn(checked);
      }}
    />
  );
}
