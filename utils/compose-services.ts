import { type AftercareService, createAftercareService } from './aftercare-service';
import type { Auth } from './auth';
import type { Cloud } from './clouds';
import { type ConnectionService, createConnectionService } from './connection-service';
import { FailureError } from './failures';
import { createGraph } from './graph';
import { createGraphHosts } from './graph-host';
import type { GetToken } from './graph-middleware';
import { createPatience } from './graph-patience';
import { createGuestSearch, type GuestSearch } from './guest-search';
import { createIssuedPasses, type IssuedPasses } from './issued-passes';
import { createLocalStore } from './local-store';
import { createOpenOrders, type OpenOrders } from './open-orders';
import type { PauseNews } from './pause-news';
import { createPolicyService, type PolicyService } from './policy-service';
import type { OrderRecord } from './record';
import { type Purpose, scopesFor } from './scopes';
import { createSessionStore } from './session-store';
import type { Settings } from './setting-schemas';
import { keepAtHand } from './store-at-hand';
import { createTapService, type TapService } from './tap-service';
import { createTapTargets, type TapTargets } from './tap-target';
import { createTenantKnowledge, type TenantFacts, type TenantKnowledge } from './tenant-knowledge';
import { createTenantMemory, type TenantMemory } from './tenant-memory';
import { createSights } from './user-sight';

/** Everything that answers calls about one app registration in one cloud. */
export type Services = {
  auth: Auth;
  settings: Settings;
  knowledge: TenantKnowledge;
  targets: TapTargets;
  tap: TapService;
  policy: PolicyService;
  aftercare: AftercareService;
  connection: ConnectionService;
  search: GuestSearch;
  /** Ends what only reads. */
  endReads(): void;
};

type Kept = { openOrders: OpenOrders; issuedPasses: IssuedPasses; memory: TenantMemory };

type Around = Kept & {
  settings: Settings;
  auth: Auth;
  record: OrderRecord;
  pauses: PauseNews;
};

/** Which Microsoft Graph a tenant of this cloud has; kept in session storage. */
export const graphHostsOf = (cloud: Cloud) => createGraphHosts(cloud, createSessionStore('graphHost'));

/** What workers know of tenants. */
export const tenantStore = () => createSessionStore<TenantFacts>('tenant');

/** What lives as long as the worker, for all apps and clouds: only there does a store at hand know all that is written. */
export const openKept = (): Kept => ({
  openOrders: createOpenOrders(keepAtHand(createSessionStore('order'))),
  issuedPasses: createIssuedPasses(keepAtHand(createSessionStore('issued'))),
  memory: createTenantMemory(createLocalStore('tenant')),
});

/** Builds them for the app and the cloud that `settings` name, with what lives as long as the worker. */
export function createServices(around: Around): Services {
  const { settings, auth, record, openOrders, issuedPasses, memory, pauses } = around;
  const reads = new AbortController();
  const graphHosts = graphHostsOf(settings.cloud);
  const graphBy = (tenant: string, getToken: GetToken, ended = reads.signal) =>
    createGraph({
      host: () => graphHosts(tenant),
      getToken,
      patience: createPatience({ signal: AbortSignal.any([reads.signal, ended]), tell: pauses.begin }),
    });
  const graphOf = (tenant: string, purpose: Purpose = 'issue', ended?: AbortSignal) =>
    graphBy(
      tenant,
      async (renewal) =>
        (await auth.getToken({ tenant, scopes: scopesFor(purpose), ...renewal })).accessToken,
      ended,
    );
  const knowledge = createTenantKnowledge(tenantStore());
  const sights = createSights({ auth, graphOf, knowledge, settings });
  return {
    auth,
    settings,
    knowledge,
    targets: createTapTargets({ auth, sights, issuedPasses, memory, openOrders, settings }),
    tap: createTapService({ graphOf, sights, issuedPasses, openOrders, record, memory }),
    policy: createPolicyService({ graphOf, sights, record }),
    aftercare: createAftercareService({ graphOf, sights }),
    connection: createConnectionService({
      auth,
      graphBy,
      scopes: scopesFor('testConnection'),
      tenantLock: settings.tenantLock,
      knowledge,
    }),
    search: createGuestSearch({
      auth,
      graphOf: (tenant, ended) => graphOf(tenant, 'issue', ended),
      settings,
    }),
    endReads: () => reads.abort(new FailureError({ code: 'signInRequired' })),
  };
}
