import { type FailureCode, FailureError } from './failures';
import type { Graph } from './graph';
import type { IssuedPasses } from './issued-passes';
import type { IssuedPass, Order, Pass, UnderWay, Whom, Wish } from './messages';
import type { Place } from './page-tenant';
import { canBeReplaced } from './pass-life';
import type { OrderRecord } from './record';
import { learntBounds } from './tap-policy';
import type { TenantMemory } from './tenant-memory';
import type { Sight, Sights } from './user-sight';

/** Issues, replaces and revokes passes. Methods throw FailureError. */
export type TapService = {
  /** Issues one pass to the user and tenant of the order, who must be those of `page`. Makes one POST. */
  issuePass(page: Place, order: Order): Promise<IssuedPass>;
  /** Deletes the pass with this id; `gone` where there was none any more. */
  revokePass(page: Place, pass: Whom & { passId: string }): Promise<'deleted' | 'gone'>;
  /** Forgets the secret of the pass issued to this user. */
  dismissPass(userId: string): Promise<void>;
  /** An order is on its way. */
  isBusy(): boolean;
  /** What is being done for this user at this moment. */
  underWay(userId: string): UnderWay | undefined;
};

type Tools = {
  graphOf: (tenantId: string) => Graph;
  sights: Sights;
  issuedPasses: IssuedPasses;
  record: Pick<OrderRecord, 'keep'>;
  memory: TenantMemory;
  /** Milliseconds since 1970. */
  now?: () => number;
};

/** Carries out orders in one cloud. */
export function createTapService(tools: Tools): TapService {
  const { graphOf, sights, issuedPasses, record, memory, now = Date.now } = tools;
  const underWay = new Map<string, UnderWay>();

  /** One order for a user at a time, and a fresh look at them afterwards. */
  async function alone<Value>(userId: string, what: UnderWay, order: () => Promise<Value>): Promise<Value> {
    if (underWay.has(userId)) throw new FailureError({ code: 'issueInProgress' });
    underWay.set(userId, what);
    try {
      return await order();
    } finally {
      underWay.delete(userId);
      sights.forget(userId);
    }
  }

  return {
    async issuePass(page, { userId, tenantId, wish, reason, remember }) {
      const sight = await sights.confirm(page, { userId, tenantId });
      if (!sight.isForPass) throw new FailureError({ code: 'notInternalGuest' });
      if (remember !== undefined) await memory.keepChoice(tenantId, remember ? wish : undefined);
      const clientRequestId = crypto.randomUUID();
      const { guest, tenant, admin, passes } = sight;
      const replaced = passes === 'unknown' ? undefined : passes[0];
      const order = {
        action: replaced && canBeReplaced(replaced, now()) ? 'replace' : 'issue',
        admin,
        tenant,
        guest,
        options: wish,
        clientRequestId,
        ...(reason ? { reason } : {}),
      } as const;
      return alone(userId, 'issuing', async () => {
        try {
          return await record.keep(order, () => issue(sight, wish, clientRequestId), optionsOf);
        } catch (error) {
          await learn(error, tenantId);
          throw error;
        }
      });
    },

    async revokePass(page, { userId, tenantId, passId }) {
      const { guest, tenant, admin, passes } = await sights.confirm(page, { userId, tenantId });
      const clientRequestId = crypto.randomUUID();
      const order = { action: 'revoke', admin, tenant, guest, options: {}, clientRequestId } as const;
      return alone(userId, 'revoking', async () => {
        const outcome = await record.keep(order, () =>
          remove(graphOf(tenantId), userId, passId, clientRequestId, passes),
        );
        await issuedPasses.forget(userId);
        return outcome;
      });
    },

    dismissPass: (userId) => issuedPasses.forget(userId),

    isBusy: () => underWay.size > 0,
    underWay: (userId) => underWay.get(userId),
  };

  async function issue(sight: Sight, wish: Wish, clientRequestId: string): Promise<IssuedPass> {
    const { guest, tenant, passes } = sight;
    const graph = graphOf(tenant.id);
    const create = () => graph.createPass(guest.id, wish, clientRequestId);
    let before = passes;
    const created = await create()
      .catch(async (error: unknown) => {
        const [old] = passes === 'unknown' ? [] : passes;
        if (codeOf(error) !== 'passExists' || !old) throw error;
        // The admin has confirmed that this pass ends. Documented otherwise, some tenants are said to want it deleted.
        await remove(graph, guest.id, old.id, clientRequestId, passes);
        before = [];
        return create();
      })
      .catch(async (error: unknown) => {
        const settled = await settle(error, graph, guest.id, before);
        throw before === passes ? settled : oldOneGone(settled);
      });
    const issued = { ...created, userId: guest.id, clientRequestId };
    await issuedPasses.keep(issued);
    return issued;
  }

  /** What a refusal tells of the tenant's policy. */
  async function learn(error: unknown, tenantId: string): Promise<void> {
    if (!(error instanceof FailureError)) return;
    if (aboutPolicy.includes(error.failure.code)) sights.forgetPolicy(tenantId);
    const bounds = learntBounds(error.failure);
    if (bounds) await memory.learnBounds(tenantId, bounds);
  }
}

