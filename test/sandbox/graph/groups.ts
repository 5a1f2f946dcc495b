import { notFound } from './graph-error';
import { groupDefaults, publicGroup } from './group-object';
import { listReply } from './list';
import type { Route } from './route';
import { entityContext, select, selected } from './select';

const scopes = ['Group.ReadBasic.All', 'GroupMember.Read.All', 'Group.Read.All', 'Directory.Read.All'];
const type = 'microsoft.graph.group';

/** https://learn.microsoft.com/graph/api/group-list, https://learn.microsoft.com/graph/api/group-get */
export const groupRoutes: Route[] = [
  {
    method: 'GET',
    path: '/groups',
    scopes,
    answer: (call) =>
      listReply(call, {
        context: 'groups',
        items: call.tenant.groups,
        fields: publicGroup,
        show: (group) => select(publicGroup(group), selected(call.query), groupDefaults, type),
      }),
  },
  {
    method: 'GET',
    path: '/groups/{group-id}',
    scopes,
    answer({ tenant, params, query, root }) {
      const id = params['group-id'] ?? '';
      const group = tenant.groups.find((candidate) => candidate.id === id.toLowerCase());
      if (!group) throw notFound(id);
      const shown = select(publicGroup(group), selected(query), groupDefaults, type);
      return { status: 200, body: { '@odata.context': entityContext(root, 'groups', query), ...shown } };
    },
  },
];
