import type { Route } from './route';
import { select, selected } from './select';

/** https://learn.microsoft.com/graph/api/organization-list */
export const organizationRoutes: Route[] = [
  {
    method: 'GET',
    path: '/organization',
    scopes: ['User.Read', 'User.Read.All', 'Organization.Read.All', 'Directory.Read.All'],
    answer({ root, tenant, query }) {
      const organization = {
        id: tenant.id,
        displayName: tenant.displayName,
        tenantType: 'AAD',
        onPremisesSyncEnabled: null,
        verifiedDomains: tenant.domains.map((name, index) => ({
          name,
          type: 'Managed',
          capabilities: 'Email, OfficeCommunicationsOnline',
          isDefault: index === 0,
          isInitial: name.endsWith('.onmicrosoft.com'),
        })),
      };
      const value = [
        select(organization, selected(query), Object.keys(organization), 'microsoft.graph.organization'),
      ];
      return { status: 200, body: { '@odata.context': `${root}/$metadata#organization`, value } };
    },
  },
];