/** Refusals that show that the policy is not what it was read to be. */
const aboutPolicy: readonly FailureCode[] = ['policyDisallows', 'lifetimeOutOfPolicy', 'multiUseForbidden'];

/** One DELETE. After a lost answer, what Graph lists now tells whether a pass is gone that it listed `before`. */
async function remove(
  graph: Graph,
  userId: string,
  passId: string,
  clientRequestId: string,
  before: Pass[] | 'unknown',
): Promise<'deleted' | 'gone'> {
  try {
    return await graph.deletePass(userId, passId, clientRequestId);
  } catch (error) {
    if (!(error instanceof FailureError) || error.failure.code !== 'outcomeUnknown') throw error;
    const left = await graph.listPasses(userId).catch(() => undefined);
    const isIn = (passes: Pass[]) => passes.some(({ id }) => id === passId);
    if (left && isIn(left)) throw new FailureError({ ...error.failure, code: 'notRevoked' });
    // A pass just made may not be listed yet: that it is missing says nothing of the DELETE.
    if (left && before !== 'unknown' && isIn(before)) return 'deleted';
    throw new FailureError({ ...error.failure, code: 'revocationUnknown' });
  }
}

/** After a lost answer: what Graph lists now tells whether a pass was made whose code nobody saw. */
async function settle(
  error: unknown,
  graph: Graph,
  userId: string,
  before: Pass[] | 'unknown',
): Promise<unknown> {
  if (!(error instanceof FailureError) || error.failure.code !== 'outcomeUnknown' || before === 'unknown')
    return error;
  try {
    const after = await graph.listPasses(userId);
    const isNew = after.some(({ id }) => !before.some((pass) => pass.id === id));
    return new FailureError({ ...error.failure, code: isNew ? 'passLost' : 'noPassMade' });
  } catch {
    return error;
  }
}

/** After these a pass may be there: ours without its code, or one that somebody else made meanwhile. */
const maybeThere: readonly FailureCode[] = ['passLost', 'outcomeUnknown', 'passExists'];

/** The old pass was deleted to make room, and no new one came: the admin must know that the guest has none. */
function oldOneGone(error: unknown): unknown {
  if (!(error instanceof FailureError) || maybeThere.includes(error.failure.code)) return error;
  const { code, detail, ...rest } = error.failure;
  return new FailureError({
    ...rest,
    code: 'oldPassGone',
    detail: [code, detail].filter(Boolean).join(': '),
  });
}

function codeOf(error: unknown): string | undefined {
  return error instanceof FailureError ? error.failure.code : undefined;
}

const optionsOf = ({ lifetimeInMinutes, isUsableOnce, startDateTime }: Pass) => ({
  lifetimeInMinutes,
  isUsableOnce,
  startDateTime,
});
