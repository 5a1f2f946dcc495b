import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { extensionIdOf } from './extension-id';
import { chromiumExtensionId, firefoxAddonId } from './sandbox/redirect-uris';

type Manifest = {
  permissions?: string[];
  host_permissions?: string[];
  optional_permissions?: string[];
  optional_host_permissions?: string[];
  content_security_policy?: Record<string, string>;
  content_scripts?: {
    matches: string[];
    js?: string[];
    css?: string[];
    run_at?: string;
    [more: string]: unknown;
  }[];
  web_accessible_resources?: { resources: string[]; matches?: string[]; use_dynamic_url?: boolean }[];
  browser_specific_settings?: { gecko: Record<string, unknown> };
  key?: string;
  [more: string]: unknown;
};

type Browser = 'chrome' | 'edge' | 'firefox';
const browsers: Browser[] = ['chrome', 'edge', 'firefox'];
const chromiums: Browser[] = ['chrome', 'edge'];

/** Every portal that can be chosen, as an origin. */
const allPortals = [
  'entra.microsoft.com',
  'portal.azure.com',
  'intune.microsoft.com',
  'entra.microsoft.us',
  'portal.azure.us',
  'intune.microsoft.us',
  'entra.microsoftonline.cn',
  'portal.azure.cn',
  'intune.microsoftonline.cn',
].map((host) => `https://${host}`);

const optionalHosts = (why: string, ...hosts: string[]) =>
  Object.fromEntries(hosts.map((host) => [`optional host permission https://${host}/*`, { why }]));

