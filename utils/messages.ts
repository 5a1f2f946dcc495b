import { browser } from 'wxt/browser';
import type { Cloud } from './clouds';
import type { ExternalUserType } from './external-user-type';
import type { Failure, FailureCode } from './failures';
import type { Group } from './graph-groups';
import type { Person } from './graph-people';
import type { GuestLanguage } from './guest-language';
import type { Stand } from './panel-place';
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

/** Somebody signed in to Guestpass; `tenant` is its name, or its id until a page of it was open. */
export type Account = { username: string; tenant: string };

/** What a test of the connection found of one ability. */
export type Ability = 'works' | Failure;

/** What a test of the connection found, once somebody was signed in. */
export type Connection = {
  /** User principal name of the admin it was tried as. */
  admin: string;
  /** Its id for a name, where the name may not be read. */
  tenant: Tenant;
  /** The delegated permissions in the token, by their short names. */
  granted: readonly string[];
  readsUser: Ability;
  /** `noGuest`: the tenant has nobody to try it with; `notTried`: nobody could be read. */
  readsPasses: Ability | 'noGuest' | 'notTried';
  readsPolicy: Ability;
};

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

/** What a search for internal guests has found in one tenant. */
export type FoundGuests = {
  cloud: Cloud;
  tenant: Tenant;
  /** User principal name of the admin who searched. */
  admin: string;
  /** Internal guests, and those of whom Graph does not tell; by name. */
  guests: Guest[];
  /** How many more match that are external: they can't have a pass. */
  external: number;
  /** There are more matches than were looked at. */
  more: boolean;
};

/** An order on its way to Microsoft Graph. */
export type UnderWay = 'issuing' | 'revoking';

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
  /** `portal` is the host of the Entra admin center where it is not the global cloud's. */
  | { state: 'notUserPage'; portal?: string }
  | { state: 'notSetUp' }
  /** The page is one of another cloud, or of one without passes. */
  | { state: 'notHere'; why: Failure }
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
      /** What each pass begins with where the admin chose nothing for the tenant. */
      usualWish?: Wish;
      /** Whether a pass just issued goes to the clipboard in the same click. */
      copiesAtOnce: boolean;
      /** The message's language for a guest whose account names none of ours. */
      messageLanguage: GuestLanguage;
      /** Whether each order needs a reason or ticket. */
      reasonRequired: boolean;
      /** When a pass that is shown hides by itself. */
      hiding: { masked: boolean; afterSeconds: number; onTabSwitch: boolean };
      /** The pass Graph lists now, whoever made it. */
      pass?: Pass;
      /** The admin may not list passes: that `pass` is missing says nothing. */
      passHidden?: true;
      /** The pass issued here and not dismissed yet. */
      issued?: IssuedPass;
      /** What is being done for this user now; whoever did not ask for it will hear of it by reading again. */
      underWay?: UnderWay;
      /** What became of the last order, whose answer nobody got: told until it is dismissed, or there is another. */
      unsettled?: { action: 'issue' | 'revoke'; failure: Failure };
      /** The same, where it was to revoke a pass: the id of that pass, which is gone. */
      revoked?: string;
    };

/** Every call between the contexts: who may make it stands at its handler in `entrypoints/background.ts`. */
export type Calls = {
  /** The content script's only question: should a panel stand on this page? */
  shouldShowPanel: (seen: Seen) => boolean;
  /** The content script has heard this word from the panel it framed; the panel is told. */
  vouchForLine: (nonce: string) => void;
  /** Where on the page the admin left the panel. */
  readStand: () => Stand;
  /** Keeps where the admin wants the panel from now on. */
  keepStand: (stand: Stand) => void;
  /** How many times larger than usual the browser shows the panel's tab. */
  readZoom: () => number;
  /** Who is on the page of the asking panel's tab, and what can be issued. */
  readTarget: (seen: Seen) => Target;
  /**
   * Opens the sign-in window for the tenant of the asking panel's tab, and asks there for what `purpose` takes;
   * `pick` lets the admin choose an account. From the popup on any other tab: for any tenant.
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
  /** Forgets what became of an order whose answer got lost and, unless it is to be kept, the secret of the pass issued for this user. */
  dismissPass: (user: { userId: string; keepsPass?: boolean }) => void;
  /** Internal guests whose names begin so, in the tenant of the popup's tab or else of the last sign-in. */
  searchGuests: (text: string) => FoundGuests;
  /** Who is signed in, once for each tenant. */
  readAccounts: () => Account[];
  /**
   * Signs in, in a window where it takes one, and tries what Guestpass does, but for what changes anything. Fails
   * where nobody is signed in at its end.
   */
  testConnection: () => Connection;
  /** Where somebody who may grants the permissions for the main flow, in this tenant or in the one that is locked. */
  readConsentLink: (tenantId?: string) => string;
  /** Forgets accounts, tokens and passes not dismissed; `issueInProgress` while an order is on its way. */
  signOut: () => void;
  /** Opens the options page. */
  openOptions: () => void;
  /** What this browser keeps of orders, newest first. */
  readRecord: () => RecordEntry[];
  /** Deletes the record. */
  clearRecord: () => void;
};

/** Errors do not survive the wire, so they cross it by value. */
export type Result<Value> = { ok: true; value: Value } | { ok: false; failure: Failure };

/** What a call is named by. */
export type Name = keyof Calls;
/** What a call gives back. */
export type Value<N extends Name> = ReturnType<Calls[N]>;
/** A call on the wire; `tabId` is the popup's. */
export type Message = { call: Name; args: unknown[]; tabId?: unknown };

let tabOfPopup: number | undefined;

/** The toolbar's popup stands in no tab: it says once on which it was opened, and its calls are about that one. */
export function callAboutTab(tabId: number | undefined): void {
  tabOfPopup = tabId;
}

/**
 * Calls that change nothing, by their verbs. A worker that dies takes them along; asked once more, the next one
 * answers.
 */
const reads = /^(read|search|should|vouch)/;

/** Makes one call to the background. Never rejects: what goes wrong on the way is a failure too. */
export async function call<N extends Name>(
  name: N,
  ...args: Parameters<Calls[N]>
): Promise<Result<Value<N>>> {
  const about = tabOfPopup === undefined ? {} : { tabId: tabOfPopup };
  // Security: what is no read is never repeated; one click is one request.
  for (let tries = reads.test(name) ? 2 : 1; tries > 0; tries -= 1) {
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

/** What an answer that never came leaves open, where a call does more than read. */
const unanswered: Partial<Record<Name, FailureCode>> = {
  signIn: 'signInInterrupted',
  issuePass: 'outcomeUnknown',
  revokePass: 'revocationUnknown',
  changePolicy: 'policyUnknown',
};
