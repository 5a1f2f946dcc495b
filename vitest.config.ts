import preact from '@preact/preset-vite';
import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';
import type { BrowserKind } from './test/e2e/browser.ts';
import { msalEnvironment } from './utils/msal-environment.plugin.ts';

/** The one end-to-end specification, run in one kind of browser: one browser and one sandbox a file, in turn. */
const endToEnd = (browserKind: BrowserKind) => ({
  test: {
    name: `e2e-${browserKind}`,
    include: ['test/e2e/**/*.e2e.ts'],
    provide: { browserKind },
    maxWorkers: 1,
    // Puppeteer now and then loses a frame of another process for good. `npm test` says who needed a second try.
    retry: 1,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    sequence: { groupOrder: browserKind === 'chromium' ? 1 : 2 },
  },
});

export default defineConfig({
  test: {
    // Puppeteer still asks a frame of Firefox that has gone in the meantime, and nobody awaits that answer.
    onUnhandledError: ({ message }) => (/no such frame/.test(message) ? false : undefined),
    projects: [
      {
        plugins: [WxtVitest(), preact({ devToolsEnabled: false }), msalEnvironment()],
        test: {
          name: 'unit',
          include: ['test/**/*.test.{ts,tsx}'],
          // MSAL has to pass through vite, or `msalEnvironment` could not give it its window.
          server: { deps: { inline: [/@azure\/msal-/] } },
          testTimeout: 10_000,
          sequence: { groupOrder: 0 },
        },
      },
      endToEnd('chromium'),
      endToEnd('firefox'),
    ],
  },
});
