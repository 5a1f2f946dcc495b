import { type SandboxState, type SandboxTenant, type SandboxUser, tenantOf, userOf } from '../state';

/** A person as MSAL knows them: the object id and the tenant of the account they sign in with. */
export type Account = {
  /** `<object id>.<tenant id>` at home: MSAL's `homeAccountId`. */
  homeAccountId: string;
  homeTenant: SandboxTenant;
  homeUser: SandboxUser;
};

/** The account that signs in with this user principal name; guests from elsewhere sign in at home. */
export function accountByName(state: SandboxState, signInName: string): Account | undefined {
  const wanted = signInName.trim().toLowerCase();
  for (const homeTenant of state.tenants) {
    const homeUser = homeTenant.users.find((user) => user.userPrincipalName.toLowerCase() === wanted);
    if (homeUser && !homeUser._home && !wanted.includes('#ext#')) return account(homeTenant, homeUser);
  }
  return undefined;
}

/** The account with this `<object id>.<tenant id>`. */
export function accountById(state: SandboxState, homeAccountId: string): Account | undefined {
  const [userId = '', tenantId = ''] = homeAccountId.split('.');
  const homeTenant = tenantOf(state, tenantId);
  const homeUser = homeTenant && userOf(homeTenant, userId);
  return homeTenant && homeUser && account(homeTenant, homeUser);
}

/** Who this account is in a tenant: itself at home, or the guest that stands for it elsewhere. */
export function userIn(tenant: SandboxTenant, { homeTenant, homeUser }: Account): SandboxUser | undefined {
  if (tenant.id === homeTenant.id) return homeUser;
  return tenant.users.find(({ _home }) => _home?.tenantId === homeTenant.id && _home.userId === homeUser.id);
}

/** The object ids of this account in all tenants that know it. */
export function idsOf(state: SandboxState, account: Account): string[] {
  return state.tenants.map((tenant) => userIn(tenant, account)?.id).filter((id) => id !== undefined);
}

/**
 * The opaque `login_hint` claim, which Entra understands as a sign-in name at the next sign-in.
 * https://learn.microsoft.com/entra/identity-platform/optional-claims-reference
 */
export function loginHintOf({ homeUser }: Account): string {
  return `O.${Buffer.from(homeUser.userPrincipalName).toString('base64url')}`;
}

/** The sign-in name in a `login_hint` parameter, whether a name or the opaque claim. */
export function nameFromHint(hint: string): string {
  return hint.startsWith('O.') ? Buffer.from(hint.slice(2), 'base64url').toString('utf8') : hint;
}

/** Names the home account beside every token: MSAL makes its `homeAccountId` of it. */
export function clientInfoOf({ homeTenant, homeUser }: Account): string {
  return Buffer.from(JSON.stringify({ uid: homeUser.id, utid: homeTenant.id })).toString('base64url');
}

function account(homeTenant: SandboxTenant, homeUser: SandboxUser): Account {
  return { homeAccountId: `${homeUser.id}.${homeTenant.id}`, homeTenant, homeUser };
}
