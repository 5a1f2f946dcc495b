import type { ReadyTarget } from './target-reader';

/** Who is on the page, as Microsoft Graph names them. */
export function Person({ guest }: Pick<ReadyTarget, 'guest'>) {
  return (
    <div class="person">
      {/* Names come from strangers: any length, any script, either direction. */}
      <h2 tabIndex={-1} data-focus>
        <bdi>{guest.displayName}</bdi>
      </h2>
      <p class="upn">
        <bdi>{guest.userPrincipalName}</bdi>
      </p>
      <p>
        <span class="badge">
          {guest.externalUserType === 'internalGuest' ? 'Internal guest' : 'May be an internal guest'}
        </span>
        {!guest.accountEnabled && <span class="badge warning">Account disabled</span>}
      </p>
    </div>
  );
}
