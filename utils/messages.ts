import { type Browser, browser } from 'wxt/browser';
import type { ExternalUserType } from './external-user-type';
import { type Failure, FailureError } from './failures';
import type { TapPolicy } from './tap-policy';

/** What the admin asks for; what is left out follows the tenant's policy, and no start means now. */
export type Wish = { lifetimeInMinutes?: number; isUsableOnce?: boolean; startDateTime?: string };

/** A pass as Microsoft Graph lists it: everything but its secret. Times are ISO 8601 in UTC. */
export type Pass = {
  id: string;
  createdDateTime?: string;
  startDateTime: string;
  lifetimeInMinutes: number;
  isUsableOnce: boolean;
  isUsable: boolean;
  methodUsabilityReason: string;
};

/** A pass just issued, with the secret that Graph tells once. */
export type IssuedPass = Pass & {
  userId: string;
  temporaryAccessPass: string;
  /** Graph's `client-request-id` of the request that made it, for support and for the SOC. */
  clientRequestId: string;
};

/** The person on the page, as Microsoft Graph (never the page) names them. */
export type Guest = {
  id: string;
  displayName: string;
  userPrincipalName: string;
  externalUserType: ExternalUserType;
  accountEnabled: boolean;
};

/** What the panel may show for the tab it stands in. */
export type Target =
  | { state: 'notUserPage' }
  | { state: 'notSetUp' }
  /** Nobody is signed in who can read this tenant; `tenant` is the page's hint. */
  | { state: 'signInRequired'; tenant?: string }
  /** A user, but not one for whom Guestpass draws anything. */
  | { state: 'notInternalGuest'; externalUserType: ExternalUserType }
  | {
      state: 'ready';
      guest: Guest;
      tenant: { id: string; displayName: string };
      /** User principal name of the signed-in admin. */
      admin: string;
      /** `unknown` where the admin's role may issue passes but not read the policy. */
      policy: TapPolicy | 'unknown';
      /** The pass Graph lists now, whoever made it. */
      pass?: Pass;
      /** The pass issued here and not dismissed yet. */
      issued?: IssuedPass;
    };

/** Every call between the contexts: who may make it stands at its handler in `entrypoints/background.ts`. */
export type Calls = {
  /** The content script's only question: should a panel stand on this page, whose address it saw as `url`? */
  shouldShowPanel: (seen: { url: string }) => boolean;
  /** Who is on the page of the asking panel's tab, and what can be issued. `url`: the address it last heard of. */
  readTarget: (seen: { url?: string }) => Target;
  /** Opens the sign-in window for the tenant of the asking panel's tab. */
  signIn: () => Target;
  /** Issues one pass with one POST. `userId` must be the user in the tab's address. */
  issuePass: (order: { userId: string; wish: Wish }) => IssuedPass;
  /** Forgets the secret of the pass issued for this user. */
  dismissPass: (user: { userId: string }) => void;
  /** Opens the options page. */
  openOptions: () => void;
};

/** Errors do not survive the wire, so they cross it by value. */
export type Result<Value> = { ok: true; value: Value } | { ok: false; failure: Failure };

type Name = keyof Calls;
type Value<N extends Name> = ReturnType<Calls[N]>;
type Message = { call: Name; args: unknown[] };

/** Where a message comes from, as the browser (never the message) says. */
export type Sender = {
  kind: 'content' | 'panel' | 'extensionPage';
  /** The tab the page, or the frame with our page, stands in. Missing for the toolbar's popup. */
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

/** Makes one call to the background. Never rejects: what goes wrong on the way is a failure too. */
export async function call<N extends Name>(
  name: N,
  ...args: Parameters<Calls[N]>
): Promise<Result<Value<N>>> {
  try {
    const result: Result<Value<N>> | undefined = await browser.runtime.sendMessage({ call: name, args });
    if (result) return result;
  } catch {
    // The worker died, or this page outlived its extension: treated as an answer that never came.
  }
  return { ok: false, failure: { code: name === 'issuePass' ? 'outcomeUnknown' : 'noAnswer' } };
}

/** Answers calls in the background. Must run synchronously when the worker starts. */
export function handleCalls(handlers: Handlers): void {
  browser.runtime.onMessage.addListener((message: unknown, from, respond) => {
    const sender = senderOf(from);
    if (!sender || !isMessage(message, handlers)) return;
    const { from: allowed, handle } = handlers[message.call];
    // Security: a call from a context that may not make it is answered by nothing at all.
    if (!allowed.includes(sender.kind)) return;
    answer(() =>
      (handle as (sender: Sender, ...args: unknown[]) => Promise<unknown>)(sender, ...message.args),
    ).then(respond);
    return true;
  });
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
    return { kind: pathname === '/panel.html' ? 'panel' : 'extensionPage', ...at };
  return frameId === 0 ? { kind: 'content', ...at } : undefined;
}
