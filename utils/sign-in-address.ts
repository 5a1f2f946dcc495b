import type { Cloud } from './clouds';

/**
 * Where a guest signs in with a pass and registers a method; bound to the tenant where Microsoft documents such an
 * address, because a guest's browser is often signed in elsewhere.
 */
const addresses: Record<Cloud, (tenantId: string) => string> = {
  // https://learn.microsoft.com/entra/identity/authentication/concept-registration-mfa-sspr-combined
  global: (tenantId) =>
    `https://mysignins.microsoft.com/security-info/?tenantId=${encodeURIComponent(tenantId)}`,
  // GCC High and DoD. No tenant-bound form is documented; the account's domain finds the tenant.
  // https://learn.microsoft.com/entra/identity/authentication/concept-authentication-authenticator-app#securityinfo-links
  usgov: () => 'https://aka.ms/MySecurityInfo-us',
  // The page that Microsoft's documentation for China names for registering an app. It documents neither a
  // tenant-bound form nor Temporary Access Pass, so nobody has tried this with a pass.
  china: () => 'https://account.activedirectory.windowsazure.cn/proofup.aspx',
};

/** The address a guest of this tenant opens to sign in with a pass. */
export function signInAddress(cloud: Cloud, tenantId: string): string {
  return addresses[cloud](tenantId);
}
