import { contoso, fabrikam } from './seed';

/** A directory object as Microsoft Graph returns it, plus what only the sandbox knows (below `_`). */
export type SandboxUser = {
  id: string;
  displayName: string;
  userPrincipalName: string;
  mail: string | null;
  userType: 'Guest' | 'Member';
  creationType: string | null;
  externalUserState: string | null;
  externalUserStateChangeDateTime: string | null;
  identities: { signInType: string; issuer: string; issuerAssignedId: string | null }[];
  onPremisesSyncEnabled: boolean | null;
  accountEnabled: boolean;
  isManagementRestricted: boolean | null;
  preferredLanguage: string | null;
  /** Ids of groups this user is a direct member of. */
  _groups: string[];
  /** Display names of directory roles held. */
  _roles: string[];
  _managerId?: string;
  _sponsorIds: string[];
  /** The one pass of this user, with its code. */
  _pass?: SandboxPass;
  /** Registered methods, each with its `@odata.type`. The pass is not among them. */
  _methods: Record<string, unknown>[];
  /** When set, this account is the same person as that account of another tenant (cross-tenant sign-in). */
  _home?: { tenantId: string; userId: string };
};

/** A pass as the server holds it. Times are milliseconds of the sandbox clock. */
export type SandboxPass = {
  id: string;
  code: string;
  created: number;
  start: number;
  lifetimeInMinutes: number;
  isUsableOnce: boolean;
  used: boolean;
};

export type SandboxGroup = {
  id: string;
  displayName: string;
  isAssignableToRole: boolean;
  /** Ids of groups this group is a direct member of. */
  _groups: string[];
};

/** Whether a method is on, and for whom. */
export type SandboxMethodPolicy = {
  state: 'enabled' | 'disabled';
  includeTargets: { targetType: 'user' | 'group'; id: string; isRegistrationRequired: boolean }[];
  excludeTargets: { targetType: 'user' | 'group'; id: string }[];
};

export type SandboxPolicy = SandboxMethodPolicy & {
  defaultLifetimeInMinutes: number;
  minimumLifetimeInMinutes: number;
  maximumLifetimeInMinutes: number;
  defaultLength: number;
  isUsableOnce: boolean;
};

export type SandboxApp = {
  clientId: string;
  redirectUris: string[];
  /** Delegated permissions (short names) that the registration names, its `requiredResourceAccess`. */
  registered: string[];
  /** Those granted for the whole tenant. */
  adminConsent: string[];
};

export type SandboxTenant = {
  id: string;
  displayName: string;
  /** Verified domains; the first is the default one, one ends in .onmicrosoft.com. */
  domains: string[];
  users: SandboxUser[];
  groups: SandboxGroup[];
  apps: SandboxApp[];
  policy: SandboxPolicy;
  passkeyPolicy: SandboxMethodPolicy;
};

/** An access token the login room gave out. Graph trusts what stands here and nothing else. */
export type SandboxToken = {
  tenantId: string;
  userId: string;
  clientId: string;
  /** Short names, e.g. `User.Read.All`. */
  scopes: string[];
  expires: number;
  /** The host of Graph it was asked for; missing: any. */
  audience?: string;
  /** The `claims` request it was issued for, if any. */
  claims?: string;
};

/** One request that reached the sandbox. Bodies only where a test needs them; never shown to users. */
export type LogEntry = {
  at: number;
  room: 'portal' | 'login' | 'graph';
  method: string;
  url: string;
  status: number;
};

export type SandboxState = {
  tenants: SandboxTenant[];
  tokens: Map<string, SandboxToken>;
  log: LogEntry[];
  /** Milliseconds since 1970 on the sandbox's clock, which tests can move. */
  now(): number;
  /** Moves the clock by milliseconds. */
  advance(milliseconds: number): void;
  /** Back to the seed: users, passes, policy, tokens, clock, log. Sign-in sessions end. */
  reset(): void;
  /** Counts resets, so that a room can drop what it keeps for itself. */
  generation: number;
};

/** A fresh cloud with two tenants. `redirectUris` are those of the Guestpass builds under test. */
export function createState(redirectUris: string[] = []): SandboxState {
  let offset = 0;
  const state: SandboxState = {
    tenants: [],
    tokens: new Map(),
    log: [],
    generation: 0,
    now: () => Date.now() + offset,
    advance(milliseconds) {
      offset += milliseconds;
    },
    reset() {
      offset = 0;
      state.tenants = [contoso(redirectUris), fabrikam(redirectUris)];
      state.tokens.clear();
      state.log.length = 0;
      state.generation += 1;
    },
  };
  state.reset();
  return state;
}

/** The tenant with this id or verified domain. */
export function tenantOf(state: SandboxState, idOrDomain: string): SandboxTenant | undefined {
  const wanted = idOrDomain.toLowerCase();
  return state.tenants.find(({ id, domains }) => id === wanted || domains.includes(wanted));
}

/** The user with this object id or user principal name. */
export function userOf(tenant: SandboxTenant, idOrUpn: string): SandboxUser | undefined {
  const wanted = idOrUpn.toLowerCase();
  return tenant.users.find(
    ({ id, userPrincipalName }) => id === wanted || userPrincipalName.toLowerCase() === wanted,
  );
}
