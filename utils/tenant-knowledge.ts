import type { Organization } from './graph-target';
import type { SessionStore } from './session-store';
import type { MethodPolicy, TapPolicy } from './tap-policy';

/** The policies of a tenant that matter here; `unknown` where the admin may not read one. */
export type Policies = { tap: TapPolicy | 'unknown'; passkey: MethodPolicy | 'unknown' };

/** What was read of a tenant; `at` is when its policies were, in milliseconds since 1970. */
export type TenantFacts = { organization?: Organization; policies?: Policies; at?: number };

/** What is known of tenants, from one worker to the next: so a cold one needs one round trip, too. Never of a guest. */
export type TenantKnowledge = {
  /** All that is known of this tenant; its policies no longer than five minutes. */
  recall(tenantId: string): Promise<Omit<TenantFacts, 'at'>>;
  /** Its organization, if this worker has learnt or recalled it. */
  organizationOf(tenantId: string): Organization | undefined;
  learn(tenantId: string, facts: Omit<TenantFacts, 'at'>): void;
  forgetPolicies(tenantId: string): void;
};

const policiesFreshForMilliseconds = 5 * 60_000;

/** Opens what is kept in `store`; `now` gives milliseconds since 1970. */
export function createTenantKnowledge(
  store: Pick<SessionStore<TenantFacts>, 'get' | 'set'>,
  now: () => number = Date.now,
): TenantKnowledge {
  const known = new Map<string, TenantFacts>();
  /** A clock may be set back: what is from the future is as old as can be. */
  const isFresh = (at = Number.POSITIVE_INFINITY) => now() >= at && now() - at < policiesFreshForMilliseconds;

  function keep(tenantId: string, facts: TenantFacts): void {
    known.set(tenantId, facts);
    // What can't be kept is read again.
    store.set({ [tenantId]: facts }).catch(() => {});
  }

  return {
    async recall(tenantId) {
      if (!known.has(tenantId)) {
        const kept = await store.get(tenantId);
        // What was learnt meanwhile is newer.
        if (!known.has(tenantId)) known.set(tenantId, kept ?? {});
      }
      const { organization, policies, at } = known.get(tenantId) ?? {};
      return {
        ...(organization ? { organization } : {}),
        ...(policies && isFresh(at) ? { policies } : {}),
      };
    },
    organizationOf: (tenantId) => known.get(tenantId)?.organization,
    learn(tenantId, facts) {
      keep(tenantId, { ...known.get(tenantId), ...facts, ...(facts.policies ? { at: now() } : {}) });
    },
    forgetPolicies(tenantId) {
      const { organization } = known.get(tenantId) ?? {};
      keep(tenantId, organization ? { organization } : {});
    },
  };
}
