import type { Guest } from '../utils/messages';
import { lazy } from './lazy';

/** What to know of an account before it gets a pass; `short`: beside its name, on every view. */
export const Caveats = lazy(async () => (await import('./caveats')).Caveats);

/** Who is on the page, as Microsoft Graph names them. */
export function Person({ guest }: { guest: Guest }) {
  return (
    <div class="person">
      {/* Names come from strangers: any length, any script, either direction. */}
      <h2 tabIndex={-1} data-focus>
        <bdi title={guest.displayName}>{guest.displayName}</bdi>
      </h2>
      <p class="upn">
        <bdi>{guest.userPrincipalName}</bdi>
      </p>
      <div>
        <span class="badge">{kinds[guest.externalUserType]}</span>
        <Caveats guest={guest} short />
      </div>
    </div>
  );
}

const kinds: Record<Guest['externalUserType'], string> = {
  internalGuest: 'Internal guest',
  internalMember: 'Member',
  b2bCollaborationGuest: 'External guest',
  b2bCollaborationMember: 'External member',
  uncertain: 'May be an internal guest',
};
