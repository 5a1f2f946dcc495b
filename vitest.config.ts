import preact from '@preact/preset-vite';
import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';
import type { BrowserKind } from './test/e2e/browser.ts';
import { msalEnvironment } from './utils/msal-environment.plugin.ts';
import { msalOmitted } from './utils/msal-omitted.plugin.ts';

/** The one end-to-end specification, run in one kind of browser: one process, one browser and one sandbox for all. */
const endToEnd = (browserKind: BrowserKind) => ({
  test: {
    name: `e2e-${browserKind}`,
    include: ['test/e2e/**/*.e2e.ts'],
    provide: { browserKind },
    maxWorkers: 1,
    isolate: false,
    // A browser on a busy machine loses a step now and then. `npm test` names who needed a second try.
    retry: 1,
    // Much longer than the 30 s that a step waits at most: a test that stands still says where, and a slow machine fails none.
    testTimeout: 240_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 10_000 } },
  },
});

/** Watches a module while it loads, for the first time. */
const aloneOnly = ['test/msal-environment.test.ts'];

const unit = (name: string, more: { include?: string[]; exclude?: string[]; isolate?: boolean }) => ({
  plugins: [WxtVitest(), preact({ devToolsEnabled: false }), msalEnvironment(), msalOmitted()],
  test: {
    name,
    include: ['test/**/*.test.{ts,tsx}'],
    setupFiles: ['test/english.ts', 'test/leave-nothing.ts'],
    // Of two cores vitest would leave one alone.
    maxWorkers: '100%',
    // MSAL has to pass through vite, or `msalEnvironment` could not give it its window.
    server: { deps: { inline: [/@azure\/msal-/] } },
    // The browsers of the end-to-end tests are at work on the same machine.
    testTimeout: 30_000,
    ...more,
  },
});

export default defineConfig({
  test: {
    projects: [
      // Most of what a unit test costs is the loading of modules: files share what they load, and leave nothing behind.
      unit('unit', { exclude: aloneOnly, isolate: false }),
      unit('unit-alone', { include: aloneOnly }),
      endToEnd('chromium'),
      endToEnd('firefox'),
    ],
  },
});
