import { createAftercareService } from '../../utils/aftercare-service';
import { FailureError } from '../../utils/failures';
import { createGraph } from '../../utils/graph';
import type { Sender } from '../../utils/handle-calls';
import { createIssuedPasses } from '../../utils/issued-passes';
import type { IssuedPass, Message, Result, Seen } from '../../utils/messages';
import { createNamedStore } from '../../utils/named-store';
import { createOpenOrders } from '../../utils/open-orders';
import type { OpenOrder } from '../../utils/order-outcome';
import { userPageFromUrl } from '../../utils/portal-url';
import { createRecord } from '../../utils/record';
import { keepAtHand } from '../../utils/store-at-hand';
import { settleAddress } from '../../utils/tab-address';
import { createTapService } from '../../utils/tap-service';
import { createTapTargets } from '../../utils/tap-target';
import { createTenantKnowledge, type TenantFacts } from '../../utils/tenant-knowledge';
import { createTenantMemory } from '../../utils/tenant-memory';
import { createSights } from '../../utils/user-sight';
import { contosoId, people } from '../sandbox/seed';
import { tokenFor } from '../sandbox/sign-in-by-hand';
import type { Clock } from './clock';
import type { Asker, Cloud } from './cloud';
import type { Area } from './storage';

/** A background worker, from its start to its death. */
export type Worker = Asker & {
  /** Answers one call of the panel in a tab that stands at this address; never when it dies over it. */
  answer(message: Message, address: string): Promise<Result<unknown>>;
  /** Dies at the so manieth place from now where it waits for anything, 0 at once; what it has sent `lands`, or is lost. */
  dieAfter(places: number, lands: boolean): void;
  /** Resolves when it dies. */
  death: Promise<void>;
};

type Around = {
  clock: Clock;
  cloud: Cloud;
  session: Area;
  local: Area;
  /** `fetch` leads to the worker whose token a request carries. */
  askers: Map<string, Asker>;
};

const panel: Sender = { kind: 'panel', tabId: 1 };

const settings = {
  tenantLock: '',
  reasonRequired: false,
  hidePassAfterSeconds: 120,
  maskPass: true,
  hidePassOnTabSwitch: false,
  defaultLifetimeInMinutes: 0,
  defaultUse: 'policy',
  copyAtOnce: true,
  messageLanguage: 'en',
} as const;

/** Starts a worker that knows nothing but what the browser's storage kept: the rooms of `entrypoints/background.ts`. */
export function startWorker({ clock, cloud, session, local, askers }: Around): Worker {
  let left = Number.POSITIVE_INFINITY;
  let landing = false;
  let die = () => {};
  const death = new Promise<void>((resolve) => {
    die = resolve;
  });
  const isAlive = () => left > 0;

  /** Every wait goes through here: a dead worker never goes on. */
  async function step(): Promise<void> {
    await Promise.resolve();
    if (isAlive()) left -= 1;
    if (isAlive()) return;
    die();
    await new Promise(() => {});
  }

  const asker: Asker = { isAlive, lands: () => landing, step };
  const account = { tenantId: contosoId, username: 'avery@contoso.com', homeAccountId: 'home' };
  const auth = {
    async getToken() {
      await step();
      const accessToken = tokenFor(cloud.state, { userId: people.avery });
      askers.set(`Bearer ${accessToken}`, asker);
      return { accessToken, account, scopes: [] };
    },
    accounts: async () => [account],
  };
  const graphOf = () =>
    createGraph({
      host: 'graph.microsoft.com',
      getToken: async () => (await auth.getToken()).accessToken,
    });
  const store = <Value>(name: string) => ({
    ...createNamedStore<Value>(session.of(step), name),
    area: 'session' as const,
  });
  const disk = (name: string) => ({ ...createNamedStore(local.of(step), name), area: 'local' as const });
  const record = createRecord(disk('record'), { retentionInDays: async () => 90 });
  const issuedPasses = createIssuedPasses(keepAtHand(store<IssuedPass>('issued')));
  const pause = async (milliseconds: number) => {
    await clock.pause(milliseconds);
    await step();
  };
  const openOrders = createOpenOrders(keepAtHand(store<OpenOrder>('order')), clock.now, clock.ticks, pause);
  const memory = createTenantMemory(disk('tenant'));
  const sights = createSights({
    auth,
    graphOf,
    knowledge: createTenantKnowledge(store<TenantFacts>('tenant'), clock.now),
  });
  const tap = createTapService({ graphOf, sights, issuedPasses, openOrders, record, memory, pause });
  const targets = createTapTargets({ auth, sights, issuedPasses, memory, openOrders, settings });
  const aftercare = createAftercareService({ graphOf, sights });

  async function handle({ call, args: [about] }: Message, address: string): Promise<unknown> {
    const seen = call === 'readTarget' ? (about as Seen).url : undefined;
    const { tabUrl = address } = await settleAddress({ ...panel, tabUrl: address }, seen);
    await step();
    const place = userPageFromUrl(tabUrl);
    if (!place) {
      if (call === 'readTarget') return { state: 'notUserPage' };
      throw new FailureError({ code: 'targetMoved' });
    }
    const order = about as never;
    if (call === 'readTarget') return targets.readTarget(place);
    if (call === 'issuePass') return tap.issuePass(place, order);
    if (call === 'revokePass') return tap.revokePass(place, order);
    if (call === 'dismissPass') {
      const { userId, keepsPass } = about as { userId: string; keepsPass?: boolean };
      return tap.dismissPass(userId, keepsPass);
    }
    if (call === 'readAftercare') return aftercare.readAftercare(place, order);
    throw new Error(`The model has no ${call}`);
  }

  return {
    ...asker,
    death,
    async answer(message, address) {
      const result = await handle(message, address).then(
        (value): Result<unknown> => ({ ok: true, value }),
        (error): Result<unknown> => ({
          ok: false,
          failure:
            error instanceof FailureError ? error.failure : { code: 'unexpected', detail: String(error) },
        }),
      );
      await step();
      return result;
    },
    dieAfter(places, lands) {
      landing = lands;
      left = places;
      if (places === 0) die();
    },
  };
}
