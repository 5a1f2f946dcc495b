import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { FailureError } from '../utils/failures';
import { type Handlers, handleCalls } from '../utils/handle-calls';
import { call, callAboutTab, type Name } from '../utils/messages';

const id = 'guestpass-under-test';
const origin = `chrome-extension://${id}`;
const tab = { id: 7, url: 'https://entra.microsoft.com/#home' };
const panel = { id, url: `${origin}/panel.html#theme=dark`, tab, frameId: 3 };
const popup = { id, url: `${origin}/popup.html` };
const contentScript = { id, url: tab.url, tab, frameId: 0 };

/** Calls of the panel that these tests never make. */
const unused = { from: ['panel'], handle: async () => expect.unreachable('nobody calls this') } as const;

/** Handlers that tell what they were given. */
function handlers(): Handlers {
  return {
    revokePass: unused,
    readAftercare: unused,
    readContacts: unused,
    readPolicy: unused,
    searchGroups: unused,
    changePolicy: unused,
    searchGuests: unused,
    vouchForLine: { from: ['content'], handle: async () => {} },
    readStand: unused,
    keepStand: unused,
    readZoom: unused,
    shouldShowPanel: { from: ['content'], handle: async () => true },
    readTarget: {
      from: ['panel', 'popup'],
      handle: async ({ tabUrl }) => ({ state: 'signInRequired', ...(tabUrl ? { tenant: tabUrl } : {}) }),
    },
    signIn: {
      from: ['panel'],
      handle: async () => {
        throw new FailureError({ code: 'signInCancelled' });
      },
    },
    issuePass: {
      from: ['panel'],
      handle: async (sender, order) => {
        throw new FailureError({
          code: 'unexpected',
          detail: `${sender.tabId} ${sender.tabUrl} ${order.userId}`,
        });
      },
    },
    dismissPass: {
      from: ['panel'],
      handle: async () => {
        throw new Error('a bug');
      },
    },
    openOptions: { from: ['panel'], handle: async () => {} },
    readAccounts: unused,
    signOut: unused,
    testConnection: unused,
    readConsentLink: unused,
    readRecord: { from: ['extensionPage'], handle: async () => [] },
    clearRecord: { from: ['extensionPage'], handle: async () => {} },
  };
}

type Listener = (message: unknown, sender: object, respond: (answer: unknown) => void) => unknown;
let listener: Listener | undefined;

/** Sends as the browser would deliver it; undefined when nobody answers. */
function deliver(message: unknown, sender: object): Promise<unknown> {
  return new Promise((resolve) => {
    if (listener?.(message, sender, resolve) !== true) resolve(undefined);
  });
}

