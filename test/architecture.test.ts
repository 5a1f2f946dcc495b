import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path/posix';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'vite';
import { describe, expect, test } from 'vitest';

/** One or more files with one reason to change. Only `imports` and `packages` are reached at run time. */
type Room = {
  files: RegExp;
  /** Rooms below this one. Its own files may import each other. */
  imports: RoomName[];
  packages: string[];
  /** `below`: types come from `imports` and `packages` too. `any`: from every room under `utils/`. */
  types: 'below' | 'any';
  /** What to do instead, for who meets the wall. */
  instead: string;
};

type RoomName =
  | 'background'
  | 'composition'
  | 'content'
  | 'contentParts'
  | 'panelPlace'
  | 'panelMessages'
  | 'options'
  | 'pages'
  | 'components'
  | 'services'
  | 'userSight'
  | 'tenantMemory'
  | 'tenantKnowledge'
  | 'pageTenant'
  | 'issuedPasses'
  | 'openOrders'
  | 'orderOutcome'
  | 'auth'
  | 'msalEnvironment'
  | 'graph'
  | 'messages'
  | 'handleCalls'
  | 'settings'
  | 'settingSchemas'
  | 'record'
  | 'recordCsv'
  | 'recordEntry'
  | 'recordRetention'
  | 'sessionStore'
  | 'localStore'
  | 'namedStore'
  | 'setUpPage'
  | 'pageOfCall'
  | 'tabAddress'
  | 'portalTabs'
  | 'pauseNews'
  | 'badge'
  | 'portalUrl'
  | 'failures'
  | 'interfaceText'
  | 'guestOf'
  | 'externalUserType'
  | 'adminConsentLink'
  | 'appRegistration'
  | 'scopes'
  | 'policyChange'
  | 'tapWish'
  | 'localTime'
  | 'tapPolicy'
  | 'handover'
  | 'spellOut'
  | 'registeredMethods'
  | 'passLife'
  | 'shownText'
  | 'clouds'
  | 'portals'
  | 'cloudMatch'
  | 'portalAccess'
  | 'build';

const askBackground = 'Ask the background by a call of utils/messages.ts, and take the types from there.';
const stayPure = 'A pure room takes what it needs as an argument, and imports types only.';

