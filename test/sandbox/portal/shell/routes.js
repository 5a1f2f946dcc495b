import {
  appMenu,
  deviceMenu,
  groupMenu,
  identityProtectionMenu,
  methodsMenu,
  userMenu,
  usersMenu,
} from './menus.js';

const users = {
  words: 'Users',
  hash: '#view/Microsoft_AAD_UsersAndTenants/UserManagementMenuBlade/~/AllUsers',
};
const groups = { words: 'Groups', hash: '#view/Microsoft_AAD_IAM/GroupsManagementMenuBlade/~/AllGroups' };
const devices = { words: 'Devices', hash: '#view/Microsoft_AAD_Devices/DevicesMenuBlade/~/Devices' };
const apps = {
  words: 'App registrations',
  hash: '#view/Microsoft_AAD_RegisteredApps/ApplicationsListBlade/quickStartType~/null/sourceType/Microsoft_AAD_IAM',
};

const user = {
  menu: userMenu,
  above: users,
  pages: {
    overview: ['user-overview', 'UserProfile.ReactView'],
    profile: ['user-overview', 'UserProfile.ReactView'],
    userauthmethods: ['authentication-methods', 'UserAuthMethods.ReactView'],
  },
};

/** Blades by name in lower case, old names beside new ones. */
const blades = {
  userprofilemenublade: user,
  userdetailsmenublade: user,
  usermanagementmenublade: {
    menu: usersMenu,
    pages: {
      allusers: ['users', 'UsersList.ReactView'],
      deletedusers: ['deleted-users', 'DeletedUsers.ReactView'],
    },
    title: 'Users',
  },
  groupdetailsmenublade: {
    menu: groupMenu,
    above: groups,
    pages: { overview: ['group', 'GroupOverview.ReactView'] },
  },
  groupsmanagementmenublade: {
    pages: { allgroups: ['groups', 'GroupsList.ReactView'] },
    title: 'Groups | All groups',
  },
  devicedetailsmenublade: {
    menu: deviceMenu,
    above: devices,
    pages: { properties: ['device', 'DeviceProperties.ReactView'] },
  },
  devicesmenublade: {
    pages: { devices: ['devices', 'DevicesList.ReactView'] },
    title: 'Devices | All devices',
  },
  applicationmenublade: {
    menu: appMenu,
    above: apps,
    pages: { overview: ['app', 'ApplicationOverview.ReactView'] },
  },
  applicationslistblade: {
    pages: { '': ['apps', 'ApplicationsList.ReactView'] },
    title: 'App registrations',
  },
  riskyusersblade: { pages: { '': ['risky-users', 'RiskyUsers.ReactView'] }, title: 'Risky users' },
  identityprotectionmenublade: {
    menu: identityProtectionMenu,
    pages: { riskyusers: ['risky-users', 'RiskyUsers.ReactView'] },
    title: 'ID Protection',
  },
  authenticationmethodsmenublade: {
    menu: methodsMenu,
    pages: { adminauthmethods: ['policies', 'AuthMethodsPolicies.ReactView'] },
    title: 'Authentication methods',
  },
};
blades.usersmanagementmenublade = blades.usermanagementmenublade;
blades.deviceoverviewblade = blades.devicedetailsmenublade;

/**
 * What stands at an address: the page in the frame, the frame's name, the blade's menu and its selected item, and the
 * breadcrumb. A blade nobody built here is a page that says its name.
 */
export function routeOf(address) {
  if (address.kind !== 'view') return { page: 'home', frameName: 'Home.ReactView', above: [] };
  const found = blades[address.blade.toLowerCase()];
  if (!found)
    return { page: 'other', frameName: address.blade, title: wordsOf(address.blade), above: [home] };
  const items = (found.menu ?? []).map(([id, words, icon, heading]) => {
    return { id, words, icon, heading, hash: hashOf(address, id) };
  });
  const ids = Object.keys(found.pages);
  const wanted = (address.menu === 'MsGraphUsers' ? 'AllUsers' : (address.menu ?? ids[0])).toLowerCase();
  const selected =
    items.find(({ id }) => id.toLowerCase() === wanted) ?? (ids.includes(wanted) ? items[0] : undefined);
  const [page, frameName] =
    found.pages[wanted] ?? (items.length > 0 ? ['menu-item', 'Menu.ReactView'] : found.pages[ids[0]]);
  const title = found.title ?? '';
  return { page, frameName, title, items, selected, above: found.above ? [home, found.above] : [home] };
}

const home = { words: 'Home', hash: '#home' };

/** The same blade with another item of its menu. */
function hashOf({ extension, blade, parameters }, menu) {
  const tail = Object.entries(parameters).map(([name, value]) =>
    typeof value === 'string'
      ? `/${name}/${encodeURIComponent(value)}`
      : `/${name}~/${JSON.stringify(value)}`,
  );
  return `#view/${extension}/${blade}/~/${menu}${tail.join('')}`;
}

function wordsOf(blade) {
  return blade
    .replace(/\.ReactView$|Blade$/g, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .trim();
}
