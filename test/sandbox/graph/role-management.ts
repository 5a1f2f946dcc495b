import { badRequest } from './graph-error';
import { listReply } from './list';
import { roleDefinitionId } from './role-object';
import type { Route } from './route';

/** https://learn.microsoft.com/graph/api/rbacapplication-list-roleassignments */
export const roleManagementRoutes: Route[] = [
  {
    method: 'GET',
    path: '/roleManagement/directory/roleAssignments',
    scopes: ['RoleManagement.Read.Directory', 'Directory.Read.All'],
    roles: ['Directory Readers', 'Global Reader', 'Privileged Role Administrator', 'Global Administrator'],
    answer(call) {
      const expand = call.query.get('$expand');
      if (expand !== null && expand !== 'roleDefinition') {
        throw badRequest(`Parsing OData Select and Expand failed: '${expand}'.`);
      }
      const assignments = call.tenant.users.flatMap(({ id, _roles }) =>
        _roles.map((role) => ({
          id: Buffer.from(`${roleDefinitionId(role)}${id}`).toString('base64url'),
          principalId: id,
          directoryScopeId: '/',
          roleDefinitionId: roleDefinitionId(role),
          ...(expand ? { roleDefinition: roleDefinition(role) } : {}),
        })),
      );
      return listReply(call, {
        context: 'roleManagement/directory/roleAssignments',
        items: assignments,
        fields: (assignment) => assignment,
        show: (assignment) => assignment,
      });
    },
  },
];

function roleDefinition(name: string) {
  const id = roleDefinitionId(name);
  return { id, displayName: name, isBuiltIn: true, isEnabled: true, templateId: id };
}
