import { type TextKey, text } from '../utils/interface-text';
import type { Guest } from '../utils/messages';
import { lazy } from './lazy';

const NameCaveats = lazy(async () => (await import('./late-notices')).NameCaveats);

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
        <span class="badge">{text(kinds[guest.externalUserType])}</span>
        <NameCaveats guest={guest} />
      </div>
    </div>
  );
}

const kinds: Record<Guest['externalUserType'], TextKey> = {
  internalGuest: 'internalGuest',
  internalMember: 'member',
  b2bCollaborationGuest: 'externalGuest',
  b2bCollaborationMember: 'externalMember',
  uncertain: 'maybeInternalGuest',
};
