import { element } from '../look/element.js';
import { icon } from '../look/icons.js';
import { avatar, commandBar, notice, table } from './parts.js';
import { bladeLink, read, say, userHash } from './shell-link.js';

/** Users of the directory, each with a link to the user's page. */
export async function usersPage({ tenant }) {
  const users = await read('users', tenant);
  const rows = (found) =>
    found.map((user) => [
      element('input', { type: 'checkbox', 'aria-label': `Select ${user.displayName}` }),
      element('.person', {}, avatar(user.displayName, 28), bladeLink(user.displayName, userHash(user.id))),
      user.userPrincipalName,
      user.userType,
      user.onPremisesSyncEnabled ? 'Yes' : 'No',
      user.issuer,
      user.creationType ?? '',
    ]);
  const columns = [
    '',
    'Display name',
    'User principal name',
    'User type',
    'On-premises sync',
    'Identities',
    'Creation type',
  ];
  const room = element('.table-room', {}, table('Users', columns, rows(users)));
  const count = element('.count', { role: 'status' }, `${users.length} users found`);
  const search = element('input', {
    type: 'search',
    placeholder: 'Search',
    'aria-label': 'Search users',
    oninput() {
      const wanted = search.value.toLowerCase();
      const found = users.filter(({ displayName, userPrincipalName }) =>
        `${displayName} ${userPrincipalName}`.toLowerCase().includes(wanted),
      );
      room.replaceChildren(table('Users', columns, rows(found)));
      count.textContent = `${found.length} users found`;
    },
  });
  return [
    commandBar([
      ['New user', 'add'],
      ['Edit (Preview)', 'edit'],
      ['Delete', 'bin'],
      ['Download users', 'download'],
      ['Refresh', 'refresh'],
      ['Manage view', 'columns'],
      ['Per-user MFA', 'shield'],
    ]),
    element(
      '.page',
      {},
      element(
        '.filters',
        {},
        element('label.search', {}, icon('search', 14), search),
        element('span.pill', {}, 'Add filter'),
      ),
      count,
      room,
    ),
  ];
}

/** Users deleted in the last 30 days: the sandbox deletes nobody. */
export async function deletedUsersPage() {
  return [
    commandBar([
      ['Restore users', 'refresh'],
      ['Delete permanently', 'bin'],
      ['Columns', 'columns'],
    ]),
    element(
      '.page',
      {},
      notice('Users permanently deleted are removed after 30 days and cannot be restored.'),
      element('.count', {}, '0 users found'),
      table('Deleted users', ['Display name', 'User principal name', 'User type', 'Deletion date'], []),
    ),
  ];
}

/** The risk report. It may carry a `userId`, and is still not that user's page. */
export async function riskyUsersPage({ tenant, parameters }) {
  say({ kind: 'title', text: 'Risky users' });
  const user = parameters.userId && (await read(`users/${encodeURIComponent(parameters.userId)}`, tenant));
  const rows = user ? [[user.displayName, 'At risk', 'Low', user.createdDateTime]] : [];
  return [
    commandBar([
      ['Learn more', 'help'],
      ['Download', 'download'],
      ['Confirm user(s) compromised', 'risk'],
      ['Dismiss user(s) risk', 'close'],
      ['Refresh', 'refresh'],
    ]),
    element(
      '.page',
      {},
      table('Risky users', ['User', 'Risk state', 'Risk level', 'Risk last updated'], rows),
    ),
  ];
}
