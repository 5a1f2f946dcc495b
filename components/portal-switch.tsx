import { SwitchField } from './switch-field';
import { Worded } from './worded';

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
      hint={<Worded text="portalSwitchHint" with={{ host: <span dir="ltr">{host}</span> }} />}
      turn={({ currentTarget }) => {
        const { checked } = currentTarget;
        // What the browser refuses stays off.
        currentTarget.checked = on;
        turn(checked);
      }}
    />
  );
}
