import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { people } from '../sandbox/seed';
import { userOf } from '../sandbox/state';
import { goTo, openSignedIn } from './admin';
import { violationsOf } from './axe';
import { byRole, click, fill, waitForText } from './panel';
import { useStage } from './stage';
import { userPage } from './story';

const stage = useStage();
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'guestpass-settings-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const openOptions = () => stage.browser.openExtensionPage('options.html');
const passOf = (userId: string) => {
  const [contoso] = stage.sandbox.state.tenants;
  return contoso && userOf(contoso, userId)?._pass;
};

/** Hands a file to the page as the browser's own dialog would. */
async function importFile(options: Page, text: string): Promise<void> {
  const path = join(folder, 'guestpass-settings.json');
  writeFileSync(path, text);
  const input = (await options.waitForSelector('#import')) as ElementHandle<HTMLInputElement>;
  await input.uploadFile(path);
}

/** What the page would save as a file. */
async function exported(options: Page): Promise<string> {
  await options.evaluate(() => {
    const create = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (blob) => {
      (blob as Blob).text().then((text) => {
        document.documentElement.dataset.exported = text;
      });
      return create(blob);
    };
  });
  await click(options, 'Export settings');
  const root = await options.waitForSelector('html[data-exported]');
  return (await root?.evaluate((html) => (html as HTMLElement).dataset.exported)) ?? '';
}

test('each is valid at once: what a pass begins with, whether it is copied, and the language of the message', async () => {
  const options = await openOptions();
  const { page, panel } = await openSignedIn(stage, people.arabic);
  await waitForText(panel, '1 hour, one-time: no, starts now');
  await click(panel, 'Issue TAP');
  await waitForText(panel, 'Copied');
  const copied = await stage.browser.paste();
  await goTo(page, userPage(people.ines));
  await waitForText(panel, 'ines@contoso.com');
  await options.bringToFront();
  await fill(options, 'combobox', 'Lifetime to begin with', '240');
  await fill(options, 'combobox', 'One-time use to begin with', 'oneTime');
  await fill(options, 'combobox', 'Language of the message', 'de');
  await click(options, 'Copy the pass at once', 'checkbox');
  await page.bringToFront();
  await waitForText(panel, '4 hours, one-time, starts now');
  await click(panel, 'Issue TAP');
  await waitForText(panel, 'Pass issued');
  expect(passOf(people.ines)).toMatchObject({ lifetimeInMinutes: 240, isUsableOnce: true });
  expect(await stage.browser.paste()).toBe(copied);
  const language = () =>
    panel.$eval(byRole('combobox', 'Language'), (select) => (select as HTMLSelectElement).value);
  // The directory names one for this guest; the setting is for those of whom it does not.
  expect(await language()).toBe('es');
  await click(panel, 'Copy pass');
  await waitForText(panel, 'Copied');
  expect(await stage.browser.paste()).toBe(passOf(people.ines)?.code);
  await goTo(page, userPage(people.suppliersOnly));
  await waitForText(panel, 'sunil@contoso.com');
  await click(panel, 'Issue TAP');
  await waitForText(panel, 'Pass issued');
  expect(await language()).toBe('de');
});

test('as a file leave one browser and come into another, where it may', async () => {
  const options = await openOptions();
  await fill(options, 'combobox', 'Lifetime to begin with', '480');
  const file = JSON.parse(await exported(options));
  expect(file.settings).toMatchObject({ defaultLifetimeInMinutes: 480, copyAtOnce: true });
  file.settings.copyAtOnce = false;
  file.settings.reasonRequired = true;
  await importFile(options, JSON.stringify(file));
  await waitForText(options, `${Object.keys(file.settings).length} settings imported`);
  const checked = (name: string) =>
    options.$eval(byRole('checkbox', name), (box) => (box as HTMLInputElement).checked);
  expect(await checked('Copy the pass at once')).toBe(false);
  expect(await checked('Reason or ticket required')).toBe(true);

  await importFile(options, JSON.stringify({ ...file, settings: { copyAtOnce: true, tenantLock: 7 } }));
  await waitForText(options, 'It sets “Tenant” (tenantLock) to 7: a tenant ID');
  await waitForText(options, 'Nothing was changed.');
  expect(await checked('Copy the pass at once')).toBe(false);
  expect(await violationsOf(options)).toEqual([]);
  await importFile(options, 'MZ\u0090');
  await waitForText(options, 'This file is not JSON.');
});
