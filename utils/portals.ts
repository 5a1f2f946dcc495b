import { type Cloud, clouds } from './clouds';

export type { Cloud };

/** A portal that shows users, and in which Guestpass can be. */
export type Portal = 'entra' | 'azure' | 'intune';

/** What the admin has chosen: the cloud of the app registration, and portals beside the Entra admin center. */
export type PortalChoice = { cloud: Cloud; showInAzurePortal: boolean; showInIntune: boolean };

/**
 * The one host of each portal where Guestpass can be; of all that serve the same shell, those that Microsoft documents.
 * https://learn.microsoft.com/entra/identity-platform/authentication-national-cloud,
 * https://learn.microsoft.com/azure/azure-portal/azure-portal-safelist-urls
 */
export const portalHosts: Record<Cloud, Record<Portal, string>> = {
  global: { entra: 'entra.microsoft.com', azure: 'portal.azure.com', intune: 'intune.microsoft.com' },
  usgov: { entra: 'entra.microsoft.us', azure: 'portal.azure.us', intune: 'intune.microsoft.us' },
  china: {
    entra: 'entra.microsoftonline.cn',
    azure: 'portal.azure.cn',
    intune: 'intune.microsoftonline.cn',
  },
};

/** The portals chosen. */
export function portalsOf({ showInAzurePortal, showInIntune }: PortalChoice): Portal[] {
  return [
    'entra',
    ...(showInAzurePortal ? ['azure' as const] : []),
    ...(showInIntune ? ['intune' as const] : []),
  ];
}

/**
 * Whether Guestpass works on this host of a portal. The Entra admin center of another cloud is one, where it says so.
 * Security: another portal may frame our panel, too; until it is chosen, there is no user on it.
 */
export function isChosenPortal(host: string, choice: PortalChoice): boolean {
  return Object.values(portalHosts).some((hosts) =>
    portalsOf(choice).some((portal) => hosts[portal] === host),
  );
}

/** What the browser has to grant: match patterns and names of permissions. */
export type Access = { origins: string[]; permissions: 'scripting'[] };

/** The match pattern of a host. */
export const originOf = (host: string) => `https://${host}/*`;

/** What is granted with the installation: the Entra admin center and Microsoft Graph of the global cloud. */
export const installOrigins = [portalHosts.global.entra, clouds.global.graph].map(originOf);

/**
 * The hosts of Microsoft Graph that a cloud takes: none in China, where there is nothing to ask for. A sign-in host is
 * never one: it answers single-page apps by CORS.
 */
function graphsOf(cloud: Cloud): string[] {
  const { graph, graphBySubScope = { graph } } = clouds[cloud];
  return cloud === 'china' ? [] : Object.values(graphBySubScope);
}

/** What a choice takes beside what is granted with the installation. */
export function accessFor(choice: PortalChoice): Access {
  const portals = portalsOf(choice).map((portal) => portalHosts[choice.cloud][portal]);
  const origins = [...portals, ...graphsOf(choice.cloud)]
    .map(originOf)
    .filter((origin) => !installOrigins.includes(origin));
  // It puts our script into the pages of these portals; the manifest's own script is for the first one.
  return { origins, permissions: origins.length > 0 ? ['scripting'] : [] };
}

/** All that any choice can take: what the manifest lists as optional. */
export const optionalAccess: Access = {
  origins: (Object.keys(clouds) as Cloud[]).flatMap(
    (cloud) => accessFor({ cloud, showInAzurePortal: true, showInIntune: true }).origins,
  ),
  permissions: ['scripting'],
};
