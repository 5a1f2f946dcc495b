import { groupRoutes } from './groups';
import { meRoutes } from './me';
import { membershipRoutes } from './memberships';
import { methodRoutes } from './methods';
import { organizationRoutes } from './organization';
import { policyRoutes } from './policies';
import { relationRoutes } from './relations';
import { reportRoutes } from './reports';
import { roleManagementRoutes } from './role-management';
import type { Route } from './route';
import { temporaryAccessPassRoutes } from './temporary-access-pass';
import { userRoutes } from './users';

/** Every operation the sandbox's Graph knows, a file an endpoint family. `$batch` stands above them. */
export const routes: Route[] = [
  ...meRoutes,
  ...organizationRoutes,
  ...userRoutes,
  ...relationRoutes,
  ...groupRoutes,
  ...membershipRoutes,
  ...methodRoutes,
  ...temporaryAccessPassRoutes,
  ...policyRoutes,
  ...reportRoutes,
  ...roleManagementRoutes,
];
