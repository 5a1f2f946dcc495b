import { fabrikamId } from '../seed';
import { type SandboxState, type SandboxTenant, tenantOf } from '../state';

type Region = { graph: string; region: string; subScope?: string };

const regions: Record<string, Region> = {
  'login.microsoftonline.com': { graph: 'graph.microsoft.com', region: 'EU' },
  'login.microsoftonline.us': { graph: 'graph.microsoft.us', region: 'USGov', subScope: 'DODCON' },
  'login.partner.microsoftonline.cn': { graph: 'microsoftgraph.chinacloudapi.cn', region: 'AS' },
};

/** In the US Government cloud Fabrikam is a tenant of DoD, and Contoso one of GCC High. */
const regionOf = (host: string, tenantId?: string): Region =>
  host === 'login.microsoftonline.us' && tenantId === fabrikamId
    ? { graph: 'dod-graph.microsoft.us', region: 'USGov', subScope: 'DOD' }
    : (regions[host] ?? { graph: '', region: '' });

/** Whether tokens of this tenant are good at this host of Graph: those of a DoD tenant at no other of its cloud. */
export function isGraphOf(graphHost: string, tenantId: string): boolean {
  return Object.keys(regions).some((host) => regionOf(host, tenantId).graph === graphHost);
}

/** Hosts of the sign-in service in the three clouds. */
export const loginHosts = Object.keys(regions);

/** The first part of a path: one tenant, or whichever tenant the person comes from. */
export type Door = { name: string; tenant?: SandboxTenant };

/** Reads `/{tenant id | verified domain | organizations | common}/…`; undefined for a tenant that is nobody's. */
export function doorOf(state: SandboxState, name: string): Door | undefined {
  if (name === 'organizations' || name === 'common') return { name };
  const tenant = tenantOf(state, name);
  return tenant && { name, tenant };
}

/**
 * The OpenID Connect metadata of an authority.
 * https://learn.microsoft.com/entra/identity-platform/v2-protocols-oidc#sample-response
 */
export function openIdConfiguration(host: string, { name, tenant }: Door) {
  const base = `https://${host}/${tenant?.id ?? name}`;
  const { graph, region, subScope } = regionOf(host, tenant?.id);
  return {
    token_endpoint: `${base}/oauth2/v2.0/token`,
    token_endpoint_auth_methods_supported: ['client_secret_post', 'private_key_jwt', 'client_secret_basic'],
    jwks_uri: `${base}/discovery/v2.0/keys`,
    response_modes_supported: ['query', 'fragment', 'form_post'],
    subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
    response_types_supported: ['code', 'id_token', 'code id_token', 'id_token token'],
    scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
    issuer: `https://${host}/${tenant?.id ?? '{tenantid}'}/v2.0`,
    request_uri_parameter_supported: false,
    userinfo_endpoint: `https://${graph}/oidc/userinfo`,
    authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
    device_authorization_endpoint: `${base}/oauth2/v2.0/devicecode`,
    http_logout_supported: true,
    frontchannel_logout_supported: true,
    end_session_endpoint: `${base}/oauth2/v2.0/logout`,
    claims_supported: [
      'sub',
      'iss',
      'aud',
      'exp',
      'iat',
      'nonce',
      'preferred_username',
      'name',
      'tid',
      'ver',
    ],
    kerberos_endpoint: `${base}/kerberos`,
    tenant_region_scope: tenant ? region : null,
    ...(tenant && subScope ? { tenant_region_sub_scope: subScope } : {}),
    cloud_instance_name: host.slice('login.'.length),
    cloud_graph_host_name: host.endsWith('.com') ? 'graph.windows.net' : graph,
    msgraph_host: graph,
    rbac_url: `https://pas.${host.slice('login.'.length)}`,
  };
}

/** The answer to instance discovery: MSAL asks which hosts belong to one cloud. */
export function instanceDiscovery(host: string, door: Door) {
  const aliases =
    host === 'login.microsoftonline.com' ? [host, 'login.windows.net', 'sts.windows.net'] : [host];
  return {
    tenant_discovery_endpoint: `https://${host}/${door.tenant?.id ?? door.name}/v2.0/.well-known/openid-configuration`,
    'api-version': '1.1',
    metadata: [{ preferred_network: host, preferred_cache: aliases[1] ?? host, aliases }],
  };
}
