import { type Cloud, clouds } from './clouds';

/**
 * The portal's page with the authentication methods policy of a tenant (GUID). The path names the tenant, because a new
 * tab would begin in the admin's own directory.
 * https://learn.microsoft.com/entra/identity/authentication/howto-authentication-temporary-access-pass
 */
export function policyPage(cloud: Cloud, tenantId: string): string {
  const [portal] = clouds[cloud].portals;
  return `https://${portal}/${tenantId}/#view/Microsoft_AAD_IAM/AuthenticationMethodsMenuBlade/~/AdminAuthMethods`;
}
