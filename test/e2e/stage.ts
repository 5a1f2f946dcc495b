import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject } from 'vitest';
import type { browser as extensionApi } from 'wxt/browser';
import { brokenReplies } from '../sandbox/graph/broken-replies';
import { sandboxClientId } from '../sandbox/seed';
import { type Sandbox, startSandbox } from '../sandbox/server';
import { type BrowserKind, openBrowser, type TestBrowser } from './browser';
import { byRole, click } from './panel';

declare module 'vitest' {
  interface ProvidedContext {
    browserKind: BrowserKind;
  }
}

declare const chrome: typeof extensionApi;

/** A sandbox and a browser with Guestpass, for the tests of one file. */
export type Stage = { sandbox: Sandbox; browser: TestBrowser };

const output = fileURLToPath(new URL('../../.output', import.meta.url));

/**
 * Gives the tests of a file their stage. Each test begins with a sandbox as seeded, an extension without memory,
 * and no tab but an empty one. Every reply of Graph is held against its description. With `setUp: false` the
 * extension does not know its client id yet, as after its installation.
 */
export function useStage({ setUp = true } = {}): Stage {
  let sandbox: Sandbox | undefined;
  let browser: TestBrowser | undefined;
  const kind = inject('browserKind');

  beforeAll(async () => {
    sandbox = await startSandbox();
    const extensionDir = `${output}/${kind === 'chromium' ? 'chrome' : 'firefox'}-mv3`;
    browser = await openBrowser(kind, { sandbox, extensionDir });
  });
  afterAll(async () => {
    await browser?.close();
    await sandbox?.close();
  });

  beforeEach(async () => {
    const stage = get();
    stage.sandbox.state.reset();
    stage.sandbox.faults.clear();
    await forgetAll(stage.browser, setUp ? { settings: { clientId: sandboxClientId } } : {});
    brokenReplies.length = 0;
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await keepScreenshots(get().browser, task.name);
    expect(brokenReplies).toEqual([]);
  });

  function get(): Stage {
    if (!sandbox || !browser) throw new Error('The stage is set in beforeAll: use it inside tests only.');
    return { sandbox, browser };
  }
  return {
    get sandbox() {
      return get().sandbox;
    },
    get browser() {
      return get().browser;
    },
  };
}

/** Enters the Application (client) ID in Options, as an admin does once. */
export async function enterClientId(browser: TestBrowser, clientId: string): Promise<void> {
  const page = await browser.openExtensionPage('options.html');
  await page.locator(byRole('textbox', 'Application (client) ID')).fill(clientId);
  await click(page, 'Save');
  await page.waitForFunction(
    (wanted) => chrome.storage.local.get().then((stored) => JSON.stringify(stored).includes(wanted)),
    {},
    clientId,
  );
  await page.close();
}

/** Leaves one empty tab, and an extension that was never used; on its disk is `stored`. */
async function forgetAll(
  { browser, openExtensionPage, killBackground }: TestBrowser,
  stored: Record<string, unknown>,
): Promise<void> {
  const page = await openExtensionPage('options.html');
  for (const other of await browser.pages()) if (other !== page) await other.close();
  await page.evaluate(async (stored) => {
    await Promise.all([chrome.storage.local.clear(), chrome.storage.session.clear()]);
    await chrome.storage.local.set(stored);
  }, stored);
  await killBackground();
  await page.goto('about:blank');
}

async function keepScreenshots({ browser, kind }: TestBrowser, test: string): Promise<void> {
  const folder = `${output}/failures`;
  mkdirSync(folder, { recursive: true });
  const name = test.replace(/\W+/g, '-').slice(0, 80);
  for (const [index, page] of (await browser.pages()).entries()) {
    // A tab in the background paints nothing, and a picture of it would never come.
    await page.bringToFront();
    await page.screenshot({ path: `${folder}/${kind}-${name}-${index}.png` }).catch(() => {});
  }
}
