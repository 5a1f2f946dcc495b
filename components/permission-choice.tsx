import { type TextKey, text } from '../utils/interface-text';
import { type Permission, permissions } from '../utils/scopes';
import { formatList } from './format-list';

const choices: { id: string; label: TextKey; asks: readonly Permission[] }[] = [
  { id: 'after-care', label: 'showingMethods', asks: permissions.watchMethods },
  { id: 'enable-tap', label: 'turningTapOn', asks: permissions.changePolicy },
];

/** Lets the admin register permissions too that only some of what Guestpass does takes. */
export function PermissionChoice(props: {
  chosen: readonly Permission[];
  choose: (permissions: readonly Permission[]) => void;
}) {
  const { chosen, choose } = props;
  return (
    <fieldset class="permission-choice">
      <legend>{text('registerMoreFor')}</legend>
      {choices.map(({ id, label, asks }) => (
        <div key={id}>
          <input
            id={id}
            type="checkbox"
            checked={asks.every((name) => chosen.includes(name))}
            aria-describedby={`${id}-asks`}
            onChange={({ currentTarget: { checked } }) =>
              choose([...chosen.filter((name) => !asks.includes(name)), ...(checked ? asks : [])])
            }
          />
          <label for={id}>{text(label)}</label>
          <p id={`${id}-asks`}>{formatList(asks)}</p>
        </div>
      ))}
      <p>{text('leftOutAskedLater')}</p>
    </fieldset>
  );
}
