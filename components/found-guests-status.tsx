import type { Calls } from '../utils/messages';

type FoundGuests = ReturnType<Calls['searchGuests']>;

/** How many guests were found, and who is left out; `found` is missing while the search goes on or has `failed`. */
export function FoundGuestsStatus({ found, failed }: { found: FoundGuests | undefined; failed: boolean }) {
  if (failed) return null;
  if (!found) return <span>Searching…</span>;
  const { tenant, guests, external, more } = found;
  const place = <bdi>{tenant.displayName}</bdi>;
  const count = guests.length;
  return (
    <span>
      {count === 0 ? (
        <>No internal guest in {place} has a name or sign-in name that begins so.</>
      ) : (
        <>
          {count === 1 ? '1 guest' : `${count} guests`} in {place}.
        </>
      )}
      {external > 0 && ` ${leftOut(external)}`}
      {more && ' There are more: type more of the name.'}
    </span>
  );
}

const leftOut = (external: number) =>
  external === 1
    ? "1 external guest is left out: that pass has to come from the guest's own organization."
    : `${external} external guests are left out: their passes have to come from their own organizations.`;
