import { type TextKey, text } from '../utils/interface-text';
import type { Guest, Target } from '../utils/messages';
import type { Remedies } from './failure-notice';
import { Person } from './person';
import { Worded } from './worded';

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
          {text('noUserOnPage')}
        </h2>
        <p>
          <Worded
            text="openInternalGuest"
            with={{
              allUsers: (
                <a href={usersList(target.portal)} target="_blank" rel="noreferrer">
                  {text('allUsers')}
                </a>
              ),
            }}
          />
        </p>
      </>
    );
  const { guest, tenant } = target;
  return (
    <>
      <Person guest={guest} />
      <p>
        <Worded text={reasons[guest.externalUserType]} with={{ tenant: <bdi>{tenant.displayName}</bdi> }} />
      </p>
      {guest.externalUserType === 'internalMember' && (
        <div class="buttons">
          <button type="button" onClick={on.options}>
            {text('optionsButton')}
          </button>
        </div>
      )}
    </>
  );
}

/** Each kind of account that gets no panel; the tenant's name may go in. */
const reasons: Record<Guest['externalUserType'], TextKey> = {
  internalGuest: 'whyInternalGuest',
  internalMember: 'whyMember',
  b2bCollaborationGuest: 'whyExternalGuest',
  b2bCollaborationMember: 'whyExternalMember',
  uncertain: 'whyUncertain',
};