/** The specification: imports go down this table only. A new room needs a row, and a sentence in CONTRIBUTING.md. */
const rooms: Record<RoomName, Room> = {
  background: {
    files: /^entrypoints\/background\.ts$/,
    imports: [
      'composition',
      'adminConsentLink',
      'scopes',
      'pageTenant',
      'auth',
      'messages',
      'handleCalls',
      'settings',
      'record',
      'localStore',
      'panelPlace',
      'setUpPage',
      'pageOfCall',
      'portalTabs',
      'pauseNews',
      'badge',
      'failures',
      'clouds',
      'portals',
      'cloudMatch',
      'portalAccess',
    ],
    packages: ['wxt'],
    types: 'any',
    instead: 'The background only hears and answers: put the rule into utils/tap-service.ts.',
  },
  composition: {
    files: /^utils\/compose-services\.ts$/,
    imports: [
      'services',
      'userSight',
      'tenantMemory',
      'tenantKnowledge',
      'scopes',
      'issuedPasses',
      'openOrders',
      'graph',
      'sessionStore',
      'localStore',
      'namedStore',
      'failures',
    ],
    packages: [],
    types: 'any',
    instead: 'This only composes: put the rule into utils/tap-service.ts.',
  },
  pageOfCall: {
    files: /^utils\/page-of-call\.ts$/,
    imports: ['tabAddress', 'auth', 'settings', 'portalUrl', 'portals'],
    packages: [],
    types: 'any',
    instead: 'It says which page a call is about; what is done there is for others.',
  },
  content: {
    files: /^entrypoints\/portal\.content\.ts$/,
    imports: ['contentParts', 'messages', 'portalUrl'],
    packages: ['wxt'],
    types: 'below',
    instead: `The content script stays small and knows nothing. ${askBackground}`,
  },
  contentParts: {
    files:
      /^utils\/((panel-(frame|host|line|stand)|frame-sight|watch-url|portal-directory|portal-hints)\.ts|panel-host\.css)$/,
    imports: ['panelPlace'],
    packages: ['wxt'],
    types: 'any',
    instead: `The content script stays small and knows nothing. ${askBackground}`,
  },
  panelPlace: {
    files: /^utils\/panel-place\.ts$/,
    imports: [],
    packages: [],
    types: 'any',
    instead: stayPure,
  },
  options: {
    files: /^entrypoints\/options\//,
    imports: [
      'components',
      'messages',
      'settings',
      'settingSchemas',
      'handover',
      'portalUrl',
      'failures',
      'interfaceText',
      'portalAccess',
    ],
    packages: ['preact', 'wxt'],
    types: 'below',
    instead: askBackground,
  },
  pages: {
    files: /^entrypoints\/(panel|popup|guests)\//,
    imports: ['components', 'messages', 'portalUrl', 'failures', 'interfaceText'],
    packages: ['preact', 'wxt'],
    types: 'below',
    instead: askBackground,
  },
  components: {
    files: /^components\//,
    imports: [
      'messages',
      'panelMessages',
      'portalUrl',
      'failures',
      'interfaceText',
      'tapPolicy',
      'tapWish',
      'localTime',
      'appRegistration',
      'scopes',
      'policyChange',
      'handover',
      'spellOut',
      'registeredMethods',
      'settingSchemas',
      'passLife',
      'recordCsv',
      'recordEntry',
      'recordRetention',
      'portals',
    ],
    packages: ['preact', 'wxt'],
    types: 'below',
    instead: askBackground,
  },
  services: {
    files:
      /^utils\/(tap-service|tap-target|policy-service|aftercare-service|connection-service|guest-search)\.ts$/,
    imports: [
      'pageTenant',
      'scopes',
      'guestOf',
      'externalUserType',
      'failures',
      'orderOutcome',
      'passLife',
      'policyChange',
      'tapWish',
      'tapPolicy',
    ],
    packages: [],
    types: 'any',
    instead: 'The service gets graph, auth and stores as arguments from entrypoints/background.ts.',
  },
  userSight: {
    files: /^utils\/user-sight\.ts$/,
    imports: ['pageTenant', 'scopes', 'guestOf', 'handover', 'tapPolicy', 'failures', 'shownText'],
    packages: [],
    types: 'any',
    instead: 'It looks and does nothing: orders are carried out by the services.',
  },
  tenantMemory: {
    files: /^utils\/tenant-memory\.ts$/,
    imports: [],
    packages: ['valibot'],
    types: 'any',
    instead: 'It gets its store as an argument.',
  },
  tenantKnowledge: {
    files: /^utils\/tenant-knowledge\.ts$/,
    imports: [],
    packages: [],
    types: 'any',
    instead: 'It gets its store as an argument.',
  },
  pageTenant: {
    files: /^utils\/page-tenant\.ts$/,
    imports: ['failures'],
    packages: [],
    types: 'any',
    instead: 'It compares names of tenants, which it gets as arguments.',
  },
  issuedPasses: {
    files: /^utils\/issued-passes\.ts$/,
    imports: ['passLife'],
    packages: [],
    types: 'any',
    instead: 'It gets its store as an argument.',
  },
  openOrders: {
    files: /^utils\/open-orders\.ts$/,
    imports: ['failures', 'orderOutcome'],
    packages: [],
    types: 'any',
    instead: 'It gets its store as an argument, and asks Graph nothing: it is told what was seen.',
  },
  orderOutcome: {
    files: /^utils\/order-outcome\.ts$/,
    imports: [],
    packages: [],
    types: 'any',
    instead: stayPure,
  },
  auth: {
    files: /^utils\/(auth(-[a-z]+)*|web-auth-flow)\.ts$/,
    imports: ['msalEnvironment', 'sessionStore', 'failures', 'clouds', 'shownText'],
    packages: ['@azure/msal-browser', 'wxt'],
    types: 'any',
    instead: 'Sign-in knows nothing of Graph or of passes: combine them in utils/tap-service.ts.',
  },
  msalEnvironment: {
    files: /^utils\/msal-environment\.ts$/,
    imports: ['sessionStore'],
    packages: ['wxt'],
    types: 'below',
    instead: 'It gives MSAL its window and document, and no more.',
  },
  graph: {
    files: /^utils\/graph(-[a-z]+)*\.ts$/,
    imports: ['registeredMethods', 'failures', 'clouds', 'shownText'],
    packages: ['@microsoft/microsoft-graph-client', 'valibot'],
    types: 'any',
    instead: 'Graph gets its tokens as an argument, and knows no rule: put rules into utils/tap-service.ts.',
  },
  messages: {
    files: /^utils\/messages\.ts$/,
    imports: [],
    packages: ['wxt'],
    types: 'any',
    instead: 'The contract imports types only, because every context loads it.',
  },
  panelMessages: {
    files: /^utils\/panel-messages\.ts$/,
    imports: [],
    packages: [],
    types: 'any',
    instead: 'These are only types: what the two ends of the line say to each other.',
  },
  handleCalls: {
    files: /^utils\/handle-calls\.ts$/,
    imports: ['failures'],
    packages: ['wxt'],
    types: 'any',
    instead: 'Who may make a call is decided here, and what answers it in the background.',
  },
  portalAccess: {
    files: /^utils\/portal-(access|scripts|keeper)\.ts$/,
    imports: ['portals', 'settings', 'settingSchemas'],
    packages: ['wxt'],
    types: 'any',
    instead: 'It keeps what the browser grants in step with the settings, and decides nothing else.',
  },
  settings: {
    files: /^utils\/settings\.ts$/,
    imports: ['clouds', 'settingSchemas'],
    packages: ['wxt'],
    types: 'any',
    instead: 'Settings are read by everyone, so they import nobody.',
  },
  settingSchemas: {
    files: /^utils\/(setting-schemas|settings-file)\.ts$/,
    imports: ['handover', 'clouds'],
    packages: ['valibot'],
    types: 'below',
    instead: stayPure,
  },
  record: {
    files: /^utils\/record\.ts$/,
    imports: ['failures', 'recordEntry', 'recordRetention'],
    packages: ['valibot'],
    types: 'any',
    instead: 'The record gets its store as an argument, and knows an order only by its entry.',
  },
  recordCsv: { files: /^utils\/record-csv\.ts$/, imports: [], packages: [], types: 'any', instead: stayPure },
  recordRetention: {
    files: /^utils\/record-retention\.ts$/,
    imports: [],
    packages: [],
    types: 'any',
    instead: stayPure,
  },
  recordEntry: {
    files: /^utils\/record-entry\.ts$/,
    imports: [],
    packages: ['valibot'],
    types: 'below',
    instead: 'An entry is a closed list of fields, and nothing else.',
  },
  sessionStore: {
    files: /^utils\/session-store\.ts$/,
    imports: ['namedStore'],
    packages: ['wxt'],
    types: 'below',
    instead: 'It keeps values and does not know them.',
  },
  localStore: {
    files: /^utils\/local-store\.ts$/,
    imports: ['namedStore'],
    packages: ['wxt'],
    types: 'below',
    instead: 'It keeps values and does not know them.',
  },
  namedStore: {
    files: /^utils\/(named-store|store-at-hand)\.ts$/,
    imports: [],
    packages: [],
    types: 'any',
    instead: 'It gets its storage area, or its store, as an argument.',
  },
  setUpPage: {
    files: /^utils\/set-up-page\.ts$/,
    imports: [],
    packages: ['wxt'],
    types: 'any',
    instead: 'It gets what it needs to know as an argument.',
  },
  tabAddress: {
    files: /^utils\/tab-address\.ts$/,
    imports: ['portalUrl'],
    packages: ['wxt'],
    types: 'any',
    instead: 'It waits for the browser to know where a tab is, and no more.',
  },
  portalTabs: {
    files: /^utils\/portal-tabs\.ts$/,
    imports: ['portalUrl', 'clouds'],
    packages: ['wxt'],
    types: 'any',
    instead: 'It tells tabs that something has changed, never what: they ask.',
  },
  badge: {
    files: /^utils\/(badge-of|tab-badge)\.ts$/,
    imports: ['portalUrl', 'passLife', 'interfaceText'],
    packages: ['wxt'],
    types: 'any',
    instead: 'It shows on the icon what it is told of a tab, and asks nobody.',
  },
  pauseNews: {
    files: /^utils\/pause-news\.ts$/,
    imports: [],
    packages: [],
    types: 'any',
    instead: 'It tells that Graph is waited for, and decides nothing.',
  },
  portalUrl: {
    files: /^utils\/(portal-url|policy-page|user-page-url)\.ts$/,
    imports: ['clouds'],
    packages: [],
    types: 'any',
    instead: stayPure,
  },
  cloudMatch: {
    files: /^utils\/cloud-match\.ts$/,
    imports: ['failures', 'portals'],
    packages: [],
    types: 'any',
    instead: stayPure,
  },
  failures: {
    files: /^utils\/failures\.ts$/,
    imports: [],
    packages: [],
    types: 'any',
    instead: stayPure,
  },
  interfaceText: {
    files: /^utils\/interface-text\.ts$/,
    imports: [],
    packages: ['wxt'],
    types: 'any',
    instead: 'Texts are in public/_locales; this file only looks them up.',
  },
  guestOf: {
    files: /^utils\/guest-of\.ts$/,
    imports: ['externalUserType', 'shownText'],
    packages: [],
    types: 'any',
    instead: stayPure,
  },
  externalUserType: {
    files: /^utils\/external-user-type\.ts$/,
    imports: [],
    packages: [],
    types: 'any',
    instead: stayPure,
  },
  handover: {
    files:
      /^utils\/(handover-(message|texts|times)|handover-texts\/[a-z]{2}(-[A-Za-z]+)?|guest-language|mailto|plain-name|register-methods|sign-in-address)\.ts$/,
    imports: ['passLife'],
    packages: [],
    types: 'any',
    instead: stayPure,
  },
  spellOut: {
    files: /^utils\/spell-out(-words)?\.ts$/,
    imports: [],
    packages: [],
    types: 'any',
    instead: stayPure,
  },
  registeredMethods: {
    files: /^utils\/registered-methods\.ts$/,
    imports: ['passLife'],
    packages: [],
    types: 'any',
    instead: stayPure,
  },
  passLife: {
    files: /^utils\/pass-life\.ts$/,
    imports: [],
    packages: [],
    types: 'any',
    instead: stayPure,
  },
  adminConsentLink: {
    files: /^utils\/admin-consent-link\.ts$/,
    imports: [],
    packages: [],
    types: 'any',
    instead: stayPure,
  },
  appRegistration: {
    files: /^utils\/(app-registration|register-by-[a-z]+(-[a-z]+)*)\.ts$/,
    imports: ['scopes'],
    packages: [],
    types: 'any',
    instead: stayPure,
  },
  scopes: { files: /^utils\/scopes\.ts$/, imports: [], packages: [], types: 'any', instead: stayPure },
  policyChange: {
    files: /^utils\/tap-policy-change\.ts$/,
    imports: ['tapPolicy'],
    packages: [],
    types: 'any',
    instead: stayPure,
  },
  tapWish: {
    files: /^utils\/tap-(wish|lifetime|effect)\.ts$/,
    imports: ['tapPolicy'],
    packages: [],
    types: 'any',
    instead: stayPure,
  },
  localTime: {
    files: /^utils\/local-time\.ts$/,
    imports: [],
    packages: [],
    types: 'below',
    instead: stayPure,
  },
  tapPolicy: {
    files: /^utils\/tap-(policy|scope)\.ts$/,
    imports: [],
    packages: [],
    types: 'any',
    instead: stayPure,
  },
  shownText: { files: /^utils\/shown-text\.ts$/, imports: [], packages: [], types: 'any', instead: stayPure },
  portals: {
    files: /^utils\/portals\.ts$/,
    imports: ['clouds'],
    packages: [],
    types: 'any',
    instead: stayPure,
  },
  clouds: { files: /^utils\/clouds\.ts$/, imports: [], packages: [], types: 'any', instead: stayPure },
  build: {
    files: /^utils\/[a-z-]+\.plugin\.ts$/,
    imports: [],
    packages: ['vite', 'node:'],
    types: 'below',
    instead: 'A plugin runs in the build, where nothing of the extension exists.',
  },
};

