import type { ComponentChildren } from 'preact';
import type { Guest, Target } from '../utils/messages';
import type { Remedies } from './failure-notice';
import { Person } from './person';

/** What the toolbar's popup has to explain: there is no panel on the page. */
export type WithoutPanel = Extract<Target, { state: 'notUserPage' | 'notInternalGuest' }>;

const usersList = (portal = 'entra.microsoft.com') =>
  `https://${portal}/#view/Microsoft_AAD_UsersAndTenants/UserManagementMenuBlade/~/AllUsers`;

/** Why Guestpass shows nothing on this page, and what to do, in one sentence each. */
export function Explanation({ target, on }: { target: WithoutPanel; on: Pick<Remedies, 'options'> }) {
  if (target.state === 'notUserPage')
    return (
      <>
        <h2 tabIndex={-1} data-focus>
          No user on this page
        </h2>
        <p>
          Open an internal guest in the Microsoft Entra admin center; Guestpass is on that page then. Start at{' '}
          <a href={usersList(target.portal)} target="_blank" rel="noreferrer">
            All users
          </a>
          .
        </p>
      </>
    );
  const { guest, tenant } = target;
  return (
    <>
      <Person guest={guest} />
      <p>{reasons[guest.externalUserType](<bdi>{tenant.displayName}</bdi>)}</p>
      {guest.externalUserType === 'internalMember' && (
        <div class="buttons">
          <button type="button" onClick={on.options}>
            Options
          </button>
        </div>
      )}
    </>
  );
}

const external = (kind: string) =>
  `${kind}: the sign-in lives in another organization. A Temporary Access Pass has to come from there.`;

/** Each kind of account that gets no panel; the tenant's name goes in. */
const reasons = {
  internalGuest: (tenant) => <>An internal guest of {tenant}. The panel stands on the page.</>,
  internalMember: (tenant) => (
    <>A member of {tenant}, not a guest. In Options you can choose to have the panel for members too.</>
  ),
  b2bCollaborationGuest: () => external('An external guest'),
  b2bCollaborationMember: () => external('An external member'),
  uncertain: (tenant) => (
    <>
      Microsoft Graph does not tell whether this account signs in in {tenant}. Check its identities in its
      properties.
    </>
  ),
} satisfies Record<Guest['externalUserType'], (tenant: ComponentChildren) => ComponentChildren>;
