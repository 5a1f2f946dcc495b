import { type Browser, browser } from 'wxt/browser';
import { type Access, accessFor, optionalAccess, originOf, type PortalChoice, portalHosts } from './portals';

/** Asks the browser, which asks the user unless it has before; only in a click, and before anything is waited for. */
export function askForAccess(choice: PortalChoice): Promise<boolean> {
  return browser.permissions.request(permissions(accessFor(choice)));
}

/** What of this choice's access the browser does not grant. */
export async function missingAccess(choice: PortalChoice): Promise<string[]> {
  const { origins, permissions } = accessFor(choice);
  const all = [
    ...origins.map((name) => ({ name, some: { origins: [name] } })),
    ...permissions.map((name) => ({ name, some: { permissions: [name] } })),
  ];
  const granted = await Promise.all(all.map(({ some }) => browser.permissions.contains(some)));
  return all.filter((_, index) => !granted[index]).map(({ name }) => name);
}

/** Gives back what this choice does not take. */
export async function giveBackAccess(choice: PortalChoice): Promise<void> {
  const wanted = accessFor(choice);
  const granted = await browser.permissions.getAll();
  const origins = optionalAccess.origins.filter(
    (origin) => granted.origins?.includes(origin) && !wanted.origins.includes(origin),
  );
  const names = optionalAccess.permissions.filter(
    (name) => granted.permissions?.includes(name) && !wanted.permissions.includes(name),
  );
  if (origins.length > 0 || names.length > 0)
    await browser.permissions.remove(permissions({ origins, permissions: names }));
}

/** The portals chosen that are among these origins, which somebody has taken away. */
export function withdrawn(choice: PortalChoice, origins: string[] = []): Partial<PortalChoice> {
  const hosts = portalHosts[choice.cloud];
  const isGone = (host: string) => origins.includes(originOf(host));
  return {
    ...(choice.showInAzurePortal && isGone(hosts.azure) ? { showInAzurePortal: false } : {}),
    ...(choice.showInIntune && isGone(hosts.intune) ? { showInIntune: false } : {}),
  };
}

/** Calls `changed` when access was granted, and `taken` with the origins that were taken away, by whomever. */
export function onAccessChanged(changed: () => void, taken: (origins: string[]) => void): void {
  browser.permissions.onAdded.addListener(changed);
  browser.permissions.onRemoved.addListener(({ origins = [] }) => taken(origins));
}

const permissions = (access: Access) => access as Browser.permissions.Permissions;
