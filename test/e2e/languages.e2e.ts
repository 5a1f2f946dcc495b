import { readFileSync } from 'node:fs';
import type { Frame, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { browser as extensionApi } from 'wxt/browser';
import { people, sandboxClientId } from '../sandbox/seed';
import { type Sandbox, startSandbox } from '../sandbox/server';
import { openBrowser, type TestBrowser } from './browser';
import { pageAfterInstall } from './installed';
import { click, find, panelOf, waitForText } from './panel';
import { signInAs } from './sign-in';
import { extensionDir } from './stage';
import { userPage } from './story';

declare const chrome: typeof extensionApi;

/** Who reads, in which language and direction, at whose page. */
type Reader = { language: string; lang: string; dir: string; guest: string };

/** German for its long words, Arabic for its direction. */
const languages: Reader[] = [
  { language: 'de', lang: 'de', dir: 'ltr', guest: people.ines },
  { language: 'ar', lang: 'ar', dir: 'rtl', guest: people.arabic },
];

/** The catalogue's own words, not those of English: it is not enough that something is found. */
function wordsOf(language: string): (key: string) => string {
  const file = new URL(`../../public/_locales/${language}/messages.json`, import.meta.url);
  const texts: Record<string, { message: string }> = JSON.parse(readFileSync(file, 'utf8'));
  return (key) => texts[key]?.message ?? expect.unreachable(`No ${key} in ${language}`);
}

/** What is wider than its place. A name that is clamped to some lines is meant to be. */
const cutOff = (place: Frame | Page) =>
  place.evaluate(() =>
    [
      ...document.querySelectorAll(
        'html, main, button, p, li, dt, dd, h1, h2, h3, label, legend, summary, span',
      ),
    ]
      .filter(
        (element) => element.checkVisibility() && !element.matches('.offscreen, .offscreen *, .upn, .upn *'),
      )
      .filter(({ scrollWidth, clientWidth }) => clientWidth > 0 && scrollWidth > clientWidth + 1)
      .map((element) => `${element.tagName} ${element.textContent?.slice(0, 60)}`),
  );

// Firefox speaks another language only with a package for it.
describe.runIf(inject('browserKind') === 'chromium')('the interface', () => {
  let sandbox: Sandbox;

  beforeAll(async () => {
    sandbox = await startSandbox();
  });
  afterAll(() => sandbox.close());

  // At the same time: most of it is waiting, and each has a browser and a guest to itself.
  test.concurrent.each(languages)(
    'speaks $language from the sign-in to the hand-over, and nothing is cut off',
    async (reader) => {
      const { language } = reader;
      const browser = await openBrowser('chromium', {
        sandbox,
        extensionDir: extensionDir('chromium'),
        language,
      });
      try {
        await readAll(browser, reader);
      } finally {
        await browser.close();
      }
    },
  );
});

async function readAll(browser: TestBrowser, { language, lang, dir, guest }: Reader): Promise<void> {
  const said = wordsOf(language);
  const fits = async (place: Frame | Page, state: string) => expect(await cutOff(place), state).toEqual([]);
  const options = await pageAfterInstall(browser);
  await options.evaluate((clientId) => chrome.storage.local.set({ settings: { clientId } }), sandboxClientId);
  const page = await browser.open(userPage(guest));
  const panel = await panelOf(page);

  await find(panel, 'heading', said('signInToIssue'));
  expect(await panel.evaluate(() => [document.documentElement.lang, document.documentElement.dir])).toEqual([
    lang,
    dir,
  ]);
  await fits(panel, 'signed out');
  await click(panel, said('signIn'));
  await signInAs(await browser.signInWindow(), 'avery@contoso.com');
  await page.bringToFront();

  await find(panel, 'button', said('issueTap'));
  await click(panel, said('optionsButton'), 'DisclosureTriangle');
  await find(panel, 'combobox', said('oneTimeUse'));
  await fits(panel, 'options');
  await click(panel, said('issueTap'));
  await waitForText(panel, said('copied'));
  await panel.waitForSelector('.hand-over button[aria-disabled=false]');
  await click(panel, said('showPass'));
  await fits(panel, 'issued');
  await click(panel, said('copyMessage'));
  await waitForText(panel, said('messageCopied'));
  await click(panel, said('mail'));
  await waitForText(panel, said('passNotInDraft'));
  await fits(panel, 'handed over');
  await click(panel, said('done'));
  await click(panel, said('replaceTap'));
  await find(panel, 'button', said('cancel'));
  await fits(panel, 'to be replaced');

  const popup = await browser.openPopup(await browser.open('https://sandbox.test/paste'));
  await find(popup, 'combobox', said('findInternalGuest'));
  expect(await popup.evaluate(() => document.documentElement.dir)).toBe(dir);
  await fits(popup, 'popup');
}
