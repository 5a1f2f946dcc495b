import { parseExpand } from './expand';
import { insufficientPrivileges } from './graph-error';
import { listReply } from './list';
import type { Route } from './route';
import { entityContext } from './select';
import { targetUser } from './target-user';
import { ownUserObject, publicUser, userObject } from './user-object';

const scopes = ['User.Read.All', 'Directory.Read.All', 'User.ReadBasic.All'];

/** https://learn.microsoft.com/graph/api/user-list, https://learn.microsoft.com/graph/api/user-get */
export const userRoutes: Route[] = [
  {
    method: 'GET',
    path: '/users',
    scopes,
    cost: 2,
    answer(call) {
      if (call.caller.userType === 'Guest' && call.caller._roles.length === 0) throw insufficientPrivileges();
      const expand = parseExpand(call);
      return listReply(call, {
        context: 'users',
        items: call.tenant.users,
        fields: (user) => Object.assign(publicUser(user), { manager: { id: user._managerId ?? null } }),
        show: (user) => ({ ...userObject(user, call.query, call.token.scopes), ...expand?.(user) }),
      });
    },
  },
  {
    method: 'GET',
    path: '/users/{user-id}',
    scopes: [...scopes, 'User.Read'],
    answer(call) {
      const user = targetUser(call);
      const own = user === call.caller;
      if (!own && !scopes.some((scope) => call.token.scopes.includes(scope))) throw insufficientPrivileges();
      const shown = own ? ownUserObject(user, call.query) : userObject(user, call.query, call.token.scopes);
      return {
        status: 200,
        body: { '@odata.context': entityContext(call.root, 'users', call.query), ...shown },
      };
    },
  },
];
