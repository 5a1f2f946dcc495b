import { type Browser, browser } from 'wxt/browser';
import type { Cloud } from './clouds';
import type { ExternalUserType } from './external-user-type';
import { type Failure, type FailureCode, FailureError } from './failures';
import type { Group } from './graph-groups';
import type { Person } from './graph-people';
import type { RecordEntry } from './record-entry';
import type { RegisterMethod } from './register-methods';
import type { RegisteredMethod } from './registered-methods';
import type { Purpose } from './scopes';
import type { LearntBounds, TapPolicy } from './tap-policy';
import type { PolicyChange } from './tap-policy-change';
import type { TapScope } from './tap-scope';

/** What the admin asks for; what is left out follows the tenant's policy, and no start means now. */
export type Wish = { lifetimeInMinutes?: number; isUsableOnce?: boolean; startDateTime?: string };

/** The user and tenant that the admin saw: what is done is done to them or to nobody. */
export type Whom = { userId: string; tenantId: string };

/** What the admin saw and chose. `reason` is for the record; `remember` keeps the wish for the next user. */
export type Order = Whom & { wish: Wish; reason?: string; remember?: boolean };

/** What has become of a guest since a pass was issued. */
export type Aftercare = {
  /** The pass as Graph lists it now; missing when there is none any more. */
  pass?: Pass;
  /** `notGranted`: the app may not read methods; `forbidden`: the admin may not. */
  methods: RegisteredMethod[] | 'notGranted' | 'forbidden';
};

/** Who answers for a guest. */
export type Contacts = { manager?: Person; sponsors: Person[] | 'unknown' };

/** The policy as it is now, with the names of its groups by id as far as they may be read. */
export type PolicyNow = { policy: TapPolicy; groupNames: Record<string, string> };

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
  mail?: string;
  /** As the directory holds it, e.g. `es-ES`. */
  preferredLanguage?: string;
};

/** The tenant a token was issued by; `id` a GUID in lower case. */
export type Tenant = { id: string; displayName: string };

/**
 * What the asking page knows of its tab: the `url` it saw last, and the `directory` (a tenant's GUID) that the
 * portal's account menu names. Hints both: the first tells how long to wait for the browser to know the same
 * address, the second which tenant to sign in to. Neither can name a user.
 */
export type Seen = { url?: string; directory?: string };

type Directory = Pick<Seen, 'directory'>;

/** What the panel may show for the tab it stands in. */
export type Target =
  | { state: 'notUserPage' }
  | { state: 'notSetUp' }
  /** Nobody is signed in who can read this tenant: `tenant` is the page's hint, `signedIn` who is signed in elsewhere. */
  | { state: 'signInRequired'; tenant?: string; signedIn?: { admin: string; tenant: string } }
  /** A user, but not one for whom Guestpass draws anything on the page. */
  | { state: 'notInternalGuest'; guest: Guest; tenant: Tenant }
  | {
      state: 'ready';
      guest: Guest;
      tenant: Tenant;
      /** User principal name of the signed-in admin. */
      admin: string;
      cloud: Cloud;
      /** `unknown` where the admin's role may issue passes but not read the policy. */
      policy: TapPolicy | 'unknown';
      /** Whether the policy lets this user have a pass. */
      scope: TapScope;
      /** The bounds of the lifetime that an earlier refusal told, where the policy can't be read. */
      learnt?: LearntBounds;
      /** What the guest is told to register. */
      register: RegisterMethod;
      /** What the admin chose last in this tenant and wished to keep. */
      choice?: Wish;
      /** Whether each order needs a reason or ticket. */
      reasonRequired: boolean;
      /** When a pass that is shown hides by itself. */
      hiding: { afterSeconds: number; onTabSwitch: boolean };
      /** The pass Graph lists now, whoever made it. */
      pass?: Pass;
      /** The admin may not list passes: that `pass` is missing says nothing. */
      passHidden?: true;
      /** The pass issued here and not dismissed yet. */
      issued?: IssuedPass;
    };