beforeEach(() => {
  fakeBrowser.reset();
  fakeBrowser.runtime.id = id;
  vi.stubGlobal('location', { origin });
  vi.spyOn(browser.runtime.onMessage, 'addListener').mockImplementation((added) => {
    listener = added as Listener;
  });
  handleCalls(handlers());
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe('handleCalls', () => {
  it('answers the content script its one question', async () => {
    expect(await deliver({ call: 'shouldShowPanel', args: [] }, contentScript)).toEqual({
      ok: true,
      value: true,
    });
  });

  it.each(['readTarget', 'signIn', 'issuePass', 'dismissPass', 'openOptions', 'readRecord', 'clearRecord'])(
    'gives a content script that calls %s no answer at all',
    async (name) => {
      expect(await deliver({ call: name, args: [{ userId: 'x', wish: {} }] }, contentScript)).toBeUndefined();
    },
  );

  it.each(['readRecord', 'clearRecord'])(
    'answers %s to our own pages, and not to the panel',
    async (name) => {
      const options = { id, url: `${origin}/options.html` };
      expect(await deliver({ call: name, args: [] }, options)).toMatchObject({ ok: true });
      expect(await deliver({ call: name, args: [] }, panel)).toBeUndefined();
    },
  );

  it.each([
    ['another extension', { ...panel, id: 'somebody-else' }],
    ['a sender without an address', { id, tab }],
    ['a content script in a frame', { ...contentScript, frameId: 2 }],
    ['a page that begins like the panel', { ...panel, url: `https://evil.example/${origin}/panel.html` }],
    ['the options page', { id, url: `${origin}/options.html` }],
  ])('refuses %s that asks for a target', async (_, sender) => {
    expect(await deliver({ call: 'readTarget', args: [] }, sender)).toBeUndefined();
  });

  it.each([
    ['an unknown call', { call: 'getToken', args: [] }],
    ['a name of Object.prototype', { call: 'constructor', args: [] }],
    ['no arguments', { call: 'readTarget' }],
    ['not an object', 'readTarget'],
    ['nothing', null],
  ])('ignores %s', async (_, message) => {
    expect(await deliver(message, panel)).toBeUndefined();
  });

  it("takes tab and address from the browser's sender, not from the message", async () => {
    const order = { userId: 'u', wish: {}, tabUrl: 'https://entra.microsoft.com/#forged' };
    expect(await deliver({ call: 'issuePass', args: [order], tab: { url: 'forged' } }, panel)).toEqual({
      ok: false,
      failure: { code: 'unexpected', detail: '7 https://entra.microsoft.com/#home u' },
    });
  });

  it("takes the popup's word for the tab, and the browser's for its address", async () => {
    vi.spyOn(browser.tabs, 'get').mockImplementation(
      async (tabId: number) => ({ ...tab, id: tabId }) as never,
    );
    const ask = (tabId?: unknown) => deliver({ call: 'readTarget', args: [{}], tabId }, popup);
    expect(await ask(7)).toEqual({ ok: true, value: { state: 'signInRequired', tenant: tab.url } });
    expect(await ask('7')).toEqual({ ok: true, value: { state: 'signInRequired' } });
    expect(browser.tabs.get).toHaveBeenCalledExactlyOnceWith(7);
  });

  it('hears no word about another tab from anybody else', async () => {
    vi.spyOn(browser.tabs, 'get');
    await deliver({ call: 'readTarget', args: [{}], tabId: 8 }, panel);
    expect(browser.tabs.get).not.toHaveBeenCalled();
  });

  it('turns a failure into a value', async () => {
    expect(await deliver({ call: 'signIn', args: [{}] }, panel)).toEqual({
      ok: false,
      failure: { code: 'signInCancelled' },
    });
  });

  it('turns a bug into a value, too', async () => {
    expect(await deliver({ call: 'dismissPass', args: [{ userId: 'u' }] }, panel)).toEqual({
      ok: false,
      failure: { code: 'unexpected', detail: 'Error: a bug' },
    });
  });
});

describe('call', () => {
  it('is about the tab that the popup was opened on', async () => {
    const send = vi.spyOn(browser.runtime, 'sendMessage').mockResolvedValue(undefined as never);
    callAboutTab(7);
    await call('openOptions');
    callAboutTab(undefined);
    await call('openOptions');
    expect(send.mock.calls).toEqual([
      [{ call: 'openOptions', args: [], tabId: 7 }],
      [{ call: 'openOptions', args: [] }],
    ]);
  });

  it.each([
    ['readTarget', [{}], 'noAnswer'],
    ['signIn', [{}], 'signInInterrupted'],
    ['issuePass', [{ userId: 'u', wish: {} }], 'outcomeUnknown'],
    ['revokePass', [{ userId: 'u', passId: 'p' }], 'revocationUnknown'],
    ['changePolicy', [{ userId: 'u', change: {} }], 'policyUnknown'],
  ] as const)('reports %s without an answer as a failure', async (name, args, code) => {
    vi.spyOn(browser.runtime, 'sendMessage').mockRejectedValue(new Error('The message port closed.'));
    const ask = call as (name: string, ...args: readonly unknown[]) => ReturnType<typeof call>;
    expect(await ask(name, ...args)).toEqual({ ok: false, failure: { code } });
  });

  const tries: Record<Name, 1 | 2> = {
    shouldShowPanel: 2,
    vouchForLine: 2,
    readStand: 2,
    keepStand: 1,
    readZoom: 2,
    readTarget: 2,
    readAftercare: 2,
    readContacts: 2,
    readPolicy: 2,
    readAccounts: 2,
    readRecord: 2,
    searchGroups: 2,
    searchGuests: 2,
    signIn: 1,
    issuePass: 1,
    revokePass: 1,
    changePolicy: 1,
    dismissPass: 1,
    signOut: 1,
    openOptions: 1,
    clearRecord: 1,
    readConsentLink: 2,
    testConnection: 1,
  };
  it.each(Object.entries(tries))(
    'asks for %s again after a worker that died: %i times in all',
    async (name, times) => {
      const send = vi.spyOn(browser.runtime, 'sendMessage').mockReset();
      send
        .mockRejectedValueOnce(new Error('The message port closed.'))
        .mockResolvedValue({ ok: true } as never);
      const ask = call as (name: string, ...args: readonly unknown[]) => ReturnType<typeof call>;
      expect((await ask(name, {})).ok).toBe(times > 1);
      expect(send).toHaveBeenCalledTimes(times);
    },
  );
});
