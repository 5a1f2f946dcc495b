import * as v from 'valibot';
import { type Cloud, clouds } from './clouds';
import { FailureError } from './failures';
import type { NamedStore } from './named-store';

/** The host of Microsoft Graph for a tenant (GUID or domain), or for none in particular. Throws FailureError. */
export type GraphHosts = (tenant: string | undefined) => Promise<string>;

const metadata = v.object({
  msgraph_host: v.optional(v.unknown()),
  tenant_region_sub_scope: v.optional(v.unknown()),
});

/**
 * Finds a tenant's Microsoft Graph. Where a cloud has several, the tenant's OpenID metadata tells; `store` keeps what it
 * told. In a cloud with one nothing is asked.
 * https://learn.microsoft.com/graph/deployments,
 * https://learn.microsoft.com/entra/identity-platform/v2-protocols-oidc#find-your-apps-openid-configuration-document-uri
 */
export function createGraphHosts(cloud: Cloud, store: Pick<NamedStore<string>, 'get' | 'set'>): GraphHosts {
  const { login, graph, graphBySubScope } = clouds[cloud];
  const underWay = new Map<string, Promise<string>>();
  if (!graphBySubScope) return async () => graph;
  const bySubScope = new Map<unknown, string>(Object.entries(graphBySubScope));
  const hosts = [...bySubScope.values()];

  async function find(tenant: string): Promise<string> {
    const kept = await store.get(tenant);
    if (kept && hosts.includes(kept)) return kept;
    const { msgraph_host, tenant_region_sub_scope } = await readMetadata(login, tenant);
    // Security: a token goes to a host of this cloud, whatever metadata says.
    const host =
      hosts.find((known) => known === msgraph_host) ??
      (msgraph_host === undefined ? bySubScope.get(tenant_region_sub_scope) : undefined);
    if (!host) throw unknown(`msgraph_host: ${JSON.stringify(msgraph_host)}`);
    await store.set({ [tenant]: host });
    return host;
  }

  return async (tenant) => {
    if (!tenant) return graph;
    const key = tenant.toLowerCase();
    const finding = underWay.get(key) ?? find(key).finally(() => underWay.delete(key));
    underWay.set(key, finding);
    return finding;
  };
}

async function readMetadata(login: string, tenant: string): Promise<v.InferOutput<typeof metadata>> {
  const url = `https://${login}/${encodeURIComponent(tenant)}/v2.0/.well-known/openid-configuration`;
  const response = await fetch(url, {
    credentials: 'omit',
    redirect: 'error',
    signal: AbortSignal.timeout(10_000),
  }).catch((error: unknown) => {
    throw new FailureError({ code: 'offline', detail: String(error) });
  });
  if (response.status === 400) throw new FailureError({ code: 'tenantNotFound' });
  if (!response.ok) throw unknown(`HTTP ${response.status}`);
  const read = v.safeParse(metadata, await response.json().catch(() => undefined));
  if (!read.success) throw unknown('The metadata is not an object.');
  return read.output;
}

const unknown = (detail: string) => new FailureError({ code: 'graphHostUnknown', detail });
