import { type Browser, browser } from 'wxt/browser';
import { FailureError } from './failures';
import type { Calls, Message, Name, Result, Value } from './messages';

/** Where a message comes from, as the browser (never the message) says. */
export type Sender = {
  kind: 'content' | 'panel' | 'popup' | 'extensionPage';
  /** The tab the page, or the frame with our page, stands in; for the toolbar's popup the one it was opened on. */
  tabId?: number;
  /** The address of that tab as the browser knows it, fragment included. */
  tabUrl?: string;
};

/** For each call: who may make it, and what answers it. */
export type Handlers = {
  [N in Name]: {
    from: readonly Sender['kind'][];
    handle: (sender: Sender, ...args: Parameters<Calls[N]>) => Promise<Value<N>>;
  };
};

/** Answers calls in the background. Must run synchronously when the worker starts. */
export function handleCalls(handlers: Handlers): void {
  browser.runtime.onMessage.addListener((message: unknown, from, respond) => {
    const sender = senderOf(from);
    if (!sender || !isMessage(message, handlers)) return;
    const { from: allowed, handle } = handlers[message.call];
    // Security: a call from a context that may not make it is answered by nothing at all.
    if (!allowed.includes(sender.kind)) return;
    answer(async () =>
      (handle as (sender: Sender, ...args: unknown[]) => Promise<unknown>)(
        sender.kind === 'popup' ? await withTab(sender, message.tabId) : sender,
        ...message.args,
      ),
    ).then(respond);
    return true;
  });
}

/** Security: the popup, which no page can frame, may choose the tab; what that tab shows is the browser's word. */
async function withTab(sender: Sender, tabId: unknown): Promise<Sender> {
  if (typeof tabId !== 'number') return sender;
  const { url } = await browser.tabs.get(tabId);
  return { ...sender, tabId, ...(url === undefined ? {} : { tabUrl: url }) };
}

async function answer(work: () => Promise<unknown>): Promise<Result<unknown>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    if (error instanceof FailureError) return { ok: false, failure: error.failure };
    return { ok: false, failure: { code: 'unexpected', detail: String(error) } };
  }
}

function isMessage(message: unknown, handlers: Handlers): message is Message {
  return (
    typeof message === 'object' &&
    message !== null &&
    'call' in message &&
    typeof message.call === 'string' &&
    Object.hasOwn(handlers, message.call) &&
    'args' in message &&
    Array.isArray(message.args)
  );
}

const ownPages: Record<string, Sender['kind']> = { '/panel.html': 'panel', '/popup.html': 'popup' };

/** Security: decided by what the browser attaches to a message, not by anything inside it. */
function senderOf({ id, url, tab, frameId }: Browser.runtime.MessageSender): Sender | undefined {
  if (id !== browser.runtime.id || !url || !URL.canParse(url)) return undefined;
  const at = {
    ...(tab?.id === undefined ? {} : { tabId: tab.id }),
    ...(tab?.url === undefined ? {} : { tabUrl: tab.url }),
  };
  // `runtime.getURL` would not do: for a page with a dynamic URL Chromium names another origin.
  const { protocol, host, pathname } = new URL(url);
  if (`${protocol}//${host}` === location.origin)
    return { kind: ownPages[pathname] ?? 'extensionPage', ...at };
  return frameId === 0 ? { kind: 'content', ...at } : undefined;
}
