import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { adminConsentLink } from '../utils/admin-consent-link';
import { type Auth, createAuth } from '../utils/auth';
import { type Badge, badgeOf, badgeOfPass, noBadge } from '../utils/badge-of';
import { assertCloud, isNotHere } from '../utils/cloud-match';
import { type Cloud, clouds } from '../utils/clouds';
import {
  createServices,
  graphHostsOf,
  openKept,
  type Services,
  tenantStore,
} from '../utils/compose-services';
import { FailureError } from '../utils/failures';
import { handleCalls, type Sender } from '../utils/handle-calls';
import { createLocalStore } from '../utils/local-store';
import type { Account, Seen, Target } from '../utils/messages';
import { placeOf as placeOfCall } from '../utils/page-of-call';
import { type Place, tenantToAsk } from '../utils/page-tenant';
import { type Stand, standFrom } from '../utils/panel-place';
import { createPauseNews } from '../utils/pause-news';
import { keepPortals } from '../utils/portal-keeper';
import { askAgain, elsewhere, focusPanel, tellPause, vouchForLine } from '../utils/portal-tabs';
import { portalHosts } from '../utils/portals';
import { createRecord } from '../utils/record';
import { scopesFor } from '../utils/scopes';
import { openSetUpOnInstall } from '../utils/set-up-page';
import type { Settings } from '../utils/setting-schemas';
import { onSettingsChanged, readLockedSettings, readSettings, recallSettings } from '../utils/settings';
import { showBadge } from '../utils/tab-badge';

