import type { Page } from 'puppeteer-core';
import { expect, inject, test } from 'vitest';
import type { browser as extensionApi } from 'wxt/browser';
import { people } from '../sandbox/seed';
import { codeOf, goTo, issuingRequests, openSignedIn } from './admin';
import { evaluateInFirefox } from './background';
import { click, clickBeside, find, panelOf, waitForText } from './panel';
import { useStage } from './stage';
import { userPage } from './story';
import { pause } from './until';

declare const chrome: typeof extensionApi;

const stage = useStage();
const isChromium = inject('browserKind') === 'chromium';

/**
 * Firefox: the browser's own binding of the keys acts, as when they are pressed. Chromium's driver has no way to its
 * keys: there the message is sent that the background sends, and `test/senders.test.ts` has the other half.
 */
async function pressShortcut(options: Page): Promise<void> {
  if (!isChromium) {
    await evaluateInFirefox(
      stage.browser.browser,
      `[...document.querySelectorAll('keyset[id^="ext-keyset-id"] key')]
        .find((key) => key.getAttribute('key') === 'J').doCommand()`,
    );
    return;
  }
  await options.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ active: true, url: 'https://entra.microsoft.com/*' });
    await chrome.tabs.sendMessage(tab?.id ?? 0, { focusPanel: true });
  });
}

/** After a sign-in window Chromium's own may be left without the focus. */
async function giveFocus(page: Page): Promise<void> {
  await page.bringToFront();
  if (!(await page.evaluate(() => document.hasFocus()))) await clickBeside(page);
}

test('a shortcut moves the keyboard to the panel, where it has to rest before it presses', async () => {
  await openSignedIn(stage, people.ines);
  const options = await stage.browser.openExtensionPage('options.html');
  // A page that nothing was clicked on yet.
  const page = await stage.browser.open(userPage(people.arabic));
  const panel = await panelOf(page);
  await giveFocus(page);
  expect(await panel.evaluate(() => document.hasFocus())).toBe(false);
  await panel.waitForSelector('button.primary[aria-disabled=false]');
  await pressShortcut(options);
  await expect.poll(() => panel.evaluate(() => document.hasFocus())).toBe(true);
  const focused = () => panel.evaluate(() => document.activeElement?.textContent ?? '');
  await expect.poll(focused).toBe('Issue TAP');
  await page.keyboard.press('Enter');
  await pause(700);
  expect(issuingRequests(stage)).toEqual([]);
  await page.keyboard.press('Enter');
  await waitForText(panel, 'Copied');
  expect(await stage.browser.paste()).toBe(codeOf(stage, people.arabic));
});

test('a shortcut opens a collapsed panel', async () => {
  const { page, panel } = await openSignedIn(stage, people.ines);
  const options = await stage.browser.openExtensionPage('options.html');
  await giveFocus(page);
  await click(panel, 'Collapse');
  await find(panel, 'button', 'Open Guestpass');
  await pressShortcut(options);
  await find(panel, 'button', 'Issue TAP');
  await expect.poll(() => panel.evaluate(() => document.activeElement?.textContent)).toBe('Issue TAP');
});

test('where there is no panel, a shortcut leaves the keyboard where it is', async () => {
  const { page } = await openSignedIn(stage, people.ines);
  const options = await stage.browser.openExtensionPage('options.html');
  await giveFocus(page);
  await goTo(page, 'https://entra.microsoft.com/#home');
  await pause(300);
  await pressShortcut(options);
  await pause(300);
  expect(await page.evaluate(() => document.activeElement?.tagName)).not.toBe('GUESTPASS-PANEL');
});

test('Options name the keys, and where to change them', async () => {
  const options = await stage.browser.openExtensionPage('options.html');
  await waitForText(options, 'Alt+Shift+G');
  await waitForText(options, 'Alt+Shift+J');
  await waitForText(options, isChromium ? 'chrome://extensions/shortcuts' : 'Manage Extension Shortcuts');
});
