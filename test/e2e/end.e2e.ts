import type { Page } from 'puppeteer-core';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { people } from '../sandbox/seed';
import { startSandbox } from '../sandbox/server';
import { goTo } from './admin';
import { openBrowser } from './browser';
import { type End, endExtension } from './end-extension';
import { find, panelOf, visiblePanelOf } from './panel';
import { extensionDir, type Stage } from './stage';
import { userPage } from './story';

const kind = inject('browserKind');
let stage: Stage;

// Not the stage of a whole file: no browser of these tests has Guestpass any more at the end.
beforeEach(async () => {
  const sandbox = await startSandbox();
  stage = { sandbox, browser: await openBrowser(kind, { sandbox, extensionDir: extensionDir(kind) }) };
});
afterEach(async () => {
  await stage.browser.close();
  await stage.sandbox.close();
});

/** Everything that reaches the console of these pages as an error, or goes uncaught in them. */
function errorsOf(...pages: Page[]): string[] {
  const errors: string[] = [];
  for (const page of pages) {
    page.on('pageerror', (error) => errors.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
  }
  return errors;
}

const home = 'https://entra.microsoft.com/#home';

/** A page with the panel of an extension that was never set up, and one without, while `end` befalls it. */
async function openAndEnd(end: End): Promise<{ page: Page; other: Page; errors: string[] }> {
  const other = await stage.browser.open(home);
  const page = await stage.browser.open(userPage(people.ines));
  const errors = errorsOf(page, other);
  await find(await panelOf(page), 'button', 'Options');
  await endExtension(stage.browser, end);
  await page.bringToFront();
  return { page, other, errors };
}

/** Moves the page around, as an admin who goes on with the portal's own work does. */
async function walkOn(page: Page): Promise<void> {
  for (const url of [userPage(people.arabic), home, userPage(people.ines)]) await goTo(page, url);
}

test.each(['disabled', 'removed'] as const)(
  'an extension that is %s takes its panel along and leaves the page alone',
  async (end) => {
    const { page, other, errors } = await openAndEnd(end);
    await expect.poll(() => visiblePanelOf(page), { timeout: 5000 }).toBeUndefined();
    await walkOn(other);
    await walkOn(page);
    await page.reload();
    await walkOn(page);
    for (const one of [page, other]) expect(await visiblePanelOf(one)).toBeUndefined();
    expect(errors).toEqual([]);
  },
);

test('an updated extension leaves one panel that works, at the latest after a reload', async () => {
  const { page, errors } = await openAndEnd('updated');
  // Firefox gives the new extension to the open page at once, Chromium to the next one.
  if (kind === 'chromium') {
    await expect.poll(() => visiblePanelOf(page), { timeout: 5000 }).toBeUndefined();
    await walkOn(page);
    await page.reload();
  }
  await find(await panelOf(page), 'button', 'Options');
  expect(await page.$$('guestpass-panel')).toHaveLength(1);
  expect(errors).toEqual([]);
});
