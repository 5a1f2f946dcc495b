import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import background from '../entrypoints/background';
import type { Name } from '../utils/messages';
import { fakePermissions } from './fake-permissions';

const id = 'guestpass-under-test';
const origin = `chrome-extension://${id}`;
const userId = '10000000-0000-4000-8000-000000000001';
const userPage = `https://entra.microsoft.com/#view/Microsoft_AAD_UsersAndTenants/UserProfileMenuBlade/~/overview/userId/${userId}`;
const tab = { id: 7, url: userPage };

/** Everybody who can send a message, as the browser describes them. */
const senders = {
  'the content script': { id, url: userPage, origin: 'https://entra.microsoft.com', tab, frameId: 0 },
  'the panel': { id, url: `${origin}/panel.html#theme=dark`, origin, tab, frameId: 3 },
  'the popup': { id, url: `${origin}/popup.html`, origin },
  'the options page': {
    id,
    url: `${origin}/options.html`,
    origin,
    tab: { id: 8, url: `${origin}/options.html` },
  },
  'a content script in a frame': { id, url: userPage, tab, frameId: 2 },
  'another extension': { id: 'intruder', url: 'chrome-extension://intruder/background.js' },
  'another extension that frames itself in the tab': {
    id: 'intruder',
    url: `chrome-extension://intruder/panel.html`,
    tab,
    frameId: 3,
  },
  'a page of the web': {
    url: 'https://evil.example/panel.html',
    tab: { id: 9, url: 'https://evil.example/' },
  },
  'a page named like ours': { id, url: `https://${id}/panel.html`, tab, frameId: 3 },
  'a blob of the portal': { id, url: `blob:https://entra.microsoft.com/${userId}`, tab, frameId: 3 },
  'nobody in particular': { id },
} as const;
type Who = keyof typeof senders;

/** Security: who is answered at all. Whoever is missing here gets nothing. */
const allowed: Record<Name, Who[]> = {
  shouldShowPanel: ['the content script'],
  vouchForLine: ['the content script'],
  readStand: ['the content script'],
  keepStand: ['the content script'],
  readZoom: ['the panel'],
  readTarget: ['the panel', 'the popup'],
  signIn: ['the panel', 'the popup'],
  issuePass: ['the panel', 'the popup'],
  revokePass: ['the panel', 'the popup'],
  dismissPass: ['the panel', 'the popup'],
  readAftercare: ['the panel', 'the popup'],
  readContacts: ['the panel', 'the popup'],
  readPolicy: ['the panel', 'the popup'],
  searchGroups: ['the panel', 'the popup'],
  changePolicy: ['the panel', 'the popup'],
  searchGuests: ['the popup'],
  openOptions: ['the panel', 'the popup'],
  readAccounts: ['the options page'],
  signOut: ['the options page'],
  testConnection: ['the options page'],
  readConsentLink: ['the options page'],
  readRecord: ['the options page'],
  clearRecord: ['the options page'],
};

/** What a forger may put into a message. */
const forgedArgs: unknown[][] = [
  [],
  [{}],
  [{ userId, tenantId: 't', wish: {}, passId: 'p', text: '', change: {}, directory: 'x' }],
  [{ url: userPage, tabUrl: userPage, kind: 'panel', sender: senders['the panel'] }],
  ['x'.repeat(100_000)],
  [null, undefined, 7],
  [JSON.parse('{"__proto__": {"directory": "x"}, "constructor": 1}')],
];

type Listener = (message: unknown, sender: object, respond: (answer: unknown) => void) => unknown;
let listeners: Listener[];
let onCommand: (command: string, tab?: { id?: number }) => void;

/** Sends as the browser would deliver it; undefined when nobody answers. */
function deliver(message: unknown, sender: object): Promise<unknown> {
  return new Promise((resolve) => {
    const taken = listeners.filter((listener) => listener(message, sender, resolve) === true);
    if (taken.length === 0) resolve(undefined);
  });
}

