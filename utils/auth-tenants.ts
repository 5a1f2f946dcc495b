import { createSessionStore } from './session-store';

const store = createSessionStore<string>('tenants');

/** Whether a tenant is named by its id, and not by a domain. */
export const isTenantId = (name: string) => /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(name);

/** The id behind a tenant's id or domain, in lower case; a domain that no token has told of stays what it is. */
export async function tenantIdOf(name: string | undefined): Promise<string | undefined> {
  const wanted = name?.toLowerCase();
  return !wanted || isTenantId(wanted) ? wanted : ((await store.get(wanted)) ?? wanted);
}

/** Remembers, for this session of the browser, what a token told of a domain. */
export async function learnTenantId(domain: string, tenantId: string): Promise<void> {
  await store.set({ [domain.toLowerCase()]: tenantId });
}

/** Forgets all of it. */
export async function forgetTenantIds(): Promise<void> {
  await store.clear();
}
