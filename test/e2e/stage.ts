import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, inject } from 'vitest';
import type { browser as extensionApi } from 'wxt/browser';
import { brokenReplies } from '../sandbox/graph/broken-replies';
import { sandboxClientId } from '../sandbox/seed';
import { type Sandbox, startSandbox } from '../sandbox/server';
import { type BrowserKind, openBrowser, type TestBrowser } from './browser';
import { forgetAll } from './forget-all';
import { pageAfterInstall } from './installed';
import { fill } from './panel';
import { pause } from './until';

declare module 'vitest' {
  interface ProvidedContext {
    browserKind: BrowserKind;
  }
}

declare const chrome: typeof extensionApi;

/** A sandbox and a browser with Guestpass, for the tests of one file. */
export type Stage = { sandbox: Sandbox; browser: TestBrowser };

const output = fileURLToPath(new URL('../../.output', import.meta.url));

/** Where the build for this kind of browser lies. */
export function extensionDir(kind: BrowserKind): string {
  return `${output}/${kind === 'chromium' ? 'chrome' : 'firefox'}-mv3`;
}

/**
 * One for all files, which run one after another in one process: opening it anew takes longer than a test. After a
 * failure it is, for a browser that lost something may go on losing it.
 */
let opened: Promise<Stage> | undefined;

async function open(kind: BrowserKind): Promise<Stage> {
  const sandbox = await startSandbox();
  const browser = await openBrowser(kind, { sandbox, extensionDir: extensionDir(kind) });
  // Later it would come to the front of a test.
  await pageAfterInstall(browser);
  return { sandbox, browser };
}

/**
 * Gives the tests of a file the stage. Each test begins with a sandbox as seeded, an extension without memory,
 * and no tab but an empty one. Every reply of Graph is held against its description. With `setUp: false` the
 * extension does not know its client id yet, as after its installation.
 */
export function useStage({ setUp = true } = {}): Stage {
  let stage: Stage | undefined;
  const kind = inject('browserKind');

  beforeEach(async () => {
    opened ??= open(kind);
    stage = await opened;
    stage.sandbox.faults.clear();
    stage.sandbox.network.down = false;
    await forgetAll(stage.browser, setUp ? { settings: { clientId: sandboxClientId } } : {});
    // Last: what a former test's tabs still asked for until they were closed is not in the log.
    stage.sandbox.state.reset();
    brokenReplies.length = 0;
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') {
      opened = undefined;
      await Promise.race([keepScreenshots(get().browser, task.name), pause(10_000)]);
      await Promise.all([get().browser.close(), get().sandbox.close()]);
    }
    expect(brokenReplies).toEqual([]);
  });

  function get(): Stage {
    if (!stage) throw new Error('The stage is set before each test: use it inside tests only.');
    return stage;
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

/** Enters a text setting in Options, by the name of its field. */
export async function enterSetting(browser: TestBrowser, field: string, value: string): Promise<void> {
  const page = await browser.openExtensionPage('options.html');
  await fill(page, 'textbox', field, value);
  await page.keyboard.press('Enter');
  await page.waitForFunction(
    (wanted) => chrome.storage.local.get().then((stored) => JSON.stringify(stored).includes(wanted)),
    {},
    value,
  );
  await page.close();
}

async function keepScreenshots({ browser, kind }: TestBrowser, test: string): Promise<void> {
  const folder = `${output}/failures`;
  mkdirSync(folder, { recursive: true });
  const name = test.replace(/\W+/g, '-').slice(0, 80);
  for (const [index, page] of (await browser.pages()).entries()) {
    const path = `${folder}/${kind}-${name}-${index}.png` as const;
    // A tab in the background paints nothing, and a picture of it would never come. A closed page of the extension
    // can still be among these: Firefox does not always tell the driver of its end.
    await page
      .bringToFront()
      .then(() => page.screenshot({ path }))
      .catch(() => {});
  }
}
