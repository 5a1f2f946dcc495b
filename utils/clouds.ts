/** A Microsoft cloud as far as a portal's address can tell it. */
export type Cloud = 'global' | 'usgov' | 'china';

/** The hosts of one cloud, in lower case. */
export type CloudHosts = {
  /** Hosts that serve the portal's shell. `*.` stands for one label, as in `ms.portal.azure.com`. */
  readonly portals: readonly string[];
  /** Host of the authority that signs people in. */
  readonly login: string;
  /** Host of Microsoft Graph, where a tenant's metadata says no other. */
  readonly graph: string;
  /**
   * For a cloud with several: the host of Microsoft Graph for each `tenant_region_sub_scope` of a tenant's OpenID
   * metadata. No address of the portal tells DoD from GCC High.
   */
  readonly graphBySubScope?: Readonly<Record<string, string>>;
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
    graphBySubScope: { DODCON: 'graph.microsoft.us', DOD: 'dod-graph.microsoft.us' },
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
  // Security: whole names only. Look-alikes, a trailing dot, deeper labels and a literal `*` are other hosts.
  if (!/^[a-z0-9.-]+$/.test(host)) return undefined;
  const names = [host, host.replace(/^[a-z0-9-]+\./, '*.')];
  return (Object.keys(clouds) as Cloud[]).find((cloud) =>
    names.some((name) => clouds[cloud].portals.includes(name)),
  );
}
