import { FailureError } from './failures';
import type { Pass, Target, UnderWay } from './messages';
import { type OpenOrder, outcomeOf, travelTime } from './order-outcome';
import type { SessionStore } from './session-store';

/** The passes that one look has found; `at` is when it began, in milliseconds on a clock that nobody sets. */
export type PassesSeen = { passes: Pass[] | 'unknown'; at: number };

/** What a target tells of its user's last order. */
export type News = Pick<Extract<Target, { state: 'ready' }>, 'underWay' | 'unsettled' | 'revoked'>;

/**
 * Keeps each user's order from before it is sent until its outcome is known, and, if its answer got lost, until the
 * admin has dismissed what became of it. Security: ids and times only, in session storage.
 */
export type OpenOrders = {
  /**
   * Carries out one order for a user at a time; `act` notes it before it is sent, and gets it back with what a former
   * note knew. The note is forgotten in the end unless that leaves the outcome open. Throws `issueInProgress` while another order may still arrive.
   */
  carryOut<Value>(
    userId: string,
    action: OpenOrder['action'],
    act: (note: (order: OpenOrder, seen: PassesSeen) => Promise<OpenOrder>) => Promise<Value>,
  ): Promise<Value>;
  /** The answer to this user's order got lost. */
  lost(userId: string, failure: FailureError['failure']): Promise<void>;
  /** What is told of this user's last order. `issuing` gives the `clientRequestId` of the pass that is shown. */
  newsOf(userId: string, seen: PassesSeen, issuing: Promise<string | undefined>): Promise<News>;
  /** Forgets what became of this user's last order, if a list has told it. */
  dismiss(userId: string): Promise<void>;
  /** An order of this worker is on its way. */
  isBusy(): boolean;
  clear(): Promise<void>;
};

const underWay: Record<OpenOrder['action'], UnderWay> = { issue: 'issuing', revoke: 'revoking' };
const sleep = (milliseconds: number) => new Promise((passed) => setTimeout(passed, milliseconds));

/** That a pass is gone is told for so long: the list goes on showing it. */
const goodNewsFor = 60_000;

/**
 * Opens the orders kept in `store`, by object id of the user; `now` gives milliseconds since 1970, `ticks` those of a
 * clock that nobody sets, and `pause` resolves after so many.
 */
export function createOpenOrders(
  store: SessionStore<OpenOrder>,
  now: () => number = Date.now,
  ticks: () => number = () => performance.now(),
  pause: (milliseconds: number) => Promise<unknown> = sleep,
): OpenOrders {
  /** Orders that this worker is carrying out. */
  const own = new Map<string, OpenOrder['action']>();
  /** Since when nobody has been waiting for the answer any more, by `clientRequestId`. */
  const lostSince = new Map<string, number>();

  function isEarly({ clientRequestId, decided }: OpenOrder, seenAt: number): boolean {
    if (decided) return false;
    // Of a dead worker's order it is known only that it was lost before this worker met it.
    const since = lostSince.get(clientRequestId) ?? ticks();
    lostSince.set(clientRequestId, since);
    return seenAt - since < travelTime;
  }

  function isUndecided(order: OpenOrder | undefined, { passes, at }: PassesSeen): boolean {
    return order !== undefined && !outcomeOf(order, passes, isEarly(order, at));
  }

  /** What a list told early may have been somebody else's doing: ours may still arrive, and must not come second. */
  async function arrivalOf(order: OpenOrder | undefined): Promise<void> {
    const since = order && lostSince.get(order.clientRequestId);
    const left = since === undefined ? 0 : since + travelTime - ticks();
    if (left > 0) await pause(left);
  }

  return {
    async carryOut(userId, action, act) {
      if (own.has(userId)) throw new FailureError({ code: 'issueInProgress' });
      own.set(userId, action);
      let noted: OpenOrder | undefined;
      try {
        const value = await act(async (order, seen) => {
          const former = await store.get(userId);
          if (isUndecided(former, seen)) throw new FailureError({ code: 'issueInProgress' });
          await arrivalOf(former);
          noted = withFormer(order, former);
          await store.set({ [userId]: noted });
          return noted;
        });
        // Nobody waits for it: whoever asks next finds it gone, and of what a dying worker leaves `newsOf` tells the end.
        store.remove(userId).catch(() => {});
        return value;
      } catch (error) {
        // A bug tells nothing of the order.
        const isOver = error instanceof FailureError && noted && !lostSince.has(noted.clientRequestId);
        if (isOver) await store.remove(userId);
        throw error;
      } finally {
        own.delete(userId);
      }
    },

    async lost(userId, failure) {
      const order = await store.get(userId);
      if (!order) return;
      lostSince.set(order.clientRequestId, ticks());
      await store.set({ [userId]: { ...order, failure } });
    },

    async newsOf(userId, { passes, at }, issuing) {
      // Asked before anything is awaited: an order that ends meanwhile would be missed, with the pass it made.
      const before = own.get(userId);
      const [order, issuedBy] = await Promise.all([store.get(userId), issuing]);
      // And after: one that begins meanwhile must not be overwritten.
      const running = before ?? own.get(userId);
      if (running) return { underWay: underWay[running] };
      if (!order) return {};
      const { action, clientRequestId, failure } = order;
      const outcome = outcomeOf(order, passes, isEarly(order, at));
      const isOld = outcome === 'revoked' && order.decided && now() - order.at > goodNewsFor;
      if (isOld || (action === 'issue' && issuedBy === clientRequestId)) {
        await store.remove(userId);
        return {};
      }
      if (!outcome) return { underWay: underWay[action] };
      if (!order.decided) await store.set({ [userId]: { ...order, decided: true } });
      if (outcome === 'revoked') return { revoked: order.passId ?? '' };
      return { unsettled: { action, failure: { ...failure, code: outcome, clientRequestId } } };
    },

    async dismiss(userId) {
      if ((await store.get(userId))?.decided && !own.has(userId)) await store.remove(userId);
    },

    isBusy: () => own.size > 0,
    clear: () => store.clear(),
  };
}

/** The same pass is to be revoked again: it was listed, though it may be gone by now. */
function withFormer(order: OpenOrder, former: OpenOrder | undefined): OpenOrder {
  const isAgain = order.passId !== undefined && former?.passId === order.passId;
  return isAgain ? { ...order, before: former.before } : order;
}
