import type { CloudHosts } from './clouds';

/**
 * Where somebody who may grants an app permissions for the whole tenant (its id or domain; without one, that of whoever
 * signs in). Afterwards Entra leads to `redirectUri`, which has to be one of the app's.
 * https://learn.microsoft.com/entra/identity-platform/v2-admin-consent
 */
export function adminConsentLink(
  { login, graph }: Pick<CloudHosts, 'login' | 'graph'>,
  app: { tenant: string; clientId: string; redirectUri: string; scopes: readonly string[] },
): string {
  const { tenant, clientId, redirectUri, scopes } = app;
  const query = {
    client_id: clientId,
    scope: scopes.map((name) => `https://${graph}/${name}`).join(' '),
    redirect_uri: redirectUri,
  };
  const encoded = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return `https://${login}/${encodeURIComponent(tenant || 'organizations')}/v2.0/adminconsent?${encoded.join('&')}`;
}
