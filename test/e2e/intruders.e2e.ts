import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { expect, inject, test } from 'vitest';
import { chromiumExtensionId, firefoxAddonId } from '../sandbox/redirect-uris';
import { people } from '../sandbox/seed';
import { issuingRequests, openSignedIn } from './admin';
import { firefoxExtensionUuid } from './launch-options';
import { useStage } from './stage';
import { userPage } from './story';
import { ifStillThere, pause, until } from './until';

const stage = useStage();
const isChromium = inject('browserKind') === 'chromium';
const ours = isChromium ? chromiumExtensionId : firefoxAddonId;
const origin = isChromium
  ? `chrome-extension://${chromiumExtensionId}`
  : `moz-extension://${firefoxExtensionUuid}`;
const elsewhere = 'https://sandbox.test/paste';

/** What the panel does for its own people, as others may try to ask for it. */
const asking = `
  const api = globalThis.browser ?? chrome;
  const calls = ['shouldShowPanel', 'vouchForLine', 'readTarget', 'issuePass', 'signOut', 'readRecord'];
  const order = { url: '${userPage(people.ines)}', userId: '${people.ines}', tenantId: 'x', wish: {} };
  const said = (answer) => JSON.stringify(answer) ?? 'nothing';
  const ask = async () => {
    const answers = await Promise.all(calls.map(async (call) =>
      api.runtime.sendMessage('${ours}', { call, args: [order], tabId: 1 }).then(said, () => 'refused')));
    const line = await new Promise((told) => {
      try {
        const port = api.runtime.connect('${ours}');
        port.onMessage.addListener((message) => told(said(message)));
        port.onDisconnect.addListener(() => told('refused'));
      } catch { told('refused'); }
    });
    return [...answers, line].join();
  };`;

/** A small extension that lives beside ours, on the disk. */
function writeIntruder(folder: string): void {
  const manifest = {
    manifest_version: 3,
    name: 'Intruder',
    version: '1',
    content_scripts: [{ matches: ['https://sandbox.test/*'], js: ['content.js'] }],
    background: isChromium ? { service_worker: 'background.js' } : { scripts: ['background.js'] },
    ...(isChromium ? {} : { browser_specific_settings: { gecko: { id: 'intruder@intruder' } } }),
  };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(
    join(folder, 'background.js'),
    `${asking} api.runtime.onMessage.addListener((_, __, respond) => { ask().then(respond); return true; });`,
  );
  writeFileSync(
    join(folder, 'content.js'),
    `${asking} (async () => {
      const answers = [await api.runtime.sendMessage('ask'), await ask().catch(() => 'refused')];
      document.documentElement.dataset.intruder = answers.join();
    })();`,
  );
}

test('another extension is told nothing: neither its worker nor its content script', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'guestpass-intruder-'));
  writeIntruder(folder);
  await openSignedIn(stage, people.ines);
  const { browser } = stage.browser;
  const intruder = await browser.installExtension(folder);
  try {
    const page = await stage.browser.open(elsewhere);
    const told = await until('word of the intruder', () =>
      page.evaluate(() => document.documentElement.dataset.intruder),
    );
    // It did ask: six calls and a line, from two places, and no answer but this.
    expect(told.split(',')).toEqual(expect.arrayContaining(['refused']));
    expect(told.split(',').filter((answer) => answer !== 'refused' && answer !== 'nothing')).toEqual([]);
  } finally {
    await browser.uninstallExtension(intruder);
    rmSync(folder, { recursive: true, force: true });
  }
  expect(issuingRequests(stage)).toEqual([]);
});

/** Puts frames with these addresses on a page, and gives back which of our pages, and whose names, then stand in it. */
async function framed(page: Page, addresses: string[]): Promise<string[]> {
  const before = page.frames();
  await page.evaluate((addresses) => {
    for (const src of addresses) {
      const frame = document.createElement('iframe');
      frame.src = src;
      frame.onload = () => {
        const { port1, port2 } = new MessageChannel();
        frame.contentWindow?.postMessage('guestpass', '*', [port2]);
        port1.postMessage({ url: src });
        port1.postMessage({ clear: true });
      };
      document.body.append(frame);
    }
  }, addresses);
  await pause(1500);
  const found: string[] = [];
  for (const frame of page.frames().filter((frame) => !before.includes(frame))) {
    const look = () =>
      `${/^(chrome|moz)-extension:/.test(location.href) ? location.pathname : ''}${document.querySelector('.upn')?.textContent ?? ''}${document.querySelector('guestpass-panel') ? 'a panel' : ''}`;
    found.push((await ifStillThere(() => frame.evaluate(look))) ?? '');
  }
  return found.filter(Boolean);
}

test('a page elsewhere frames none of our pages, and no portal with a panel in it', async () => {
  const { panel } = await openSignedIn(stage, people.ines);
  const address = await panel.evaluate(() => location.href);
  const page = await stage.browser.open(elsewhere);
  const all = [address, `${origin}/panel.html`, `${origin}/popup.html`, userPage(people.ines)];
  expect(await framed(page, all)).toEqual([]);
  expect(page.frames().some((frame) => frame.url().startsWith('https://entra.microsoft.com/'))).toBe(true);
  // Nor can it talk to us.
  const talks = await page.evaluate((id) => {
    const { runtime } = (globalThis as { chrome?: { runtime?: { sendMessage?: unknown } } }).chrome ?? {};
    return `${typeof runtime?.sendMessage} ${id}`;
  }, ours);
  expect(talks).toBe(`undefined ${ours}`);
});

test('the portal frames none of our pages but the panel, and gets nobody in a window of its own', async () => {
  const { page, panel } = await openSignedIn(stage, people.ines);
  const address = await panel.evaluate(() => location.href);
  expect(
    await framed(page, [`${origin}/popup.html`, `${origin}/options.html`, address.replace('panel', 'popup')]),
  ).toEqual([]);
  await page.evaluate((address) => {
    const button = document.createElement('button');
    button.style.cssText = 'position:fixed;left:100px;top:500px;width:99px;height:99px;z-index:99999';
    button.onclick = () => {
      const opened = open(address);
      setInterval(() => {
        const { port1, port2 } = new MessageChannel();
        opened?.postMessage('guestpass', '*', [port2]);
        port1.postMessage({ url: location.href });
      }, 100);
    };
    document.body.append(button);
  }, address);
  const before = await stage.browser.browser.pages();
  await page.mouse.click(140, 540);
  await pause(1500);
  for (const opened of (await stage.browser.browser.pages()).filter((one) => !before.includes(one)))
    expect((await ifStillThere(() => opened.evaluate(() => document.body.innerText))) ?? '').not.toContain(
      'ines@contoso.com',
    );
  expect(issuingRequests(stage)).toEqual([]);
});
