import { clouds } from './clouds';

/**
 * The address of a user's page in the Microsoft Entra admin center of the global cloud, for object ids (GUIDs) alone.
 * It names the tenant where the portal's own links do; `userPageFromUrl` reads user and tenant back from it.
 * https://github.com/Azure/portaldocs/blob/main/portal-sdk/generated/portalfx-links.md
 */
export function urlOfUserPage({ userId, tenantId }: { userId: string; tenantId: string }): string {
  const [portal] = clouds.global.portals;
  // Security: whatever else these were, they stay within their place.
  const [tenant, user] = [tenantId, userId].map(encodeURIComponent);
  return `https://${portal}/#@${tenant}/view/Microsoft_AAD_UsersAndTenants/UserProfileMenuBlade/~/overview/userId/${user}`;
}
