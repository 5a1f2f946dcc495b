import { element } from '../look/element.js';
import { avatar, commandBar, copyable, facts, notice, table } from './parts.js';
import { bladeLink, read, say, userHash } from './shell-link.js';

/** Groups of the directory. */
export async function groupsPage({ tenant }) {
  const groups = await read('groups', tenant);
  const rows = groups.map(({ id, displayName, isAssignableToRole }) => [
    bladeLink(displayName, `#view/Microsoft_AAD_IAM/GroupDetailsMenuBlade/~/Overview/groupId/${id}`),
    id,
    'Security',
    isAssignableToRole ? 'Yes' : 'No',
  ]);
  return [
    commandBar([
      ['New group', 'add'],
      ['Delete', 'bin'],
      ['Refresh', 'refresh'],
    ]),
    element('.page', {}, table('Groups', ['Name', 'Object Id', 'Group type', 'Role assignable'], rows)),
  ];
}

/** One group and its direct members. */
export async function groupPage({ tenant, parameters }) {
  const group = await read(`groups/${encodeURIComponent(parameters.groupId ?? '')}`, tenant);
  say({ kind: 'title', text: group?.displayName ?? 'Group' });
  if (!group) return [notice('Group not found.', 'risk')];
  const rows = group.members.map(({ id, displayName, userPrincipalName }) => [
    element('.person', {}, avatar(displayName, 28), bladeLink(displayName, userHash(id))),
    userPrincipalName,
  ]);
  return [
    commandBar([
      ['Delete', 'bin'],
      ['Got feedback?', 'feedback'],
    ]),
    element(
      '.page',
      {},
      facts([
        ['Membership type', 'Assigned'],
        ['Object Id', copyable('Object Id', group.id)],
        ['Direct members', String(rows.length)],
      ]),
      table('Direct members', ['Name', 'User principal name'], rows),
    ),
  ];
}
