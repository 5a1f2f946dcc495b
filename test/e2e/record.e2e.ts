import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { expect, inject, test } from 'vitest';
import type { browser as extensionApi } from 'wxt/browser';
import type { RecordEntry } from '../../utils/record-entry';
import { people } from '../sandbox/seed';
import { codeOf, openSignedIn } from './admin';
import { violationsOf } from './axe';
import { click, fill, find, panelOf, waitForText } from './panel';
import { useStage } from './stage';
import { userPage } from './story';

declare const chrome: typeof extensionApi;

const stage = useStage();
const openOptions = () => stage.browser.openExtensionPage('options.html');

test('a pass issued in the panel is in the record, without its code, for export, until it is cleared', async () => {
  const { panel } = await openSignedIn(stage, people.ines);
  await click(panel, 'Issue TAP');
  await waitForText(panel, 'Copied');
  const code = codeOf(stage, people.ines);
  expect(code).toHaveLength(8);

  const options = await openOptions();
  await options.waitForSelector('table.record');
  const row = await options.$eval('table.record tbody tr', ({ innerText }) => innerText);
  for (const words of [
    'Issued',
    'Ines Contractor',
    'ines@contoso.com',
    'Contoso',
    'avery@contoso.com',
    '1 hour, one-time: no',
  ])
    expect(row).toContain(words);
  expect(await options.content()).not.toContain(code);

  await click(options, 'Export CSV');
  const { name, text } = await downloaded();
  expect(name).toMatch(/^guestpass-record-\d{4}-\d\d-\d\d\.csv$/);
  expect(text).toMatch(/^\uFEFF"at","action","outcome"/);
  expect(text).toContain('"issue","done"');
  expect(text).toContain('"ines@contoso.com","Ines Contractor","60","false"');
  expect(text).not.toContain(code);

  await click(options, 'Clear record');
  await click(options, 'Cancel');
  expect(await options.$('table.record')).not.toBeNull();
  await click(options, 'Clear record');
  await find(options, 'button', 'Cancel');
  await options.locator('.confirm button.primary').click();
  await waitForText(options, 'No entries yet.');
  await waitForText(await openOptions(), 'No entries yet.');
});

test('a record that could not be cleared is not said to be', async () => {
  const { panel } = await openSignedIn(stage, people.ines);
  await click(panel, 'Issue TAP');
  await waitForText(panel, 'Copied');
  const options = await openOptions();
  await options.waitForSelector('table.record');
  await options.evaluate(() => {
    const { sendMessage } = chrome.runtime;
    // As when the worker dies under it.
    const lossy = async (message: { call: string }) =>
      message.call === 'clearRecord' ? undefined : sendMessage(message);
    Object.assign(chrome.runtime, { sendMessage: lossy });
  });
  await click(options, 'Clear record');
  await find(options, 'button', 'Cancel');
  await options.locator('.confirm button.primary').click();
  await waitForText(options, 'Guestpass did not answer');
  expect(await options.evaluate(() => document.body.innerText)).not.toContain('Record cleared');
  expect(await options.$('table.record')).not.toBeNull();
});

test('a record that shall keep no entries asks before it deletes those it has', async () => {
  const clientRequestId = '3f1c0000-0000-4000-8000-00000000abcd';
  const options = await openWith({
    id: 'e',
    at: new Date().toISOString(),
    action: 'replace',
    admin: 'avery@contoso.com',
    tenant: { id: 't', displayName: 'Contoso' },
    guest: { id: 'g', userPrincipalName: 'layla@contoso.com', displayName: 'ليلى العربي' },
    options: {},
    clientRequestId,
    outcome: 'notDone',
    failure: 'roleMissing',
  });
  await waitForText(options, 'Not replaced');
  await click(options, 'Copy client-request-id');
  expect(await stage.browser.paste()).toBe(clientRequestId);
  await options.bringToFront();

  await fill(options, 'combobox', 'Keep entries for', '0');
  await waitForText(options, 'This deletes 1 entry');
  expect(await violationsOf(options)).toEqual([]);
  await click(options, 'Delete entries');
  await waitForText(options, 'No entries are kept.');
});

test.runIf(inject('browserKind') === 'chromium')('a content script can not read the record', async () => {
  const page = await stage.browser.browser.newPage();
  const devTools = await page.createCDPSession();
  const contentScript = new Promise<number>((found) => {
    devTools.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.origin.startsWith('chrome-extension://')) found(context.id);
    });
  });
  await devTools.send('Runtime.enable');
  await page.goto(userPage(people.ines));
  await panelOf(page);
  const { result } = await devTools.send('Runtime.evaluate', {
    contextId: await contentScript,
    expression: 'chrome.storage.local.get().then(JSON.stringify, String)',
    awaitPromise: true,
  });
  expect(result.value).toBe('Error: Access to storage is not allowed from this context.');
});

test.runIf(inject('browserKind') === 'firefox')('Firefox has no way yet to forbid it', async () => {
  const options = await openOptions();
  expect(await options.evaluate(() => typeof chrome.storage.local.setAccessLevel)).toBe('undefined');
});

/** The options with this entry in the record. */
async function openWith(entry: RecordEntry): Promise<Page> {
  const page = await openOptions();
  await page.evaluate((entry) => chrome.storage.local.set({ 'record/e': entry }), entry);
  await page.close();
  return openOptions();
}

/** The one downloaded file, once the browser has finished it. */
async function downloaded(): Promise<{ name: string; text: string }> {
  const { downloads } = stage.browser;
  const finished = () => readdirSync(downloads).filter((name) => name.endsWith('.csv'));
  await expect.poll(finished, { timeout: 5000 }).toHaveLength(1);
  const [name = ''] = finished();
  const read = () => readFileSync(join(downloads, name), 'utf8');
  await expect.poll(read).toMatch(/\r\n$/);
  const text = read();
  rmSync(join(downloads, name));
  return { name, text };
}
