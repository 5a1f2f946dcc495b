import { type FailureCode, FailureError } from './failures';
import type { Graph } from './graph';
import type { Group } from './graph-groups';
import type { PolicyNow, Whom } from './messages';
import type { Place } from './page-tenant';
import type { OrderRecord } from './record';
import type { Purpose } from './scopes';
import type { TapPolicy } from './tap-policy';
import { checkPolicyChange, describeChanges, type PolicyChange, policyPatch } from './tap-policy-change';
import { policyGroups } from './tap-scope';
import type { Sights } from './user-sight';

/** Reads and changes the tenant's policy for Temporary Access Pass. Methods throw FailureError. */
export type PolicyService = {
  readPolicy(page: Place, whom: Whom): Promise<PolicyNow>;
  searchGroups(page: Place, whom: Whom, text: string): Promise<Group[]>;
  /** Makes one PATCH and reads the policy again; `seen` is false while Graph still shows the former one. */
  changePolicy(page: Place, whom: Whom, change: PolicyChange): Promise<{ policy: TapPolicy; seen: boolean }>;
};

type Tools = {
  graphOf: (tenantId: string, purpose?: Purpose) => Graph;
  sights: Pick<Sights, 'confirm' | 'forgetPolicy'>;
  record: Pick<OrderRecord, 'keep'>;
};

/** Works on the policies of one cloud's tenants. */
export function createPolicyService({ graphOf, sights, record }: Tools): PolicyService {
  return {
    async readPolicy(page, whom) {
      await sights.confirm(page, whom);
      const graph = graphOf(whom.tenantId, 'changePolicy');
      const policy = await graph.readPolicy();
      // Newer than what the panel was told: it has to learn of it too.
      sights.forgetPolicy(whom.tenantId);
      return { policy, groupNames: await graph.readGroups(policyGroups(policy)) };
    },

    async searchGroups(page, whom, text) {
      await sights.confirm(page, whom);
      return graphOf(whom.tenantId, 'changePolicy').searchGroups(text);
    },

    async changePolicy(page, whom, change) {
      const { guest, tenant, admin } = await sights.confirm(page, whom);
      const graph = graphOf(whom.tenantId, 'changePolicy');
      // Read right before: targets are replaced as a whole, so a change made meanwhile would be lost.
      const current = await graph.readPolicy();
      if (checkPolicyChange(current, change).length > 0) throw new FailureError({ code: 'policyNotChanged' });
      const clientRequestId = crypto.randomUUID();
      const order = { action: 'changePolicy', admin, tenant, guest, options: {}, clientRequestId } as const;
      try {
        await record.keep(order, () => settled(graph, current, change, clientRequestId));
      } finally {
        // After a lost answer too: the policy may be another one now.
        sights.forgetPolicy(whom.tenantId);
      }
      const policy = await graph.readPolicy().catch(unverified);
      return { policy, seen: describeChanges(policy, change).length === 0 };
    },
  };
}

/** The change is made, but nobody has seen it: no failure to read may look as if nothing had happened. */
function unverified(error: unknown): never {
  throw error instanceof FailureError ? new FailureError({ ...error.failure, code: 'policyUnknown' }) : error;
}

const lostAnswers: readonly FailureCode[] = ['outcomeUnknown'];

/** After a lost answer, what Graph shows now tells whether the change was made. */
async function settled(
  graph: Graph,
  current: TapPolicy,
  change: PolicyChange,
  clientRequestId: string,
): Promise<void> {
  const { '@odata.type': _, ...patch } = policyPatch(current, change);
  try {
    await graph.updatePolicy(patch, clientRequestId);
  } catch (error) {
    if (!(error instanceof FailureError) || !lostAnswers.includes(error.failure.code)) throw error;
    const now = await graph.readPolicy().catch(() => undefined);
    if (!now || describeChanges(now, change).length > 0)
      throw new FailureError({ ...error.failure, code: now ? 'policyNotChanged' : 'policyUnknown' });
  }
}