/** Things behind one door: who may touch them at run time, and where everybody else goes. */
const doors: { touches: (used: Used) => boolean; files: string[]; instead: string }[] = [
  {
    touches: ({ packages }) => packages.some((name) => name.startsWith('@azure/')),
    files: ['utils/auth.ts'],
    instead: 'MSAL is imported by utils/auth.ts alone; take its types, and its objects as arguments.',
  },
  {
    touches: ({ packages }) => packages.some((name) => name.startsWith('@microsoft/')),
    files: ['utils/graph.ts', 'utils/graph-middleware.ts'],
    instead:
      'The Graph client is imported by utils/graph.ts and its middleware alone: add a method to Graph.',
  },
  {
    touches: ({ code, packages }) =>
      /\b(browser|chrome)\??\.storage\b|\bstorage\b[^{}]*\}\s*=\s*(browser|chrome)\b/.test(code) ||
      packages.some((name) => name.startsWith('wxt/utils/storage')),
    // Three, because they last differently: settings and the record stay on disk, passes and tokens never do.
    files: [
      'utils/settings.ts',
      'utils/local-store.ts',
      'utils/session-store.ts',
      'utils/msal-environment.ts',
    ],
    instead:
      'Storage is touched by utils/settings.ts, utils/local-store.ts and utils/session-store.ts: use what they export.',
  },
  {
    touches: ({ code }) => /\bi18n\b/.test(code),
    files: ['utils/interface-text.ts'],
    instead: 'Texts come from utils/interface-text.ts.',
  },
];

