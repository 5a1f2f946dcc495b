import { type Cloud, clouds } from './clouds';

type UserAt = { userId: string; tenantId: string; cloud?: Cloud };

/**
 * The address of a user's page in the Microsoft Entra admin center of a cloud, for object ids (GUIDs) alone.
 * It names the tenant where the portal's own links do; `userPageFromUrl` reads user and tenant back from it.
 * https://github.com/Azure/portaldocs/blob/main/portal-sdk/generated/portalfx-links.md
 */
export function urlOfUserPage({ userId, tenantId, cloud = 'global' }: UserAt): string {
  const [portal] = clouds[cloud].portals;
  // Security: whatever else these were, they stay within their place.
  const [tenant, user] = [tenantId, userId].map(encodeURIComponent);
  return `https://${portal}/#@${tenant}/view/Microsoft_AAD_UsersAndTenants/UserProfileMenuBlade/~/overview/userId/${user}`;
}
