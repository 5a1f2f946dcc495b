import type { FunctionComponent } from 'preact';
import { vi } from 'vitest';
import { browser } from 'wxt/browser';
import type { PortalPort } from '../../components/portal-port';
import type { Message } from '../../utils/messages';
import { people } from '../sandbox/seed';
import { type Clock, installClock } from './clock';
import { type Asker, type Cloud, createCloud } from './cloud';
import { loadPage, type Page } from './page';
import { installSmallDom } from './small-dom';
import { type Area, createArea } from './storage';
import { startWorker, type Worker } from './worker';

/** Whose pages a schedule opens: two guests, and an employee for whom there is no panel. */
export const users = { ines: people.ines, sunil: people.suppliersOnly, emil: people.emil } as const;
export type UserName = keyof typeof users;

/** One press of a button that may order, as it was at that moment. */
export type Press = {
  what: 'issue' | 'revoke';
  /** The name on the panel. */
  name: string;
  /** It may lead to an order: a person's, long enough after what it is about came into sight, and no question left. */
  counts: boolean;
};

/** One order that the panel gave to the worker. */
export type Order = {
  what: 'issue' | 'revoke';
  userId: string;
  /** The address of the tab. */
  address: string;
  /** The press that it was given in, if it was given in one. */
  press: Press | undefined;
};

/** One browser with one tab of the portal, one admin in front of it, and Graph. */
export type World = {
  clock: Clock;
  cloud: Cloud;
  session: Area;
  local: Area;
  /** What was written to a console. */
  console: string[];
  clipboard: string[];
  orders: Order[];
  /** The press that is being made. */
  pressing: Press | undefined;
  /** Who and what stands on the panel, and since when, on the clock that nobody sets. */
  sight: { subject: string; since: number };
  /** Ids of passes that the admin was done with. */
  dismissed: Set<string>;
  /** `client-request-id`s of orders that may have left a pass, as the panel said until it was told to say no more or given another order. */
  acknowledged: Set<string>;
  /** The user of whom the panel said so before it asked its question. */
  toldBefore: string | undefined;
  /** Users for whom another admin has done something. */
  touchedByOthers: Set<string>;
  /** The address of the tab, and the one of which the panel was told last. */
  address: string;
  told: string;
  /** Tells the panel the address. */
  tell(address: string): void;
  page: Page;
  worker: Worker;
  /** Another one, where that is dead. */
  livingWorker(): Worker;
  /** A new document in the tab; what the former one waits for never comes. */
  reload(): void;
  end(): Promise<void>;
};

let Panel: FunctionComponent<{ portal: PortalPort }>;
let clock: Clock;
let world: World | undefined;

/** The address of this user's page. */
export const addressOf = (userId: string) =>
  `https://entra.microsoft.com/#view/Microsoft_AAD_UsersAndTenants/UserProfileMenuBlade/~/overview/userId/${userId}`;

/** Builds the stage once for a test file: clock, window, network and messages are the model's from here on. */
export async function buildStage(): Promise<void> {
  clock = installClock(vi.stubGlobal);
  installSmallDom(vi.stubGlobal);
  vi.stubGlobal('navigator', {
    onLine: true,
    language: 'en',
    languages: ['en'],
    clipboard: {
      async write([item]: { text: Promise<Blob> }[]) {
        const text = await (await item?.text)?.text();
        world?.clipboard.push(text ?? '');
      },
    },
  });
  vi.stubGlobal(
    'ClipboardItem',
    class {
      readonly text: Promise<Blob>;
      constructor(items: Record<string, Promise<Blob>>) {
        this.text = items['text/plain'] as Promise<Blob>;
      }
    },
  );
  for (const way of ['debug', 'error', 'info', 'log', 'trace', 'warn'] as const)
    vi.spyOn(console, way).mockImplementation(
      (...said) => void world?.console.push(said.map(String).join(' ')),
    );
  vi.stubGlobal('Intl', {
    ...all(Intl),
    DateTimeFormat: shared(Intl.DateTimeFormat),
    NumberFormat: shared(Intl.NumberFormat),
  });
  // The code that is loaded late is there: how it is loaded is not what a schedule is about.
  const [{ GuestpassPanel }] = await Promise.all([
    import('../../components/guestpass-panel'),
    import('../../components/late-options'),
    import('../../components/explanation'),
    import('../../components/late-notices'),
    import('../../components/issued-user'),
    import('../../components/pass-care'),
    import('../../components/hand-over'),
    import('../../components/scope-notice'),
    import('../../utils/handover-texts').then(({ loadHandoverTexts }) => loadHandoverTexts('en')),
  ]);
  Panel = GuestpassPanel as FunctionComponent<{ portal: PortalPort }>;
}