/** Hears calls, and has the services of the app and cloud that the settings name answer them. Listeners first, work when asked. */
export default defineBackground(() => {
  const services = new Map<string, Services>();
  const auths = new Map<string, Auth>();
  const pauses = createPauseNews(tellPause);
  const settingsNow = recallSettings();
  const placeOf = (sender: Sender, seen: Seen) => placeOfCall(sender, seen, settingsNow);
  const kept = openKept();
  const { openOrders } = kept;
  const record = createRecord(createLocalStore('record'), {
    retentionInDays: async () => (await settingsNow()).recordRetentionInDays,
  });

  const stands = createLocalStore<Stand>('panel');

  /** One for an app in a cloud, whatever other settings change: it knows who is signed in. */
  function authFor({ clientId, cloud }: Settings): Auth {
    const { login } = clouds[cloud];
    const graphOf = graphHostsOf(cloud);
    const auth = auths.get(clientId + cloud) ?? createAuth({ clientId, login, graphOf, isManaged });
    auths.set(clientId + cloud, auth);
    return auth;
  }

  /** For pages of this cloud, or for no page. */
  function servicesFor(settings: Settings, page?: Cloud): Services {
    assertCloud(page ?? settings.cloud, settings.cloud);
    if (!settings.clientId) throw new FailureError({ code: 'notSetUp' });
    const key = JSON.stringify(settings);
    const known = services.get(key);
    if (known) return known;
    const made = createServices({ ...kept, settings, auth: authFor(settings), record, pauses });
    services.set(key, made);
    return made;
  }

  async function readTarget(sender: Sender, seen: Seen): Promise<Target> {
    const { settings, place } = await placeOf(sender, seen);
    let badge = noBadge;
    try {
      const target = place ? await targetAt(settings, place) : notUserPage(settings);
      badge = badgeOf(target, Date.now());
      return target;
    } finally {
      tellBadge(sender, place, badge);
    }
  }

  async function targetAt(settings: Settings, place: Place): Promise<Target> {
    try {
      return await servicesFor(settings, place.cloud).targets.readTarget(place);
    } catch (error) {
      if (!(error instanceof FailureError)) throw error;
      const { failure } = error;
      if (failure.code === 'notSetUp') return { state: 'notSetUp' };
      if (isNotHere(failure)) return { state: 'notHere', why: failure };
      throw error;
    }
  }

  function tellBadge({ tabId }: Sender, place: Place | undefined, badge: Badge): void {
    if (tabId !== undefined) showBadge(tabId, place, badge);
  }

  /** The page a call is about, with what works on it. The directory is all that a call may add to the tab's address. */
  async function at(sender: Sender, { directory }: Pick<Seen, 'directory'>) {
    const { settings, place } = await placeOf(sender, directory ? { directory } : {});
    if (!place) throw new FailureError({ code: 'targetMoved' });
    return { place, ...servicesFor(settings, place.cloud) };
  }

  async function readAccounts(): Promise<Account[]> {
    const settings = await readSettings();
    if (!settings.clientId || settings.cloud === 'china') return [];
    const { auth, knowledge } = servicesFor(settings);
    return Promise.all(
      (await auth.accounts()).map(async ({ username, tenantId }) => {
        const { organization } = await knowledge.recall(tenantId);
        return { username, tenant: organization?.displayName ?? tenantId };
      }),
    );
  }

  async function readConsentLink(_sender: Sender, tenantId?: string): Promise<string> {
    const { clientId, tenantLock, cloud } = await readSettings();
    return adminConsentLink(clouds[cloud], {
      tenant: tenantId ?? tenantLock,
      clientId,
      redirectUri: browser.identity.getRedirectURL(),
      scopes: scopesFor('issue'),
    });
  }

  async function signOut(): Promise<void> {
    const settings = await readSettings();
    authFor(settings);
    // Its pass would come back to a panel that shows none, and nobody would ever see its code.
    if (openOrders.isBusy()) throw new FailureError({ code: 'issueInProgress' });
    for (const { endReads } of services.values()) endReads();
    // With all that was seen of users, tenants and policies.
    services.clear();
    await Promise.all([...auths.values()].map((auth) => auth.signOut()));
    await Promise.all([kept.issuedPasses.clear(), tenantStore().clear()]);
    await openOrders.clear();
    askAgain();
  }

  keepPortals();
  const fromPanel = ['panel', 'popup'] as const;

  handleCalls({
    shouldShowPanel: {
      from: ['content'],
      // A failure is shown too, and a pause: the panel is where the next step stands.
      handle: (sender, seen) =>
        pauses.unlessPaused(
          readTarget(sender, seen).then(
            ({ state }) => state !== 'notUserPage' && state !== 'notInternalGuest',
            () => true,
          ),
          true,
        ),
    },
    vouchForLine: { from: ['content'], handle: vouchForLine },
    readStand: { from: ['content'], handle: async () => standFrom(await stands.get('stand')) },
    keepStand: { from: ['content'], handle: (_sender, stand) => stands.set({ stand: standFrom(stand) }) },
    readZoom: { from: ['panel'], handle: ({ tabId }) => browser.tabs.getZoom(tabId) },
    readTarget: {
      from: fromPanel,
      handle(sender, seen) {
        pauses.repeat();
        return readTarget(sender, seen);
      },
    },
    signIn: {
      from: fromPanel,
      async handle(sender, { pick = false, purpose = 'issue', ...seen }) {
        const { settings, place } = await placeOf(sender, seen);
        // The popup searches on any tab, and has to sign in there first.
        if (!place && sender.kind !== 'popup') throw new FailureError({ code: 'targetMoved' });
        const { auth, aftercare } = servicesFor(settings, place?.cloud);
        const tenant = tenantToAsk(place ?? {}, settings.tenantLock);
        await auth.signIn({ ...(tenant ? { tenant } : {}), scopes: scopesFor(purpose), pick });
        aftercare.askAgain();
        // What is read here first, the others need not ask Microsoft Graph for.
        return readTarget(sender, seen).finally(() => askAgain());
      },
    },
    issuePass: {
      from: fromPanel,
      async handle(sender, order) {
        const { place, tap } = await at(sender, order);
        // Whatever became of it: what other tabs show of this user may be over.
        const issued = await tap
          .issuePass(place, order)
          .finally(() => askAgain(elsewhere(sender, order.userId)));
        tellBadge(sender, place, badgeOfPass(issued, Date.now()));
        return issued;
      },
    },
    revokePass: {
      from: fromPanel,
      async handle(sender, order) {
        const { place, tap } = await at(sender, order);
        const outcome = await tap
          .revokePass(place, order)
          .finally(() => askAgain(elsewhere(sender, order.userId)));
        tellBadge(sender, place, badgeOfPass(undefined, Date.now()));
        return outcome;
      },
    },
    dismissPass: {
      from: fromPanel,
      async handle(sender, { userId, keepsPass }) {
        const { tap } = await at(sender, {});
        await tap.dismissPass(userId, keepsPass);
        askAgain(elsewhere(sender, userId));
      },
    },
    readAftercare: {
      from: fromPanel,
      async handle(sender, whom) {
        const { place, aftercare } = await at(sender, whom);
        const care = await aftercare.readAftercare(place, whom);
        tellBadge(sender, place, badgeOfPass(care.pass, Date.now()));
        return care;
      },
    },
    readContacts: {
      from: fromPanel,
      async handle(sender, whom) {
        const { place, aftercare } = await at(sender, whom);
        return aftercare.readContacts(place, whom);
      },
    },
    readPolicy: {
      from: fromPanel,
      async handle(sender, whom) {
        const { place, policy } = await at(sender, whom);
        return policy.readPolicy(place, whom);
      },
    },
    searchGroups: {
      from: fromPanel,
      async handle(sender, { text, ...whom }) {
        const { place, policy } = await at(sender, whom);
        return policy.searchGroups(place, whom, text);
      },
    },
    changePolicy: {
      from: fromPanel,
      async handle(sender, { change, ...whom }) {
        const { place, policy } = await at(sender, whom);
        const changed = await policy.changePolicy(place, whom, change);
        askAgain();
        return changed;
      },
    },
    searchGuests: {
      from: ['popup'],
      async handle(sender, text) {
        const { settings, place } = await placeOf(sender, {});
        const { search } = servicesFor(settings, place?.cloud);
        return { cloud: settings.cloud, ...(await search.searchGuests(place, String(text))) };
      },
    },
    readAccounts: { from: ['extensionPage'], handle: readAccounts },
    readConsentLink: { from: ['extensionPage'], handle: readConsentLink },
    testConnection: {
      from: ['extensionPage'],
      handle: async () =>
        servicesFor(await readSettings())
          .connection.test()
          .finally(() => askAgain()),
    },
    signOut: { from: ['extensionPage'], handle: signOut },
    openOptions: { from: fromPanel, handle: () => browser.runtime.openOptionsPage() },
    readRecord: { from: ['extensionPage'], handle: () => record.entries() },
    clearRecord: { from: ['extensionPage'], handle: () => record.clear() },
  });

  openSetUpOnInstall(async () => (await readSettings()).clientId !== '');
  onSettingsChanged(() => askAgain());
  browser.commands.onCommand.addListener((command, tab) => {
    if (command === 'focus-panel') focusPanel(tab?.id);
  });
});

const isManaged = async () => (await readLockedSettings()).includes('clientId');

const notUserPage = ({ cloud }: Settings): Target => ({
  state: 'notUserPage',
  ...(cloud === 'global' ? {} : { portal: portalHosts[cloud].entra }),
});
