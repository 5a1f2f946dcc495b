/** A Microsoft cloud as far as a portal's address can tell it. */
export type Cloud = 'global' | 'usgov' | 'china';

/** The hosts of one cloud. A portal that begins with `*.` stands for every name below it. */
export type CloudHosts = {
  readonly portals: readonly string[];
  readonly login: string;
  readonly graph: string;
};

/**
 * Portal, sign-in and Microsoft Graph hosts of each cloud.
 * https://learn.microsoft.com/entra/identity-platform/authentication-national-cloud,
 * https://learn.microsoft.com/graph/deployments
 */
export const clouds: Record<Cloud, CloudHosts> = {
  global: {
    portals: [
      'entra.microsoft.com',
      'portal.azure.com',
      '*.portal.azure.com',
      'intune.microsoft.com',
      'endpoint.microsoft.com',
      'canary-endpoint.microsoft.com',
      'devicemanagement.microsoft.com',
    ],
    login: 'login.microsoftonline.com',
    graph: 'graph.microsoft.com',
  },
  usgov: {
    portals: ['entra.microsoft.us', 'portal.azure.us', 'intune.microsoft.us', 'endpoint.microsoft.us'],
    login: 'login.microsoftonline.us',
    graph: 'graph.microsoft.us',
  },
  china: {
    portals: [
      'entra.microsoftonline.cn',
      'entra.microsoft.cn',
      'portal.azure.cn',
      'intune.microsoftonline.cn',
      'intune.microsoft.cn',
    ],
    login: 'login.partner.microsoftonline.cn',
    graph: 'microsoftgraph.chinacloudapi.cn',
  },
};

/** The cloud whose portal answers under this host name (lower case, no port), or undefined. */
export function cloudOfPortal(host: string): Cloud | undefined {
  for (const [cloud, { portals }] of Object.entries(clouds)) {
    if (portals.some((portal) => (portal.startsWith('*') ? host.endsWith(portal.slice(1)) : host === portal)))
      return cloud as Cloud;
  }
  return undefined;
}
