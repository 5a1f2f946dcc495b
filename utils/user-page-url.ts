import type { Cloud } from './clouds';
import { portalHosts } from './portals';

type Whereabouts = { cloud: Cloud; userId: string; tenantId: string };

/**
 * The address of a user's page in the Microsoft Entra admin center of this cloud, for object ids (GUIDs) alone.
 * It names the tenant where the portal's own links do; `userPageFromUrl` reads user and tenant back from it.
 * https://github.com/Azure/portaldocs/blob/main/portal-sdk/generated/portalfx-links.md
 */
export function urlOfUserPage({ cloud, userId, tenantId }: Whereabouts): string {
  // Security: whatever else these were, they stay within their place.
  const [tenant, user] = [tenantId, userId].map(encodeURIComponent);
  return `https://${portalHosts[cloud].entra}/#@${tenant}/view/Microsoft_AAD_UsersAndTenants/UserProfileMenuBlade/~/overview/userId/${user}`;
}
