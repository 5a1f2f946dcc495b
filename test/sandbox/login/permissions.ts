import { clouds } from '../../../utils/clouds';
import type { SandboxApp, SandboxUser } from '../state';

const openIdScopes = ['openid', 'profile', 'offline_access', 'email'];
const graphHosts = [...Object.values(clouds).map(({ graph }) => graph), 'dod-graph.microsoft.us'];

/**
 * Delegated permissions a user may grant for themselves; everything else takes an administrator.
 * https://learn.microsoft.com/graph/permissions-reference
 */
const userMayGrant = ['User.Read', 'User.ReadBasic.All'];

/**
 * Roles that may grant delegated permissions of Microsoft Graph for everybody.
 * https://learn.microsoft.com/entra/identity/enterprise-apps/grant-admin-consent#prerequisites
 */
const consentRoles = [
  'Global Administrator',
  'Privileged Role Administrator',
  'Cloud Application Administrator',
  'Application Administrator',
];

/** The Microsoft Graph permissions in a `scope` parameter by their short names, without duplicates. */
export function graphScopes(scope: string): string[] {
  const short = scope.split(/\s+/).map((name) => {
    const host = graphHosts.find((graph) => name.startsWith(`https://${graph}/`));
    return host ? name.slice(`https://${host}/`.length) : name;
  });
  return [...new Set(short)].filter(
    (name) => name !== '' && name !== '.default' && !openIdScopes.includes(name),
  );
}

/**
 * The Microsoft Graph permissions that a request asks of this app. `.default` asks for what is granted, and where
 * nothing is, for all that the registration names.
 * https://learn.microsoft.com/entra/identity-platform/scopes-oidc#the-default-scope
 */
export function askedScopes(scope: string, app: SandboxApp, granted: readonly string[]): string[] {
  const named = graphScopes(scope);
  const isDefault = scope.split(/\s+/).some((name) => name === '.default' || name.endsWith('/.default'));
  return isDefault && granted.length === 0 ? [...new Set([...named, ...app.registered])] : named;
}

/** What is granted to this user in this app: for the whole tenant, or by themselves. */
export function grantedScopes(app: SandboxApp, ownConsent: ReadonlySet<string>): string[] {
  return [...new Set([...app.adminConsent, ...ownConsent])];
}

/** Whether this user may accept a consent page that asks for these permissions. */
export function mayConsent(user: SandboxUser, scopes: string[]): boolean {
  return isConsentAdmin(user) || scopes.every((scope) => userMayGrant.includes(scope));
}

/** Whether this user may also accept on behalf of the organization. */
export function isConsentAdmin(user: SandboxUser): boolean {
  return user._roles.some((role) => consentRoles.includes(role));
}
