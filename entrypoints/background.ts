import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { type Auth, createAuth } from '../utils/auth';
import { type Cloud, clouds } from '../utils/clouds';
import { FailureError } from '../utils/failures';
import { createGraph } from '../utils/graph';
import { createIssuedPasses } from '../utils/issued-passes';
import { handleCalls, type Sender, type Target } from '../utils/messages';
import { type UserPage, userPageFromUrl } from '../utils/portal-url';
import { createSessionStore } from '../utils/session-store';
import { onSettingsChanged, readSettings } from '../utils/settings';
import { settleAddress } from '../utils/tab-address';
import { createTapService, scopes, type TapService } from '../utils/tap-service';

type Services = { auth: Auth; tap: TapService };

/** Composition root: settings → auth → graph → rules → calls. Listeners first, work when asked. */
export default defineBackground(() => {
  const services = new Map<string, Services>();

  async function servicesFor(cloud: Cloud): Promise<Services> {
    const { clientId } = await readSettings();
    if (!clientId) throw new FailureError({ code: 'notSetUp' });
    const known = services.get(clientId + cloud);
    if (known) return known;
    const made = createServices(clientId, cloud);
    services.set(clientId + cloud, made);
    return made;
  }

  async function readTarget(sender: Sender): Promise<Target> {
    const page = pageOf(sender);
    if (!page) return { state: 'notUserPage' };
    try {
      return await (await servicesFor(page.cloud)).tap.readTarget(page);
    } catch (error) {
      if (error instanceof FailureError && error.failure.code === 'notSetUp') return { state: 'notSetUp' };
      throw error;
    }
  }

  handleCalls({
    shouldShowPanel: {
      from: ['content'],
      // A failure is shown too: the panel is where its next step stands.
      handle: async (sender, { url }) =>
        readTarget(await settleAddress(sender, url)).then(
          ({ state }) => state !== 'notUserPage' && state !== 'notInternalGuest',
          () => true,
        ),
    },
    readTarget: {
      from: ['panel'],
      handle: async (sender, { url }) => readTarget(await settleAddress(sender, url)),
    },
    signIn: {
      from: ['panel'],
      async handle(sender) {
        const page = requirePage(sender);
        const { auth } = await servicesFor(page.cloud);
        await auth.signIn({ ...(page.tenantHint ? { tenant: page.tenantHint } : {}), scopes });
        askAgain();
        return readTarget(sender);
      },
    },
    issuePass: {
      from: ['panel'],
      async handle(sender, order) {
        const page = requirePage(sender);
        return (await servicesFor(page.cloud)).tap.issuePass(page, order);
      },
    },
    dismissPass: {
      from: ['panel'],
      async handle(sender, { userId }) {
        const page = requirePage(sender);
        await (await servicesFor(page.cloud)).tap.dismissPass(userId);
      },
    },
    openOptions: { from: ['panel'], handle: () => browser.runtime.openOptionsPage() },
  });

  onSettingsChanged(() => askAgain());
});

function createServices(clientId: string, cloud: Cloud): Services {
  const { login, graph: host } = clouds[cloud];
  const issuedPasses = createIssuedPasses(createSessionStore('issued'));
  const auth = createAuth({ clientId, login, graph: host });
  const graphOf = (tenant: string) =>
    createGraph({
      host,
      getToken: async (claims) => {
        const { accessToken } = await auth.getToken({ tenant, scopes, ...(claims ? { claims } : {}) });
        return accessToken;
      },
    });
  return { auth, tap: createTapService({ auth, graphOf, issuedPasses }) };
}

/** Security: the user is read from the address the browser reports, never from a message. */
const pageOf = ({ tabUrl }: Sender): UserPage | undefined => (tabUrl ? userPageFromUrl(tabUrl) : undefined);

function requirePage(sender: Sender): UserPage {
  const page = pageOf(sender);
  if (!page) throw new FailureError({ code: 'targetMoved' });
  return page;
}

/** Tells every portal tab, and the panels in them, that what they were told has changed. */
async function askAgain(): Promise<void> {
  const tabs = await browser.tabs.query({ url: clouds.global.portals.map((host) => `https://${host}/*`) });
  for (const { id } of tabs) {
    if (id !== undefined) browser.tabs.sendMessage(id, { recheck: true }).catch(() => {});
  }
}
