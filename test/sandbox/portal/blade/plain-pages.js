import { element } from '../look/element.js';
import { icon } from '../look/icons.js';
import { commandBar, notice } from './parts.js';
import { bladeLink, read, say } from './shell-link.js';

/** The start page. */
export async function homePage({ tenant }) {
  const { account, tenant: directory } = await read('session', tenant);
  say({ kind: 'title', text: `Welcome, ${account.displayName.split(' ')[0]}` });
  const doors = [
    [
      'person',
      'Users',
      'View and manage the users of this directory',
      '#view/Microsoft_AAD_UsersAndTenants/UserManagementMenuBlade/~/AllUsers',
    ],
    [
      'people',
      'Groups',
      'View and manage groups',
      '#view/Microsoft_AAD_IAM/GroupsManagementMenuBlade/~/AllGroups',
    ],
    [
      'device',
      'Devices',
      'View and manage devices',
      '#view/Microsoft_AAD_Devices/DevicesMenuBlade/~/Devices',
    ],
    [
      'app',
      'App registrations',
      'Manage your applications',
      '#view/Microsoft_AAD_RegisteredApps/ApplicationsListBlade',
    ],
  ];
  return [
    element(
      '.page',
      {},
      element('h3', {}, directory.displayName),
      element('p.quiet', {}, `Tenant ID ${directory.id} · Primary domain ${directory.domains[0]}`),
      element(
        '.cards',
        {},
        doors.map(([picture, heading, words, hash]) =>
          element(
            'article.card',
            {},
            element('.card-icon', {}, icon(picture, 24)),
            element('div', {}, element('h4', {}, bladeLink(heading, hash)), element('p', {}, words)),
          ),
        ),
      ),
    ),
  ];
}

/** An item of a blade's menu that has no page of its own here. */
export async function menuItemPage({ tenant, parameters, words, title }) {
  const path = parameters.userId ? `users/${encodeURIComponent(parameters.userId)}` : undefined;
  const subject = path && (await read(path, tenant));
  if (subject || !title) say({ kind: 'title', text: subject?.displayName ?? 'Details' });
  return [
    commandBar([
      ['Refresh', 'refresh'],
      ['Columns', 'columns'],
      ['Got feedback?', 'feedback'],
    ]),
    element('.page', {}, notice(`${words}: no items to display.`)),
  ];
}

/** A blade nobody built here. */
export async function otherPage({ title }) {
  return [element('.page', {}, notice(`${title || 'This blade'} is not part of the sandbox.`))];
}
