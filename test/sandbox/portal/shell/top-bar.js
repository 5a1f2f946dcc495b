import { button, element } from '../look/element.js';
import { icon } from '../look/icons.js';
import { openMenu } from './drop-menu.js';
import { toggleLeftMenu } from './left-menu.js';

const { name } = window.fx.environment;
const bar = document.querySelector('.fxs-topbar');
const account = element('.fxs-topbar-account');

/** Draws the top bar once; the account appears when the session is known, as it does in the portal. */
export function drawTopBar({ changeTheme }) {
  const settings = button(
    '.fxs-topbar-button',
    'Settings',
    () =>
      openMenu(settings, [
        { words: 'Theme', heading: true },
        { words: 'Light', act: () => changeTheme('light') },
        { words: 'Dark', act: () => changeTheme('dark') },
        { words: 'High contrast', act: () => changeTheme('hc') },
      ]),
    icon('gear', 18),
  );
  bar.append(
    button('.fxs-topbar-button.fxs-sidebar-toggle', 'Show portal menu', toggleLeftMenu, icon('menu', 18)),
    element('a.fxs-topbar-home', { href: '#home' }, name),
    element(
      '.fxs-search',
      {},
      icon('search', 14),
      element('input.fxs-search-box', {
        type: 'search',
        'aria-label': 'Search resources, services, and docs',
        placeholder: 'Search resources, services, and docs (G+/)',
      }),
    ),
    element(
      '.fxs-topbar-buttons',
      {},
      button('.fxs-topbar-button', 'Notifications', undefined, icon('bell', 18)),
      settings,
      button('.fxs-topbar-button', 'Help', undefined, icon('help', 18)),
      button('.fxs-topbar-button', 'Feedback', undefined, icon('feedback', 18)),
    ),
    account,
  );
}

/** Shows who is signed in and which directory is meant. */
export function showSession({ account: { displayName, userPrincipalName }, tenant, directories }) {
  const host = tenant.domains.find((domain) => /\.onmicrosoft\./.test(domain)) ?? tenant.domains[0];
  const directory = `${tenant.displayName} (${tenant.domains[0]})`;
  const avatar = button(
    '.fxs-menu-account',
    `Account menu Currently signed in as ${userPrincipalName}, under ${directory}`,
    () => openMenu(avatar, accountMenu(tenant, directories)),
    element(
      '.fxs-avatarmenu-header',
      {},
      element('.fxs-avatarmenu-username', {}, userPrincipalName),
      element('.fxs-avatarmenu-tenant', {}, directory),
    ),
    element('.fxs-avatarmenu-tenant-image', { 'aria-hidden': 'true' }, icon('person', 18)),
  );
  avatar.id = 'fxs-avatarmenu-button';
  avatar.title = [
    `Name: ${displayName}`,
    `Email: ${userPrincipalName}`,
    `Directory: ${tenant.displayName} (${tenant.id})`,
    `Domain: ${host}`,
  ].join('\n');
  avatar.firstElementChild.title = avatar.title;
  account.replaceChildren(avatar);
}

function accountMenu(tenant, directories) {
  return [
    { words: 'Switch directory', heading: true },
    ...directories.map(({ id, displayName, domains }) => ({
      words: displayName,
      detail: domains[0],
      isCurrent: id === tenant.id,
      act: () => switchDirectory(id),
    })),
  ];
}

/** A switch reloads the shell on its home page, with the directory in the path. */
function switchDirectory(id) {
  location.assign(`/${id}${location.search}#home`);
}
