import { FailureError } from './failures';
import type { UserPage } from './portal-url';

/** A user page and the directory (a tenant's GUID, lower case) that the portal says it shows, where it says so. */
export type Place = UserPage & { directory?: string };

/** Names the tenant to one who has its names: `id` a GUID, `verifiedDomains` all in lower case. */
type TenantNames = { id: string; verifiedDomains: string[] };

/**
 * The tenant (GUID or domain) whose token a page takes; undefined where neither page nor setting names one.
 * The portal's directory goes before the address, which may be older. `lock` is the one tenant that settings allow.
 */
export function tenantToAsk(
  { directory, tenantHint }: Pick<Place, 'directory' | 'tenantHint'>,
  lock = '',
): string | undefined {
  return lock || (directory ?? tenantHint);
}

/**
 * Throws unless address, portal and setting all mean the tenant that issued the token. Which of them is wrong
 * can't be known, so nothing happens until they agree.
 */
export function assertOneTenant({ directory, tenantHint }: Place, token: TenantNames, lock = ''): void {
  const isToken = (name: string) => name === token.id || token.verifiedDomains.includes(name);
  const strangers = [directory, tenantHint].filter((name) => name !== undefined && !isToken(name));
  // Security: a token of one tenant must never be used on a page of another.
  if (strangers.length === 0) return;
  if (lock) throw new FailureError({ code: 'tenantLocked', values: { tenant: lock } });
  if (directory !== undefined && isToken(directory))
    throw new FailureError({
      code: 'tenantContradicted',
      values: { address: tenantHint ?? '', portal: directory },
    });
  throw new FailureError({ code: 'signInRequired' });
}
