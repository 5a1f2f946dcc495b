import type { Guest } from '../utils/messages';
import { lazy } from './lazy';

const LookAlike = lazy(async () => (await import('./caveats')).LookAlike);

/** Who is on the page, as Microsoft Graph names them. */
export function Person({ guest }: { guest: Guest }) {
  return (
    <div class="person">
      {/* Names come from strangers: any length, any script, either direction. */}
      <h2 tabIndex={-1} data-focus>
        <bdi>{guest.displayName}</bdi>
      </h2>
      <p class="upn">
        <bdi>{guest.userPrincipalName}</bdi>
      </p>
      <LookAlike guest={guest} />
      <p>
        <span class="badge">{kinds[guest.externalUserType]}</span>
        {!guest.accountEnabled && <span class="badge warning">Account disabled</span>}
      </p>
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
