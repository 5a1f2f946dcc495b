import type { SandboxUser } from '../state';
import { badQuery, unsupportedQuery } from './graph-error';
import { groupDefaults, publicGroup } from './group-object';
import { listReply } from './list';
import { groupIdsOf } from './membership';
import { directoryRole } from './role-object';
import type { Call, Route } from './route';
import { select, selected } from './select';
import { targetUser } from './target-user';

const own = ['User.Read', 'User.Read.All', 'GroupMember.Read.All', 'Directory.Read.All'];
const others = ['User.Read.All', 'GroupMember.Read.All', 'Group.Read.All', 'Directory.Read.All'];

/** https://learn.microsoft.com/graph/api/user-list-memberof, https://learn.microsoft.com/graph/api/user-list-transitivememberof */
export const membershipRoutes: Route[] = [
  {
    method: 'GET',
    path: '/me/memberOf',
    scopes: own,
    cost: 2,
    answer: (call) =>
      listReply(call, {
        context: 'directoryObjects',
        items: [...rolesOf(call, call.caller), ...groupsOf(call, new Set(call.caller._groups))],
        fields: (item) => item,
        show: (item) => limited(call, item),
      }),
  },
  {
    method: 'GET',
    path: '/me/transitiveMemberOf/microsoft.graph.directoryRole',
    scopes: own,
    cost: 2,
    answer(call) {
      demandAdvanced(call);
      return listReply(call, {
        context: 'directoryRoles',
        items: rolesOf(call, call.caller),
        fields: (item) => item,
        show: (item) => untyped(limited(call, item)),
      });
    },
  },
  {
    method: 'GET',
    path: '/users/{user-id}/transitiveMemberOf/microsoft.graph.group',
    scopes: others,
    cost: 2,
    answer(call) {
      demandAdvanced(call);
      return listReply(call, {
        context: 'groups',
        items: groupsOf(call, groupIdsOf(call.tenant, targetUser(call))),
        fields: (item) => item,
        show: (item) => untyped(limited(call, item)),
      });
    },
  },
  checks('checkMemberGroups', 'groupIds'),
  checks('checkMemberObjects', 'ids'),
];

/** https://learn.microsoft.com/graph/api/directoryobject-checkmembergroups */
function checks(action: string, property: string): Route {
  return {
    method: 'POST',
    path: `/users/{user-id}/${action}`,
    scopes: others,
    cost: 4,
    answer(call) {
      const memberOf = groupIdsOf(call.tenant, targetUser(call));
      const ids = (call.body as Record<string, unknown> | undefined)?.[property];
      if (!Array.isArray(ids) || ids.length === 0 || !ids.every((id) => typeof id === 'string')) {
        throw badQuery(`Invalid value specified for property '${property}'.`);
      }
      if (ids.length > 20) throw badQuery(`Too many values specified for property '${property}'.`);
      const value = ids.filter((id: string) => memberOf.has(id.toLowerCase()));
      return {
        status: 200,
        body: { '@odata.context': `${call.root}/$metadata#Collection(Edm.String)`, value },
      };
    },
  };
}

type Item = Record<string, unknown>;

const rolesOf = ({ tenant }: Call, user: SandboxUser): Item[] =>
  user._roles.map((role) => directoryRole(tenant.id, role));

const groupsOf = ({ tenant }: Call, ids: Set<string>): Item[] =>
  tenant.groups
    .filter(({ id }) => ids.has(id))
    .map((group) => ({ '@odata.type': '#microsoft.graph.group', ...publicGroup(group) }));

/** Without the right to read the type, only the type and the id are told and the name is null. */
function limited({ token, query }: Call, item: Item): Item {
  const isGroup = item['@odata.type'] === '#microsoft.graph.group';
  const opening = isGroup
    ? ['GroupMember.Read.All', 'Group.Read.All', 'Directory.Read.All']
    : ['RoleManagement.Read.Directory', 'Directory.Read.All'];
  const type = item['@odata.type'];
  if (!opening.some((scope) => token.scopes.includes(scope))) {
    return { '@odata.type': type, id: item.id, displayName: null };
  }
  const usual = isGroup ? groupDefaults : Object.keys(item);
  return { '@odata.type': type, ...select(item, selected(query), usual, 'microsoft.graph.directoryObject') };
}

/** A collection of one type leaves the type out. */
const untyped = ({ '@odata.type': _, ...rest }: Item): Item => rest;

function demandAdvanced({ headers, query }: Call): void {
  if (headers.consistencylevel?.toLowerCase() === 'eventual' && query.get('$count') === 'true') return;
  throw unsupportedQuery(
    'The OData cast is not supported because the required parameters might be missing. Try adding $count=true query parameter and ConsistencyLevel:eventual header. Refer to https://aka.ms/graph-docs/advanced-queries for more information',
  );
}