/** Everything the manifest grants or opens, and why. A new line here is a decision: write its reason first. */
const reasons: Record<string, { why: string; only?: Browser[] }> = {
  'permission storage': {
    why: 'settings, and in memory only: the MSAL cache and a pass until it is dismissed',
  },
  'permission identity': {
    why: 'launchWebAuthFlow opens the sign-in window; no page of ours sees a password',
  },
  'host permission https://entra.microsoft.com/*': {
    why: "sender.tab.url, the browser's word on whose page it is",
  },
  'host permission https://graph.microsoft.com/*': {
    why: 'the background reads the user and issues the pass',
  },
  'optional permission scripting': {
    why: 'puts the same content script into a portal that was switched on; the manifest can name the first one only, or its hosts would be asked for at install',
  },
  ...optionalHosts(
    'a portal of the global cloud, asked for in the click that switches it on in Options',
    'portal.azure.com',
    'intune.microsoft.com',
  ),
  ...optionalHosts(
    'the US Government cloud, asked for in the click that chooses it: its portal, and Microsoft Graph of GCC High and of DoD, for only the tenant tells which',
    'entra.microsoft.us',
    'graph.microsoft.us',
    'dod-graph.microsoft.us',
  ),
  ...optionalHosts('its other portals, when they are switched on', 'portal.azure.us', 'intune.microsoft.us'),
  ...optionalHosts(
    'the China cloud: its portal only, to say there that it has no pass; none of its services',
    'entra.microsoftonline.cn',
    'portal.azure.cn',
    'intune.microsoftonline.cn',
  ),
  'content script content-scripts/portal.js at document_idle on https://entra.microsoft.com/*': {
    why: 'follows the address and mounts the frame; top frame only, it never reads the page',
  },
  'content style content-scripts/portal.css on https://entra.microsoft.com/*': {
    why: "shows the panel's frame, and no longer once Firefox takes it away with the extension",
  },
  [`web-accessible panel.html for ${allPortals.map((host) => `${host}/*`).join(' ')}, dynamic address`]: {
    why: 'the frame in the page of a portal, which asks for nothing: our script frames it only where access is granted; the address changes, so that no page can find out that Guestpass is there',
    only: chromiums,
  },
  [`web-accessible panel.html for ${allPortals.map((host) => `${host}/*`).join(' ')}`]: {
    why: 'the frame in the page of a portal; Firefox gives every profile its own random address',
    only: ['firefox'],
  },
  "csp default-src 'none'": { why: 'what is not named below is forbidden' },
  "csp script-src 'self'": { why: 'our own bundled code, nothing remote, no eval' },
  "csp style-src 'self'": { why: 'our own style sheet' },
  "csp img-src 'self' data:": { why: 'our icons; small ones are inlined in the style sheet' },
  'csp connect-src https://login.microsoftonline.com https://graph.microsoft.com https://login.microsoftonline.us https://graph.microsoft.us https://dod-graph.microsoft.us':
    {
      why: 'MSAL redeems and refreshes tokens, metadata tells a tenant of DoD, Graph is asked; nothing else can be reached, and nothing in China',
    },
  "csp base-uri 'none'": { why: 'no markup can move our relative addresses' },
  "csp form-action 'none'": { why: 'no form of ours is ever sent' },
  "csp object-src 'none'": { why: 'no plug-ins; the stores ask for it by name' },
  "csp require-trusted-types-for 'script'": { why: 'no string becomes markup or code' },
  [`csp frame-ancestors ${allPortals.join(' ')}`]: {
    why: 'only portals may frame the panel, which knows no user on one that was not chosen',
  },
  'externally_connectable {"ids":[]}': {
    why: 'no page and no other extension may talk to us',
    only: chromiums,
  },
  'options_ui {"open_in_tab":true,"page":"options.html"}': {
    why: 'where the Application (client) ID is entered',
  },
  'action {"default_icon":{"16":"icon/inactive-16.png","24":"icon/inactive-24.png","32":"icon/inactive-32.png","48":"icon/inactive-48.png","128":"icon/inactive-128.png"},"default_popup":"popup.html","default_title":"Guestpass"}':
    {
      why: 'the second door: the same panel for the tab, and why a page has none',
    },
  'commands {"_execute_action":{"suggested_key":{"default":"Alt+Shift+G","mac":"MacCtrl+Shift+G"}},"focus-panel":{"description":"__MSG_commandFocusPanel__","suggested_key":{"default":"Alt+Shift+J","mac":"MacCtrl+Shift+J"}}}':
    { why: 'popup and panel by keyboard; they open nothing that a click does not' },
  'default_locale "en"': { why: 'what the browser shows of us, in its language or in English' },
  'storage {"managed_schema":"managed-schema.json"}': {
    why: 'what an organisation may set by policy; Firefox needs no schema',
    only: chromiums,
  },
  'background {"service_worker":"background.js"}': { why: 'holds the tokens', only: chromiums },
  'background {"scripts":["background.js"]}': { why: 'holds the tokens', only: ['firefox'] },
  'gecko id "guestpass@guestpass"': { why: 'the redirect URI follows from it', only: ['firefox'] },
  'gecko strict_min_version "142.0"': {
    why: 'knows the line below everywhere; the tests run in ESR 153, and ESR 140 has ended',
    only: ['firefox'],
  },
  'gecko data_collection_permissions {"required":["authenticationInfo","personallyIdentifyingInfo"]}': {
    why: "nothing comes to us, but Mozilla counts what leaves the browser: the sign-in and users' ids, to Microsoft",
    only: ['firefox'],
  },
};

/** Says nothing about rights. */
const plain = [
  'manifest_version',
  'name',
  'description',
  'version',
  'minimum_chrome_version',
  'icons',
  'key',
];

describe.each(browsers)('the manifest for %s', (browser) => {
  const manifest = manifestOf(browser);

  test('asks for what has a reason, no more and no less', () => {
    const expected = Object.entries(reasons)
      .filter(([, { only }]) => !only || only.includes(browser))
      .map(([grant]) => grant);
    expect(grantsOf(manifest).sort()).toEqual(expected.sort());
  });

  test('asks at install for these and nothing else', () => {
    expect(manifest.permissions).toEqual(['storage', 'identity']);
    expect(manifest.host_permissions).toEqual([
      'https://entra.microsoft.com/*',
      'https://graph.microsoft.com/*',
    ]);
    expect(manifest.content_scripts?.flatMap(({ matches }) => matches)).toEqual([
      'https://entra.microsoft.com/*',
    ]);
  });

  test('comes with no script that would hear a stranger, where no line of the manifest forbids it', () => {
    const heard = scriptsOf(browser).filter((text) => /on(Message|Connect)External/.test(text));
    expect(heard).toEqual([]);
  });

  test('has the id that the redirect URIs of the sandbox follow from', () => {
    const id = manifest.key ? extensionIdOf(manifest.key) : manifest.browser_specific_settings?.gecko.id;
    expect(id).toBe(browser === 'firefox' ? firefoxAddonId : chromiumExtensionId);
  });
});

function manifestOf(browser: Browser): Manifest {
  const file = new URL(`../.output/${browser}-mv3/manifest.json`, import.meta.url);
  if (!existsSync(file)) throw new Error('Nothing is built yet: run `npm run build` first.');
  return JSON.parse(readFileSync(file, 'utf8')) as Manifest;
}

function scriptsOf(browser: Browser): string[] {
  const folder = fileURLToPath(new URL(`../.output/${browser}-mv3`, import.meta.url));
  const scripts = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.js'),
  );
  expect(scripts).toContain('background.js');
  return scripts.map((file) => readFileSync(join(folder, file), 'utf8'));
}

/** One line for each thing the manifest grants or opens. */
function grantsOf(manifest: Manifest): string[] {
  const {
    permissions = [],
    host_permissions = [],
    optional_permissions = [],
    optional_host_permissions = [],
    content_scripts = [],
    web_accessible_resources = [],
    content_security_policy = {},
    browser_specific_settings,
    ...rest
  } = manifest;
  const { extension_pages = '', ...otherPolicies } = content_security_policy;
  return [
    ...permissions.map((permission) => `permission ${permission}`),
    ...host_permissions.map((host) => `host permission ${host}`),
    ...optional_permissions.map((permission) => `optional permission ${permission}`),
    ...optional_host_permissions.map((host) => `optional host permission ${host}`),
    ...content_scripts.flatMap(({ matches, js = [], css = [], run_at, ...more }) => [
      withRest(`content script ${js.join(' ')} at ${run_at} on ${matches.join(' ')}`, more),
      ...css.map((sheet) => `content style ${sheet} on ${matches.join(' ')}`),
    ]),
    ...web_accessible_resources.map(({ resources, matches = [], use_dynamic_url, ...more }) => {
      const address = use_dynamic_url ? ', dynamic address' : '';
      return withRest(`web-accessible ${resources.join(' ')} for ${matches.join(' ')}${address}`, more);
    }),
    ...extension_pages.split(/;\s*/).map((directive) => `csp ${directive}`),
    ...linesOf('csp of', otherPolicies),
    ...linesOf('gecko', browser_specific_settings?.gecko ?? {}),
    ...linesOf('', rest).filter((line) => !plain.includes(line.split(' ')[0] ?? '')),
  ];
}

function linesOf(prefix: string, things: Record<string, unknown>): string[] {
  return Object.entries(things).map(([name, value]) => `${prefix} ${name} ${sortedJson(value)}`.trim());
}

function withRest(line: string, rest: Record<string, unknown>): string {
  return Object.keys(rest).length ? `${line}, also ${sortedJson(rest)}` : line;
}

function sortedJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