type Import = { from: string; isType: boolean };
type Used = { code: string; packages: string[] };

/** The import statements of a module, and its code without comments. */
function readModule(file: string, source: string): { imports: Import[]; code: string } {
  const { module, comments, errors } = parseSync(file, source);
  expect(errors, `${file} has to be TypeScript that can be read.`).toEqual([]);
  const imports: Import[] = [
    ...module.staticImports.map(({ moduleRequest, entries }) => ({
      from: moduleRequest.value,
      isType: entries.length > 0 && entries.every(({ isType }) => isType),
    })),
    ...module.staticExports.flatMap(({ entries }) =>
      entries.flatMap(({ moduleRequest, isType }) =>
        moduleRequest ? [{ from: moduleRequest.value, isType }] : [],
      ),
    ),
    ...module.dynamicImports.map(({ moduleRequest }) => ({
      from: source.slice(moduleRequest.start, moduleRequest.end).replace(/^(['"`])(.*)\1$/, '$2'),
      isType: false,
    })),
  ];
  const code = [...comments]
    .reverse()
    .reduce((text, { start, end }) => text.slice(0, start) + text.slice(end), source);
  return { imports, code };
}

function roomOf(file: string): RoomName | undefined {
  return (Object.keys(rooms) as RoomName[]).find((name) => rooms[name].files.test(file));
}

const isPackage = (allowed: string, name: string) =>
  name === allowed || name.startsWith(allowed.endsWith(':') ? allowed : `${allowed}/`);

/** What is wrong with the imports of one file: a sentence each, with the remedy. */
function judge(file: string, source: string): string[] {
  const name = roomOf(file);
  if (!name)
    return [
      `${file} stands in no room. Decide which one it belongs to, or add a row to the table in test/architecture.test.ts.`,
    ];
  const room = rooms[name];
  const { imports, code } = readModule(file, source);

  const wrong = imports.flatMap(({ from, isType }) => {
    if (!from.startsWith('.')) {
      const isOpen = room.packages.some((allowed) => isPackage(allowed, from));
      return isOpen || (isType && room.types === 'any') ? [] : [`${file} imports ${from}. ${room.instead}`];
    }
    if (isType && from.startsWith('../public/_locales/')) return [];
    const target = join(file, '..', from);
    // Imports are written without an extension; styles with theirs.
    const other = roomOf(target) ?? roomOf(`${target}.ts`);
    if (!other) return [`${file} imports ${target}, which stands in no room. ${room.instead}`];
    const isBelow = other === name || room.imports.includes(other);
    const isOpen = isBelow || (isType && room.types === 'any' && target.startsWith('utils/'));
    return isOpen ? [] : [`${file} imports ${target}${isType ? ' (its types)' : ''}. ${room.instead}`];
  });

  const packages = imports.filter(({ isType }) => !isType).map(({ from }) => from);
  const broken = doors.filter((door) => !door.files.includes(file) && door.touches({ code, packages }));
  return [...wrong, ...broken.map(({ instead }) => `${file}: ${instead}`)];
}

const root = fileURLToPath(new URL('..', import.meta.url));
const files = ['entrypoints', 'components', 'utils'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => join(folder, file.replaceAll('\\', '/')))
    .sort(),
);
const read = (file: string) => readFileSync(join(root, file), 'utf8');

describe('imports go down only', () => {
  test.each(files)('in %s', (file) => {
    expect(judge(file, read(file))).toEqual([]);
  });

  test('and no files import each other in a circle', () => {
    const below = new Map(
      files.map((file) => [
        file,
        readModule(file, read(file))
          .imports.filter(({ from, isType }) => from.startsWith('.') && !isType)
          .map(({ from }) => join(file, '..', from))
          .map((target) => files.find((other) => [target, `${target}.ts`, `${target}.tsx`].includes(other)))
          .filter((other) => other !== undefined),
      ]),
    );
    const done = new Set<string>();
    const visit = (file: string, path: string[]) => {
      expect(path, `${[...path, file].join(' → ')}: move what both need into a third file.`).not.toContain(
        file,
      );
      if (done.has(file)) return;
      for (const other of below.get(file) ?? []) visit(other, [...path, file]);
      done.add(file);
    };
    for (const file of files) visit(file, []);
  });

  test.each(Object.entries(rooms))('and the table itself does, at %s', (name, { imports }) => {
    const order = Object.keys(rooms);
    for (const other of imports)
      expect(
        order.indexOf(other),
        `Put ${other} below ${name}, or do not let ${name} import it.`,
      ).toBeGreaterThan(order.indexOf(name));
  });
});

/** What the rules are there for. Each has to be refused, or this test proves nothing. */
const forbidden: [file: string, source: string][] = [
  ['utils/helpers.ts', ''],
  ['components/ready-user.tsx', "import { createGraph } from '../utils/graph';"],
  ['components/ready-user.tsx', "import type { Graph } from '../utils/graph';"],
  ['components/ready-user.tsx', "import { createTapService } from '../utils/tap-service';"],
  ['components/ready-user.tsx', "import { readSettings } from '../utils/settings';"],
  ['components/ready-user.tsx', "import { createSessionStore } from '../utils/session-store';"],
  ['components/record-section.tsx', "import { createRecord } from '../utils/record';"],
  ['components/record-section.tsx', "import { createLocalStore } from '../utils/local-store';"],
  ['utils/auth-tenants.ts', "import { createLocalStore } from './local-store';"],
  ['utils/msal-environment.ts', "import { createLocalStore } from './local-store';"],
  ['utils/issued-passes.ts', "import { createLocalStore } from './local-store';"],
  ['utils/record.ts', "import { createLocalStore } from './local-store';"],
  ['components/ready-user.tsx', "import type { AccountInfo } from '@azure/msal-browser';"],
  ['components/ready-user.tsx', "export { Client } from '@microsoft/microsoft-graph-client';"],
  ['components/ready-user.tsx', "const graph = await import('../utils/graph');"],
  ['components/ready-user.tsx', 'const room = await import(name);'],
  ['components/ready-user.tsx', "import { start } from '../entrypoints/panel/main';"],
  ['components/ready-user.tsx', "import { seed } from '../test/sandbox/seed';"],
  ['components/ready-user.tsx', "import { browser } from 'wxt/browser'; browser.storage.session.get();"],
  ['components/ready-user.tsx', 'const { runtime, storage } = browser;'],
  ['entrypoints/panel/main.tsx', "import { createAuth } from '../../utils/auth';"],
  ['entrypoints/popup/main.tsx', "import { readSettings } from '../../utils/settings';"],
  ['entrypoints/options/main.tsx', "import { createAuth } from '../../utils/auth';"],
  ['entrypoints/portal.content.ts', "import { GuestpassPanel } from '../components/guestpass-panel';"],
  ['entrypoints/portal.content.ts', "import { readSettings } from '../utils/settings';"],
  ['entrypoints/background.ts', "import { render } from 'preact';"],
  ['utils/tap-service.ts', "import { createAuth } from './auth';"],
  ['utils/tap-service.ts', "import { browser } from 'wxt/browser';"],
  ['utils/graph.ts', "import { createAuth } from './auth';"],
  ['utils/auth-accounts.ts', "import { PublicClientApplication } from '@azure/msal-browser';"],
  ['utils/graph-replies.ts', "import { Client } from '@microsoft/microsoft-graph-client';"],
  ['utils/portal-url.ts', "import { FailureError } from './failures';"],
  ['utils/external-user-type.ts', "import * as v from 'valibot';"],
  ['utils/handover-message.ts', "import { clouds } from './clouds';"],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: this is the source that is refused
  ['utils/handover-texts.ts', 'const texts = await import(`./handover-texts/${language}`);'],
  ['utils/tap-policy.ts', "import { FailureError } from './failures';"],
  ['utils/tap-scope.ts', "import { checkWish } from './tap-wish';"],
  ['utils/tap-wish.ts', "import { call } from './messages';"],
  ['utils/clouds.ts', "import { cloudsOf } from './settings';"],
  ['utils/clouds.ts', "import type { ComponentChildren } from '../components/panel';"],
];

test.each(forbidden)('%s may not: %s', (file, source) => {
  expect(judge(file, source)).not.toEqual([]);
});

const allowed: [file: string, source: string][] = [
  ['components/ready-user.tsx', "import { call } from '../utils/messages'; import './controls.css';"],
  [
    'components/ready-user.tsx',
    "// browser.storage is not for us\nimport type { Pass } from '../utils/messages';",
  ],
  ['entrypoints/options/main.tsx', "import { readSettings } from '../../utils/settings';"],
  ['utils/external-user-type.ts', "import type { GraphUser } from './graph-replies';"],
  ['utils/handover-texts.ts', "const texts = await import('./handover-texts/pt-BR');"],
  ['utils/auth-accounts.ts', "import { type AccountInfo } from '@azure/msal-browser';"],
];

test.each(allowed)('%s may: %s', (file, source) => {
  expect(judge(file, source)).toEqual([]);
});
