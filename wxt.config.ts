import preact from '@preact/preset-vite';
import { mergeConfig } from 'vite';
import { defineConfig } from 'wxt';
import { clouds } from './utils/clouds';
import { contextOmitted } from './utils/context-omitted.plugin';
import { createLicenses, licensesFile } from './utils/licenses.plugin';
import { msalEnvironment } from './utils/msal-environment.plugin';
import { msalOmitted } from './utils/msal-omitted.plugin';
import { installOrigins, optionalAccess, originOf, portalHosts } from './utils/portals';

/** Public half of a throw-away key: gives development builds one stable extension id. Store builds drop it. */
const developmentKey =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA8cwCZGwcfiMyRBXZYKTYGptglAdiCMe9kCckqYLgzMk5ZHeKyKPoHr+jfzgWcQFYjGNzyWiqlp7aPTAML9deXgi+cdjkpvfu/rI+emG6xq6+gm2/8Myt3V+PkTXIPIumyE5onesSUK588KzWrbHsywMsRWCgdL5/PYA0jUa2gcbi5R8uH0J4QH6iCIaVoItO0sX5y9CJUAIz5er6e2sO6nvoUISLKvY+fmxC3OtN2EZKzqmer6LXs7EFokgD5X20ByN2qN9jedf5tRYLRCG0MVEMqY1zF4n+WbY1KTpS0Kjf0m/rguzcXDL8dAheOICgmbisyWhkvojjRmTGXNsSGQIDAQAB';

const licenses = createLicenses();
const portals = Object.values(portalHosts).flatMap((hosts) => Object.values(hosts));
// Not China's: there is nothing that we ask its sign-in or its Microsoft Graph.
const services = [clouds.global, clouds.usgov].flatMap(({ login, graph, graphBySubScope }) => [
  login,
  ...Object.values(graphBySubScope ?? { graph }),
]);
const iconsNamed = (prefix: string) =>
  Object.fromEntries([16, 24, 32, 48, 128].map((size) => [size, `icon/${prefix}${size}.png`]));
const listed = (hosts: string[]) => hosts.map((host) => `https://${host}`).join(' ');
const csp = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  `connect-src ${listed(services)}`,
  "base-uri 'none'",
  "form-action 'none'",
  "object-src 'none'",
  "require-trusted-types-for 'script'",
  `frame-ancestors ${listed(portals)}`,
].join('; ');

export default defineConfig({
  imports: false,
  // Without what git ignores, and with what npm is told.
  zip: { excludeSources: ['screenshots/**', '*.log'], includeSources: ['.npmrc'] },
  vite: () => ({
    // Or older ones would get their own way to tell light from dark, which does not know our themes.
    build: { cssTarget: ['chrome123', 'edge123', 'firefox142'] },
    plugins: [
      preact({ devToolsEnabled: false }),
      contextOmitted(),
      msalEnvironment(),
      msalOmitted(),
      licenses.plugin(),
    ],
  }),
  hooks: {
    // Called after the last build.
    'build:publicAssets'(_wxt, files) {
      files.push({ relativeDest: licensesFile, contents: licenses.text() });
    },
    'vite:build:extendConfig'([entrypoint], config) {
      // WXT puts the mode in their place, and stores would get other code than was tested.
      if (process.env.NODE_ENV === 'production')
        for (const name of ['process.env.NODE_ENV', 'import.meta.env.MODE'])
          config.define = { ...config.define, [name]: '"production"' };
      if (entrypoint?.type !== 'options') return;
      // Pages load from the disk: many small files gain nothing there, and what loads them ahead would weigh.
      const groups = [
        // Long, and needed once something has gone wrong or wants to be noticed. What they import is needed at once, so it stays where it was.
        {
          name: 'failures',
          test: /\/(failure-words|failure-notice|not-set-up|words-of|caveats|scope-notice|explanation)\.tsx?$/,
          priority: 1,
          includeDependenciesRecursively: false,
        },
        // What several parts share that are loaded late, and what Options and the popup share that the panel has no use for.
        {
          name: 'late',
          test: /\/(guest-language|plain-name|policy-page|bring-into-view|use-search)\.ts$/,
          priority: 1,
          includeDependenciesRecursively: false,
        },
        { name: 'portals', test: /\/portals\.ts$/, priority: 1, includeDependenciesRecursively: false },
        { name: 'shared', minShareCount: 2 },
      ];
      const output = { codeSplitting: { groups } };
      Object.assign(
        config,
        mergeConfig(config, { build: { modulePreload: false, rollupOptions: { output } } }),
      );
    },
  },
  manifest: ({ browser, mode }) => ({
    default_locale: 'en',
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    // `light-dark()` in the tokens.
    minimum_chrome_version: '123',
    icons: iconsNamed(''),
    // Until a tab shows somebody: see utils/tab-badge.ts.
    action: { default_icon: iconsNamed('inactive-') },
    permissions: ['storage', 'identity'],
    // Alt+Shift types nothing on Windows and Linux; on a Mac, Ctrl+Shift does not. With P, C, W, X or Z it is
    // Chromium's, for groups of tabs; with A, I or T its too, for dialogs, feedback and the toolbar.
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+G', mac: 'MacCtrl+Shift+G' } },
      'focus-panel': {
        suggested_key: { default: 'Alt+Shift+J', mac: 'MacCtrl+Shift+J' },
        description: '__MSG_commandFocusPanel__',
      },
    },
    host_permissions: installOrigins,
    optional_permissions: optionalAccess.permissions,
    optional_host_permissions: optionalAccess.origins,
    content_security_policy: { extension_pages: csp },
    web_accessible_resources: [
      {
        resources: ['panel.html'],
        matches: portals.map(originOf),
        ...(browser === 'firefox' ? {} : { use_dynamic_url: true }),
      },
    ],
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'guestpass@guestpass',
              strict_min_version: '142.0',
              // What goes to the tenant's own Microsoft services counts, too: see .github/store.md.
              data_collection_permissions: { required: ['authenticationInfo', 'personallyIdentifyingInfo'] },
            },
          },
        }
      : {
          externally_connectable: { ids: [] },
          storage: { managed_schema: 'managed-schema.json' },
          ...(mode === 'store' ? {} : { key: developmentKey }),
        }),
  }),
});