beforeEach(() => {
  fakeBrowser.reset();
  fakeBrowser.runtime.id = id;
  listeners = [];
  vi.stubGlobal('location', { origin });
  vi.spyOn(browser.runtime.onMessage, 'addListener').mockImplementation((added) => {
    listeners.push(added as Listener);
  });
  vi.spyOn(browser.tabs, 'sendMessage').mockResolvedValue(undefined as never);
  vi.spyOn(browser.runtime, 'openOptionsPage').mockResolvedValue();
  vi.spyOn(browser.commands.onCommand, 'addListener').mockImplementation((heard) => {
    onCommand = heard as typeof onCommand;
  });
  fakePermissions();
  background.main();
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe.each(Object.keys(allowed) as Name[])('%s', (name) => {
  it.each(Object.keys(senders) as Who[])('from %s', async (who) => {
    for (const args of forgedArgs) {
      const answer = await deliver({ call: name, args, tabId: 7 }, senders[who]);
      if (allowed[name].includes(who)) expect(answer).toHaveProperty('ok');
      else expect(answer).toBeUndefined();
    }
  });
});

it('gives a content script gone bad a yes or a no, whatever it says', async () => {
  for (const args of forgedArgs)
    expect(await deliver({ call: 'shouldShowPanel', args }, senders['the content script'])).toEqual({
      ok: true,
      value: expect.any(Boolean),
    });
});

it('lets a content script gone bad vouch for a line in its own tab only, and learn nothing by it', async () => {
  for (const args of [['n'], [{ vouched: 'n' }], [{ tabId: 8 }], []])
    expect(
      await deliver({ call: 'vouchForLine', args, tabId: 8 }, senders['the content script']),
    ).not.toHaveProperty('value', expect.anything());
  expect(vi.mocked(browser.tabs.sendMessage).mock.calls).toEqual([[7, { vouched: 'n' }]]);
});

it.each(['issuePass', 'revokePass', 'changePolicy', 'readContacts', 'readAftercare'] as const)(
  'knows no user for a panel in the page of a stranger that calls %s',
  async (call) => {
    const sender = { ...senders['the panel'], tab: { id: 9, url: `https://evil.example/#${userPage}` } };
    expect(await deliver({ call, args: forgedArgs[2] }, sender)).toEqual({
      ok: false,
      failure: { code: 'targetMoved' },
    });
  },
);

it('moves the keyboard to the panel of the tab that a shortcut was pressed in, and hears no other command', () => {
  onCommand('focus-panel', tab);
  onCommand('focus-panel');
  onCommand('_execute_action', tab);
  expect(vi.mocked(browser.tabs.sendMessage).mock.calls).toEqual([[7, { focusPanel: true }]]);
});

describe('on the page of a portal', () => {
  const sight = async (host: string, settings: Record<string, unknown>) => {
    await browser.storage.local.set({ settings });
    const url = userPage.replace('entra.microsoft.com', host);
    const sender = { ...senders['the panel'], tab: { id: 7, url } };
    const answer = (await deliver({ call: 'readTarget', args: [{}] }, sender)) as {
      value?: { state: string; why?: { code: string } };
    };
    return answer.value?.why?.code ?? answer.value?.state;
  };

  it('without a user the panel knows where users are', async () => {
    const read = () => deliver({ call: 'readTarget', args: [{}] }, senders['the popup']);
    expect(await read()).toEqual({ ok: true, value: { state: 'notUserPage' } });
    await browser.storage.local.set({ settings: { cloud: 'usgov' } });
    expect(await read()).toEqual({ ok: true, value: { state: 'notUserPage', portal: 'entra.microsoft.us' } });
  });

  it.each([
    ['that was not chosen', 'portal.azure.com', {}, 'notUserPage'],
    ['that was not chosen, though another was', 'portal.azure.com', { showInIntune: true }, 'notUserPage'],
    ['that was chosen', 'portal.azure.com', { showInAzurePortal: true }, 'notSetUp'],
    ['of the cloud that was chosen', 'entra.microsoft.us', { cloud: 'usgov' }, 'notSetUp'],
    ['of another cloud', 'entra.microsoft.com', { cloud: 'usgov' }, 'otherCloud'],
    ['of China', 'entra.microsoftonline.cn', { cloud: 'china' }, 'tapNotOffered'],
    ['of China, the app elsewhere', 'entra.microsoftonline.cn', {}, 'tapNotOffered'],
    ['while China was chosen', 'entra.microsoft.com', { cloud: 'china' }, 'otherCloud'],
  ])('%s (%s, %j) the panel shows %s', async (_, host, settings, shown) => {
    expect(await sight(host, settings)).toBe(shown);
  });
});
