import { relatedUser } from './expand';
import { notFound } from './graph-error';
import type { Route } from './route';
import { selected } from './select';
import { targetUser } from './target-user';

/** https://learn.microsoft.com/graph/api/user-list-manager, https://learn.microsoft.com/graph/api/user-list-sponsors */
export const relationRoutes: Route[] = [
  {
    method: 'GET',
    path: '/users/{user-id}/manager',
    scopes: ['User.Read.All', 'Directory.Read.All'],
    answer(call) {
      const { _managerId } = targetUser(call);
      const manager = _managerId && relatedUser(call.tenant, _managerId, selected(call.query));
      if (!manager) throw notFound('manager');
      const context = `${call.root}/$metadata#directoryObjects/$entity`;
      return { status: 200, body: { '@odata.context': context, ...manager } };
    },
  },
  {
    method: 'GET',
    path: '/users/{user-id}/sponsors',
    scopes: ['User.Read.All', 'User.ReadWrite.All'],
    roles: [
      'Guest Inviter',
      'Directory Readers',
      'Directory Writers',
      'User Administrator',
      'Global Administrator',
    ],
    answer(call) {
      const { _sponsorIds } = targetUser(call);
      const value = _sponsorIds.flatMap((id) => relatedUser(call.tenant, id, selected(call.query)) ?? []);
      return { status: 200, body: { '@odata.context': `${call.root}/$metadata#directoryObjects`, value } };
    },
  },
];
