import type { Route } from './route';
import { entityContext } from './select';
import { ownUserObject } from './user-object';

/** https://learn.microsoft.com/graph/api/user-get */
export const meRoutes: Route[] = [
  {
    method: 'GET',
    path: '/me',
    scopes: ['User.Read', 'User.Read.All', 'Directory.Read.All'],
    answer: ({ root, caller, query }) => ({
      status: 200,
      body: { '@odata.context': entityContext(root, 'users', query), ...ownUserObject(caller, query) },
    }),
  },
];
