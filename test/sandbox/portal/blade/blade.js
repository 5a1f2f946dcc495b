import { wearTheme } from '../look/themes.js';
import { addAuthenticationMethodPage } from './add-authentication-method.js';
import { appPage, appsPage } from './app-pages.js';
import { authenticationMethodsPage } from './authentication-methods.js';
import { devicePage, devicesPage } from './device-pages.js';
import { groupPage, groupsPage } from './group-pages.js';
import { homePage, menuItemPage, otherPage } from './plain-pages.js';
import { policiesPage } from './policies-page.js';
import { say, shellOrigin } from './shell-link.js';
import { deletedUsersPage, riskyUsersPage, usersPage } from './user-lists.js';
import { userOverviewPage } from './user-overview.js';

/** Pages by name. Each takes what the shell sent and returns the elements to show. */
const pages = {
  home: homePage,
  users: usersPage,
  'deleted-users': deletedUsersPage,
  'risky-users': riskyUsersPage,
  'user-overview': userOverviewPage,
  'authentication-methods': authenticationMethodsPage,
  'add-authentication-method': addAuthenticationMethodPage,
  'menu-item': menuItemPage,
  groups: groupsPage,
  group: groupPage,
  devices: devicesPage,
  device: devicePage,
  apps: appsPage,
  app: appPage,
  policies: policiesPage,
  other: otherPage,
};

addEventListener('message', async ({ origin, source, data }) => {
  if (origin !== shellOrigin || source !== parent) return;
  wearTheme(data.theme);
  if (data.kind !== 'show') return;
  const page = pages[data.page] ?? otherPage;
  document.getElementById('root').replaceChildren(...(await page(data)));
});

say({ kind: 'ready' });