/** Formats take long to make, and a panel makes the same ones each time it is drawn. */
function shared<Format extends object>(Format: new (...args: never[]) => Format) {
  const made = new Map<string, Format>();
  return function SharedFormat(...args: never[]): Format {
    const key = JSON.stringify(args);
    const format = made.get(key) ?? new Format(...args);
    made.set(key, format);
    return format;
  };
}

const all = (value: object) =>
  Object.fromEntries(Object.getOwnPropertyNames(value).map((name) => [name, Reflect.get(value, name)]));

/** A world at its beginning. */
export function createWorld(onQuiet: (world: World) => void): World {
  clock.reset(() => world && onQuiet(world));
  const cloud = createCloud(clock);
  const session = createArea();
  const local = createArea();
  const askers = new Map<string, Asker>();
  const around = { clock, cloud, session, local, askers };
  let pages = 0;

  vi.stubGlobal('fetch', async (input: string, init: RequestInit) => {
    const asker = askers.get(new Headers(init.headers).get('authorization') ?? '');
    if (!asker) throw new Error('A request without the token of a worker');
    return cloud.fetchFor(asker, input, init);
  });

  browser.runtime.sendMessage = (async (message: Message) => {
    const from = pages;
    const { address, pressing: press } = me;
    const what = ({ issuePass: 'issue', revokePass: 'revoke' } as const)[message.call as string];
    if (what) me.orders.push({ what, userId: Object(message.args[0]).userId, address, press });
    // As browsers do: a message starts a worker where there is none.
    const worker = me.livingWorker();
    const result = await Promise.race([
      worker.answer(structuredClone(message), address),
      worker.death.then(() => 'dead' as const),
    ]);
    // Nobody is there to hear it.
    if (from !== pages) await new Promise(() => {});
    if (result === 'dead') throw new Error('The message port closed before a response was received.');
    return structuredClone(result);
  }) as typeof browser.runtime.sendMessage;

  browser.tabs.get = (async () => ({ url: me.address })) as unknown as typeof browser.tabs.get;

  const me: World = {
    clock,
    cloud,
    session,
    local,
    console: [],
    clipboard: [],
    orders: [],
    pressing: undefined,
    sight: { subject: '', since: 0 },
    dismissed: new Set(),
    acknowledged: new Set(),
    toldBefore: undefined,
    touchedByOthers: new Set(),
    address: addressOf(users.ines),
    told: '',
    tell(address) {
      me.told = address;
      me.page.hear(address);
    },
    page: undefined as unknown as Page,
    worker: startWorker(around),
    livingWorker() {
      if (!me.worker.isAlive()) me.worker = startWorker(around);
      return me.worker;
    },
    reload() {
      me.page?.unload();
      pages += 1;
      me.page = loadPage(Panel);
      me.tell(me.address);
    },
    async end() {
      world = undefined;
      me.page.unload();
      pages += 1;
      me.worker.dieAfter(0, false);
      // Preact would wait for ever for a frame that was never drawn.
      await clock.wait(100);
    },
  };
  world = me;
  me.reload();
  return me;
}
