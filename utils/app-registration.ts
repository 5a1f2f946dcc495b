import type { Permission } from './scopes';

/** What an app registration for Guestpass has to have. */
export type AppRegistration = {
  /** One for each browser that admins use. */
  redirectUris: readonly string[];
  permissions: readonly Permission[];
};

/** What the app registration is called unless the organization calls it otherwise. */
export const appName = 'Guestpass';

/** Who may sign in: accounts of this tenant only. */
export const signInAudience = 'AzureADMyOrg';

/** Application id of Microsoft Graph, the same in every tenant and cloud. */
export const graphAppId = '00000003-0000-0000-c000-000000000000';

/**
 * Ids of the delegated permissions, the same in every tenant.
 * https://learn.microsoft.com/graph/permissions-reference
 */
export const permissionIds: Record<Permission, string> = {
  'User.Read': 'e1fe6dd8-ba31-4d61-89e7-88639da4683d',
  'User.Read.All': 'a154be20-db9c-4678-8ab7-66f6cc099a59',
  'UserAuthMethod-TAP.ReadWrite.All': '05de4a66-e51a-4312-842a-30c8094698d2',
  'Policy.Read.AuthenticationMethod': 'a6ff13ac-1851-4993-8ca9-a671d70de2d5',
  'UserAuthenticationMethod.Read.All': 'aec28ec7-4d02-4e8c-b864-50163aea77eb',
  'Policy.ReadWrite.AuthenticationMethod': '7e823077-d88e-468f-a337-e18f1f0e6c7c',
  'Group.ReadBasic.All': 'ba1917bc-a64b-4c71-b66d-229d4a520e66',
};
