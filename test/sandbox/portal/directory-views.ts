import { people } from '../seed';
import { type SandboxApp, type SandboxState, type SandboxTenant, type SandboxUser, userOf } from '../state';

/** The administrator signed in to the portal: Avery, in Contoso or as the guest that stands for her elsewhere. */
export function administratorOf(tenant: SandboxTenant): SandboxUser | undefined {
  return tenant.users.find(({ id, _home }) => id === people.avery || _home?.userId === people.avery);
}

/** Who is signed in, to which directory, and which directories there are to switch to. */
export function sessionOf(state: SandboxState, tenant: SandboxTenant) {
  const account = state.tenants.flatMap(({ users }) => users).find(({ id }) => id === people.avery);
  const directory = ({ id, displayName, domains }: SandboxTenant) => ({ id, displayName, domains });
  return {
    account: {
      displayName: account?.displayName ?? 'Nobody',
      userPrincipalName: account?.userPrincipalName ?? '',
    },
    tenant: directory(tenant),
    directories: state.tenants.map(directory),
  };
}

/** A user as the list shows it. */
export function rowOf(user: SandboxUser) {
  const { id, displayName, userPrincipalName, userType, creationType, onPremisesSyncEnabled } = user;
  return {
    id,
    displayName,
    userPrincipalName,
    userType,
    creationType,
    onPremisesSyncEnabled,
    issuer: issuerOf(user),
  };
}

/** A user as the user's own page shows it; by object id or user principal name. */
export function userDetailsOf(tenant: SandboxTenant, key: string) {
  const user = userOf(tenant, key);
  if (!user) return undefined;
  const { mail, accountEnabled, externalUserState, preferredLanguage, _groups, _roles, _methods } = user;
  return {
    ...rowOf(user),
    mail,
    accountEnabled,
    externalUserState,
    preferredLanguage,
    createdDateTime: _methods[0]?.createdDateTime,
    groupCount: _groups.length,
    roleCount: _roles.length,
    methods: _methods,
  };
}

/** A group with its direct members. */
export function groupOf(tenant: SandboxTenant, key: string) {
  const group = tenant.groups.find(({ id }) => id === key.toLowerCase());
  return (
    group && {
      ...group,
      members: tenant.users.filter(({ _groups }) => _groups.includes(group.id)).map(rowOf),
    }
  );
}

const namedApp = (app: SandboxApp) => ({ ...app, displayName: 'Guestpass' });

/** Applications registered in a tenant. The state knows no names, and one application. */
export const appsOf = ({ apps }: SandboxTenant) => apps.map(namedApp);

/** One application by its client id. */
export const appOf = (tenant: SandboxTenant, key: string) =>
  appsOf(tenant).find(({ clientId }) => clientId === key.toLowerCase());

/** The `Identities` column: who vouches for the sign-in. */
function issuerOf({ identities }: SandboxUser): string {
  const { issuer } = identities.find(({ signInType }) => signInType === 'federated') ?? identities[0] ?? {};
  return issuer ?? '';
}
