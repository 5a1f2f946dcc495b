/** What an internal guest registers after signing in with a pass; `authenticator` may be another app that makes codes. */
export type RegisterMethod = 'authenticator' | 'passkey';

/** Whether the tenant's policy for passkeys (FIDO2) includes a guest. */
type PasskeyPolicyScope = 'included' | 'excluded' | 'notIncluded' | 'methodDisabled' | 'unknown';

/**
 * The one table of what an internal guest can register. On 23 November 2026 Microsoft does not support passkeys for
 * internal guests yet, but plans to by the end of the year: until then the sentence about a passkey also names
 * Microsoft Authenticator, for the guest who is not offered one.
 * https://learn.microsoft.com/entra/identity/authentication/how-to-authentication-passkeys-fido2#guest-users
 */
const methods: Record<PasskeyPolicyScope, RegisterMethod> = {
  included: 'passkey',
  excluded: 'authenticator',
  notIncluded: 'authenticator',
  methodDisabled: 'authenticator',
  unknown: 'authenticator',
};

/** What the message tells a guest to register: Microsoft Authenticator unless the tenant surely allows a passkey. */
export function methodToRegister(tenant: { passkeyPolicyScope: PasskeyPolicyScope }): RegisterMethod {
  return methods[tenant.passkeyPolicyScope];
}
