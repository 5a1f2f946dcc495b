import { type FailureCode, FailureError } from './failures';
import type { Graph } from './graph';
import type { IssuedPasses } from './issued-passes';
import type { IssuedPass, Order, Pass, Whom, Wish } from './messages';
import type { OpenOrders } from './open-orders';
import { type OpenOrder, outcomeOf, travelTime } from './order-outcome';
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
  /** Forgets what became of this user's order whose answer got lost and, unless told to keep it, the secret of the pass. */
  dismissPass(userId: string, keepsPass?: boolean): Promise<void>;
};

type Tools = {
  graphOf: (tenantId: string) => Graph;
  sights: Sights;
  issuedPasses: IssuedPasses;
  openOrders: OpenOrders;
  record: Pick<OrderRecord, 'keep'>;
  memory: TenantMemory;
  /** Milliseconds since 1970. */
  now?: () => number;
  /** Resolves after so many milliseconds. */
  pause?: (milliseconds: number) => Promise<unknown>;
};

const sleep = (milliseconds: number) => new Promise((passed) => setTimeout(passed, milliseconds));

/** Carries out orders in one cloud. */
export function createTapService(tools: Tools): TapService {
  const { graphOf, sights, issuedPasses, openOrders, record, memory, now = Date.now, pause = sleep } = tools;

  /** Under way from the first moment: whoever reads before the order is sent must hear how it ends. */
  async function carryOut<Value>(
    page: Place,
    { userId, tenantId }: Whom,
    action: OpenOrder['action'],
    act: (sight: Sight, note: (order: OpenOrder) => Promise<OpenOrder>) => Promise<Value>,
  ): Promise<Value> {
    try {
      return await openOrders.carryOut(userId, action, async (note) => {
        const sight = await sights.confirm(page, { userId, tenantId });
        return act(sight, (order) => note(order, sight));
      });
    } finally {
      // What was seen before is no longer true.
      sights.forget(userId);
    }
  }

  return {
    issuePass(page, { wish, reason, remember, ...whom }) {
      return carryOut(page, whom, 'issue', async (sight, note) => {
        const { guest, tenant, admin, passes } = sight;
        if (!sight.isForPass) throw new FailureError({ code: 'notInternalGuest' });
        if (remember !== undefined) await memory.keepChoice(tenant.id, remember ? wish : undefined);
        const open = openOrder(sight, 'issue');
        await note(open);
        const replaced = passes === 'unknown' ? undefined : passes[0];
        const order = {
          action: replaced && canBeReplaced(replaced, now()) ? 'replace' : 'issue',
          admin,
          tenant,
          guest,
          options: wish,
          clientRequestId: open.clientRequestId,
          ...(reason ? { reason } : {}),
        } as const;
        try {
          return await record.keep(order, () => issue(open, wish), optionsOf);
        } catch (error) {
          await learn(error, tenant.id);
          throw error;
        }
      });
    },

    revokePass(page, { passId, ...whom }) {
      return carryOut(page, whom, 'revoke', async (sight, note) => {
        const { guest, tenant, admin } = sight;
        const open = await note({ ...openOrder(sight, 'revoke'), passId });
        const { clientRequestId } = open;
        const order = { action: 'revoke', admin, tenant, guest, options: {}, clientRequestId } as const;
        const outcome = await record.keep(order, () => remove(open, passId));
        // Not one that was issued since the admin saw this one.
        await issuedPasses.forget(guest.id, passId);
        return outcome;
      });
    },

    async dismissPass(userId, keepsPass = false) {
      if (!keepsPass) await issuedPasses.forget(userId);
      await openOrders.dismiss(userId);
    },
  };

  function openOrder({ guest, tenant, passes }: Sight, action: OpenOrder['action']): OpenOrder {
    return {
      userId: guest.id,
      tenantId: tenant.id,
      action,
      before: passes === 'unknown' ? passes : passes.map(({ id }) => id),
      at: now(),
      clientRequestId: crypto.randomUUID(),
    };
  }

  async function issue(order: OpenOrder, wish: Wish): Promise<IssuedPass> {
    const { userId, tenantId, before, clientRequestId } = order;
    const create = () => graphOf(tenantId).createPass(userId, wish, clientRequestId);
    let oldGone = false;
    const created = await create()
      .catch(async (error: unknown) => {
        const [old] = before === 'unknown' ? [] : before;
        if (codeOf(error) !== 'passExists' || !old) throw error;
        // The admin has confirmed that this pass ends. Documented otherwise, some tenants are said to want it deleted.
        await remove(order, old);
        oldGone = true;
        return create();
      })
      .catch(async (error: unknown) => {
        const settled = await settle(error, order);
        throw oldGone ? oldOneGone(settled) : settled;
      });
    const issued = { ...created, userId, clientRequestId };
    await issuedPasses.keep(issued);
    return issued;
  }

  /** One DELETE, under the order that it is part of. */
  async function remove(order: OpenOrder, passId: string): Promise<'deleted' | 'gone'> {
    const { userId, tenantId, clientRequestId } = order;
    try {
      return await graphOf(tenantId).deletePass(userId, passId, clientRequestId);
    } catch (error) {
      const settled = await settle(error, { ...order, action: 'revoke', passId });
      if (settled !== 'revoked') throw settled;
      return 'deleted';
    }
  }

  /** After a lost answer: what Graph lists tells what became of the order, at once or when nothing travels any more. */
  async function settle(error: unknown, order: OpenOrder): Promise<unknown> {
    if (!(error instanceof FailureError) || error.failure.code !== 'outcomeUnknown') return error;
    const { failure } = error;
    await openOrders.lost(order.userId, failure);
    const list = () =>
      graphOf(order.tenantId)
        .listPasses(order.userId)
        .catch(() => 'unknown' as const);
    let outcome = outcomeOf(order, await list(), true);
    if (!outcome) {
      await pause(travelTime);
      outcome = outcomeOf(order, await list(), false);
    }
    return outcome === 'revoked' ? outcome : new FailureError({ ...failure, code: outcome ?? failure.code });
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
