import { createAftercareService } from '../utils/aftercare-service';
import { createGraph } from '../utils/graph';
import { createIssuedPasses } from '../utils/issued-passes';
import { createLocalStore } from '../utils/local-store';
import type { IssuedPass } from '../utils/messages';
import { createOpenOrders } from '../utils/open-orders';
import { createPolicyService } from '../utils/policy-service';
import { createRecord } from '../utils/record';
import { type Purpose, scopesFor } from '../utils/scopes';
import { createSessionStore } from '../utils/session-store';
import type { Settings } from '../utils/setting-schemas';
import { createTapService } from '../utils/tap-service';
import { createTapTargets } from '../utils/tap-target';
import { createTenantKnowledge } from '../utils/tenant-knowledge';
import { createTenantMemory } from '../utils/tenant-memory';
import { createSights } from '../utils/user-sight';
import { contosoId, people } from './sandbox/seed';
import type { Sandbox } from './sandbox/server';
import { tokenFor } from './sandbox/sign-in-by-hand';

type Options = {
  /** Object id of the admin; Avery unless said otherwise. */
  userId?: string;
  settings?: Partial<Settings>;
  /** Stands in for Entra's answer to a token that is asked for; throws to refuse it. */
  grant?: (purpose: Purpose) => void;
};

/** A background as it starts on the sandbox: it knows nothing but what the browser's storage kept. */
export function startTapWorker(
  { state }: Sandbox,
  { userId = people.avery, settings = {}, grant }: Options = {},
) {
  const account = { tenantId: contosoId, username: 'avery@contoso.com', homeAccountId: 'home' };
  const accessToken = tokenFor(state, { userId });
  const auth = {
    getToken: async () => ({ accessToken, account, scopes: [] }),
    accounts: async () => [account],
  };
  const graphOf = (_tenant: string, purpose: Purpose = 'issue') =>
    createGraph({
      host: 'graph.microsoft.com',
      getToken: async () => {
        grant?.(purpose);
        return tokenFor(state, { userId, scopes: [...scopesFor(purpose)] });
      },
    });
  const { now } = state;
  const record = createRecord(createLocalStore('record'), { retentionInDays: async () => 90, now });
  const issuedPasses = createIssuedPasses(createSessionStore<IssuedPass>('issued'), now);
  const pause = async (milliseconds: number) => state.advance(milliseconds);
  const openOrders = createOpenOrders(createSessionStore('order'), now, now, pause);
  const memory = createTenantMemory(createLocalStore('tenant'));
  const knowledge = createTenantKnowledge(createSessionStore('tenant'), now);
  const sights = createSights({ auth, graphOf, knowledge, settings, now, ticks: now });
  const usual = {
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
  const tap = createTapService({
    graphOf,
    sights,
    issuedPasses,
    openOrders,
    record,
    memory,
    now,
    pause,
  });
  return {
    ...createTapTargets({
      auth,
      sights,
      issuedPasses,
      memory,
      openOrders,
      settings: { ...usual, ...settings },
    }),
    ...tap,
    ...createPolicyService({ graphOf, sights, record }),
    ...createAftercareService({ graphOf, sights }),
    record,
  };
}
