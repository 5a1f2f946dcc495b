import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser } from 'puppeteer-core';
import { expect, inject, test } from 'vitest';
import { findBrowser } from '../run/browsers.mjs';
import { chromiumExtensionId } from '../sandbox/redirect-uris';
import { people, sandboxClientId } from '../sandbox/seed';
import { type Sandbox, startSandbox } from '../sandbox/server';
import { chromiumOptions } from './launch-options';
import { find, panelOf, waitForText } from './panel';
import { extensionDir } from './stage';
import { userPage } from './story';

declare const chrome: { storage: { local: { set(values: object): Promise<void> } } };

// Edge and branded Chrome take no extension on the command line, and Firefox keeps no temporary one.
const executablePath = findBrowser('chromium');
const canStartWithExtension = inject('browserKind') === 'chromium' && /chromium/.test(executablePath ?? '');

/** Chromium with a profile that lasts, and Guestpass there from its start, as it is for an admin. */
function start(sandbox: Sandbox, userDataDir: string, ...more: string[]): Promise<Browser> {
  const { args = [], ...options } = chromiumOptions(sandbox);
  return puppeteer.launch({
    ...options,
    args: [...args, `--load-extension=${extensionDir('chromium')}`, ...more],
    userDataDir,
    ...(executablePath ? { executablePath } : {}),
    defaultViewport: { width: 1280, height: 800 },
  });
}

test.runIf(canStartWithExtension)(
  'a restored session shows the panel, signed out, in the tab it had',
  async () => {
    const sandbox = await startSandbox();
    const profile = mkdtempSync(join(tmpdir(), 'guestpass-profile-'));
    const first = await start(sandbox, profile);
    const page = await first.newPage();
    await page.goto(`chrome-extension://${chromiumExtensionId}/options.html`);
    await page.evaluate((clientId) => chrome.storage.local.set({ settings: { clientId } }), sandboxClientId);
    await page.goto(userPage(people.ines));
    await find(await panelOf(page), 'button', 'Sign in');
    await first.close();

    const second = await start(sandbox, profile, '--restore-last-session');
    const target = await second.waitForTarget((tab) => tab.url() === userPage(people.ines));
    const restored = await target.page();
    if (!restored) throw new Error('The restored tab has gone again.');
    await restored.bringToFront();
    const panel = await panelOf(restored);
    await find(panel, 'button', 'Sign in');
    await waitForText(panel, 'Sign in to issue a pass');
    expect(restored.url()).toBe(userPage(people.ines));
    await second.close();
    await sandbox.close();
    rmSync(profile, { recursive: true, force: true });
  },
);
