import { plural, pluralKey, text } from '../utils/interface-text';
import type { Calls } from '../utils/messages';
import { Worded } from './worded';

type FoundGuests = ReturnType<Calls['searchGuests']>;

/** How many guests were found, and who is left out; `found` is missing while the search goes on or has `failed`. */
export function FoundGuestsStatus({ found, failed }: { found: FoundGuests | undefined; failed: boolean }) {
  if (failed) return null;
  if (!found) return <span>{text('searching')}</span>;
  const { tenant, guests, external, more } = found;
  const count = guests.length;
  return (
    <span>
      <Worded
        text={count === 0 ? 'noGuestBeginsSo' : pluralKey('guestsIn', count)}
        with={{ count, tenant: <bdi>{tenant.displayName}</bdi> }}
      />
      {external > 0 && ` ${plural('externalLeftOut', external)}`}
      {more && ` ${text('moreGuests')}`}
    </span>
  );
}
