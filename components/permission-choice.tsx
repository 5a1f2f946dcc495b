import { type Permission, permissions } from '../utils/scopes';

const choices: { id: string; label: string; asks: readonly Permission[] }[] = [
  { id: 'after-care', label: "Showing the guest's sign-in methods", asks: permissions.watchMethods },
  { id: 'enable-tap', label: 'Turning Temporary Access Pass on', asks: permissions.changePolicy },
];

/** Lets the admin register permissions too that only some of what Guestpass does takes. */
export function PermissionChoice(props: {
  chosen: readonly Permission[];
  choose: (permissions: readonly Permission[]) => void;
}) {
  const { chosen, choose } = props;
  return (
    <fieldset class="permission-choice">
      <legend>Register more permissions, for:</legend>
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
          <label for={id}>{label}</label>
          <p id={`${id}-asks`}>{asks.join(', ')}</p>
        </div>
      ))}
      <p>Left out, they are asked for when they are first used.</p>
    </fieldset>
  );
}