/** Every call between the contexts: who may make it stands at its handler in `entrypoints/background.ts`. */
export type Calls = {
  /** The content script's only question: should a panel stand on this page? */
  shouldShowPanel: (seen: Seen) => boolean;
  /** Who is on the page of the asking panel's tab, and what can be issued. */
  readTarget: (seen: Seen) => Target;
  /**
   * Opens the sign-in window for the tenant of the asking panel's tab, and asks there for what `purpose` takes;
   * `pick` lets the admin choose an account.
   */
  signIn: (seen: Seen & { pick?: boolean; purpose?: Purpose }) => Target;
  /** Issues one pass with one POST. User and tenant must be those of the tab. */
  issuePass: (order: Order & Directory) => IssuedPass;
  /** Deletes this pass, if it is still there. */
  revokePass: (pass: Whom & Directory & { passId: string }) => 'deleted' | 'gone';
  /** What the guest has registered, and what is left of the pass. */
  readAftercare: (whom: Whom & Directory) => Aftercare;
  /** Whom to tell of the pass. */
  readContacts: (whom: Whom & Directory) => Contacts;
  /** The policy with what it takes to change it. */
  readPolicy: (whom: Whom & Directory) => PolicyNow;
  /** Groups of the tenant whose names begin so. */
  searchGroups: (search: Whom & Directory & { text: string }) => Group[];
  /** Changes the policy and reads it again; `seen` is false while Graph still shows the former one. */
  changePolicy: (order: Whom & Directory & { change: PolicyChange }) => { policy: TapPolicy; seen: boolean };
  /** Forgets the secret of the pass issued for this user. */
  dismissPass: (user: { userId: string }) => void;
  /** Opens the options page. */
  openOptions: () => void;
  /** What this browser keeps of orders, newest first. */
  readRecord: () => RecordEntry[];
  /** Deletes the record. */
  clearRecord: () => void;
};

/** Errors do not survive the wire, so they cross it by value. */
export type Result<Value> = { ok: true; value: Value } | { ok: false; failure: Failure };

type Name = keyof Calls;
type Value<N extends Name> = ReturnType<Calls[N]>;
type Message = { call: Name; args: unknown[]; tabId?: unknown };

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

let tabOfPopup: number | undefined;

/** The toolbar's popup stands in no tab: it says once on which it was opened, and its calls are about that one. */
export function callAboutTab(tabId: number | undefined): void {
  tabOfPopup = tabId;
}

/** Calls that change nothing. A worker that dies takes them along; asked once more, the next one answers. */
const reads: readonly Name[] = [
  'shouldShowPanel',
  'readTarget',
  'readAftercare',
  'readContacts',
  'readPolicy',
  'searchGroups',
];

/** Makes one call to the background. Never rejects: what goes wrong on the way is a failure too. */
export async function call<N extends Name>(
  name: N,
  ...args: Parameters<Calls[N]>
): Promise<Result<Value<N>>> {
  const about = tabOfPopup === undefined ? {} : { tabId: tabOfPopup };
  // Security: what is no read is never repeated; one click is one request.
  for (let tries = reads.includes(name) ? 2 : 1; tries > 0; tries -= 1) {
    try {
      const message = { call: name, args, ...about };
      const result: Result<Value<N>> | undefined = await browser.runtime.sendMessage(message);
      if (result) return result;
    } catch {
      // The worker died, or this page outlived its extension: treated as an answer that never came.
    }
  }
  return { ok: false, failure: { code: unanswered[name] ?? 'noAnswer' } };
}

/** What an answer that never came leaves open, where a call writes. */
const unanswered: Partial<Record<Name, FailureCode>> = {
  issuePass: 'outcomeUnknown',
  revokePass: 'revocationUnknown',
  changePolicy: 'policyUnknown',
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
