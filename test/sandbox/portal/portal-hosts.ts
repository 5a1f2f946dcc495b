/**
 * Hosts under which the portal's shell answers. On purpose not read from `utils/clouds.ts`: a host missing there
 * must show. Names: the Microsoft Entra, Azure and Intune portals of the global, US Government and China clouds.
 * https://learn.microsoft.com/azure/azure-portal/azure-portal-safelist-urls
 */
const shellHosts = new Set([
  'entra.microsoft.com',
  'portal.azure.com',
  'intune.microsoft.com',
  'endpoint.microsoft.com',
  'canary-endpoint.microsoft.com',
  'devicemanagement.microsoft.com',
  'entra.microsoft.us',
  'portal.azure.us',
  'intune.microsoft.us',
  'endpoint.microsoft.us',
  'entra.microsoftonline.cn',
  'entra.microsoft.cn',
  'portal.azure.cn',
  'intune.microsoftonline.cn',
  'intune.microsoft.cn',
]);

const bladeHosts =
  /^(sandbox-\d+(-\d+)?\.reactblade(-ms|-rc)?\.portal\.azure\.net|([\w-]+\.)?hosting\.azureportal\.(usgovcloudapi\.net|chinacloudapi\.cn))$/;

/** Whether the portal's shell answers under this host name (lower case, no port). */
export function isShellHost(host: string): boolean {
  return shellHosts.has(host) || host.endsWith('.portal.azure.com');
}

/** Whether frames with blades come from this host name. */
export function isBladeHost(host: string): boolean {
  return bladeHosts.test(host);
}

/** Where a shell takes its blades from. US Government and China: the documented host of framed extensions. */
export function bladeHostOf(shellHost: string): string {
  if (shellHost.endsWith('.us')) return 'sandbox-1.hosting.azureportal.usgovcloudapi.net';
  if (shellHost.endsWith('.cn')) return 'sandbox-1.hosting.azureportal.chinacloudapi.cn';
  return 'sandbox-1.reactblade.portal.azure.net';
}

/** The product a shell host shows: its name, and whether its left menu is docked. */
export function productOf(shellHost: string): { name: string; isMenuDocked: boolean } {
  if (shellHost.startsWith('entra.')) return { name: 'Microsoft Entra admin center', isMenuDocked: true };
  if (/portal\.azure\./.test(shellHost)) return { name: 'Microsoft Azure', isMenuDocked: false };
  return { name: 'Microsoft Intune admin center', isMenuDocked: true };
}
