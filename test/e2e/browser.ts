import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import puppeteer, { type Browser, type Page, type Target } from 'puppeteer-core';
import { clouds } from '../../utils/clouds';
import { findBrowser } from '../run/browsers.mjs';
import { firefoxAddonId } from '../sandbox/redirect-uris';
import type { Sandbox } from '../sandbox/server';
import { stopChromiumBackground, stopFirefoxBackground } from './background';
import { speak } from './interface-language';
import { chromiumOptions, firefoxExtensionUuid, firefoxOptions } from './launch-options';

/** The two families of browsers that the one specification runs in. */
export type BrowserKind = 'chromium' | 'firefox';

/** A browser on the sandbox, with the extension installed. */
export type TestBrowser = {
  kind: BrowserKind;
  browser: Browser;
  /** The folder where downloads go; it is deleted when the browser closes. */
  downloads: string;
  /** Opens a page in a new tab and waits for its `load`. */
  open(url: string): Promise<Page>;
  /** Opens a page of the extension in a new tab, e.g. `options.html`. */
  openExtensionPage(path: string): Promise<Page>;
  /**
   * A tab with a document of the extension in which none of its code runs, for its storage: always the same one, opened
   * when it is first asked for.
   */
  storagePage(): Promise<Page>;
  /** Opens the toolbar's popup on this tab, as a click on the icon does. Chromium only: Firefox hides it from drivers. */
  openPopup(page: Page): Promise<Page>;
  /** The sign-in window that `identity.launchWebAuthFlow` opened or is about to open; each only once. */
  signInWindow(): Promise<Page>;
  /** What the clipboard holds, read by pasting it into a page of the sandbox with the keyboard. */
  paste(): Promise<string>;
  /** Stops the service worker or the event page, as the browser itself does when it has been idle. */
  killBackground(): Promise<void>;
  close(): Promise<void>;
};

/**
 * Starts a browser that knows only the sandbox and installs the extension from `extensionDir` in it.
 * `executablePath` is for Edge; without it the first browser found of that kind is taken.
 */
export async function openBrowser(
  kind: BrowserKind,
  options: {
    sandbox: Sandbox;
    /** Absent: a browser without Guestpass, of which the extension's pages can't be asked for. */
    extensionDir?: string;
    headless?: boolean;
    executablePath?: string;
    /** What the browser speaks, as a folder of `public/_locales` is named. Chromium only; elsewhere and without it, English. */
    language?: string;
    /** How long its pages wait for something at most, in milliseconds. */
    patience?: number;
    /** Whether pages tell of their requests; it takes the browser some of its time. */
    watchesNetwork?: boolean;
    /** Instead of ours: its user's home, where Firefox looks for what an organisation set. */
    home?: string;
  },
): Promise<TestBrowser> {
  const { sandbox, extensionDir, headless = true, home, language = 'en', patience = 30_000 } = options;
  const { watchesNetwork = false } = options;
  const executablePath = options.executablePath ?? findBrowser(kind);
  if (!executablePath) throw new Error(`No ${kind} was found; \`npm test\` installs one or says how.`);
  const downloads = mkdtempSync(join(tmpdir(), 'guestpass-downloads-'));
  // A browser that nobody closes ends with this process.
  process.once('exit', () => rmSync(downloads, { recursive: true, force: true }));
  const browser = await puppeteer.launch({
    ...(kind === 'chromium'
      ? {
          ...chromiumOptions(sandbox, language),
          downloadBehavior: { policy: 'allow', downloadPath: downloads },
        }
      : firefoxOptions(sandbox, downloads, firefoxAddonId)),
    executablePath,
    headless,
    networkEnabled: watchesNetwork,
    // Chromium on Linux takes its language from here, not from `--lang`.
    env: { ...process.env, LANGUAGE: language, ...(home ? { HOME: home } : {}) },
    defaultViewport: headless ? { width: 1280, height: 800 } : null,
  });
  if (language !== 'en') speak(browser, language);
  const id = extensionDir ? await browser.installExtension(resolve(extensionDir)) : '';
  const base = kind === 'chromium' ? `chrome-extension://${id}/` : `moz-extension://${firefoxExtensionUuid}/`;
  const patient = (page: Page) => {
    page.setDefaultTimeout(patience);
    return page;
  };
  const open = async (url: string) => {
    const page = patient(await browser.newPage());
    await page.goto(url);
    return page;
  };
  const openExtensionPage = (path: string) =>
    kind === 'chromium' ? open(base + path) : openInFirefox(browser, base + path);
  let storagePage: Page | undefined;
  return {
    kind,
    browser,
    downloads,
    open,
    openExtensionPage,
    async storagePage() {
      if (!storagePage || storagePage.isClosed()) storagePage = await openExtensionPage('licenses.txt');
      return storagePage;
    },
    openPopup: async (page) => patient(await openPopup(browser, id, page)),
    signInWindow: () => waitForSignIn(browser),
    paste: () => pasteInto(open),
    killBackground: () =>
      kind === 'chromium' ? stopChromiumBackground(browser, id) : stopFirefoxBackground(browser, id),
    async close() {
      const stuck = setTimeout(() => browser.process()?.kill('SIGKILL'), 10_000);
      await browser.close();
      clearTimeout(stuck);
      rmSync(downloads, { recursive: true, force: true });
    },
  };
}

/** Firefox opens a `moz-extension:` address, mostly, but never tells the driver; so the page itself is asked. */
async function openInFirefox(browser: Browser, url: string): Promise<Page> {
  for (let tries = 1; tries <= 5; tries += 1) {
    const page = await browser.newPage();
    page.goto(url, { timeout: 1000 }).catch(() => {});
    if (await arrives(page, url)) return page;
    await page.close();
  }
  throw new Error(`Firefox did not open ${url}`);
}

async function arrives(page: Page, url: string, patience = 4000): Promise<boolean> {
  const pause = (milliseconds: number) =>
    new Promise<false>((passed) => setTimeout(passed, milliseconds, false));
  for (const end = Date.now() + patience; Date.now() < end; await pause(50)) {
    const there = page
      .evaluate((wanted) => location.href === wanted && document.readyState === 'complete', url)
      .catch(() => false);
    // Asked while it navigates, a page may never answer.
    if (await Promise.race([there, pause(1000)])) return true;
  }
  return false;
}

async function openPopup(browser: Browser, id: string, page: Page): Promise<Page> {
  const extension = (await browser.extensions()).get(id);
  if (!extension) throw new Error('The browser does not know the extension.');
  await page.bringToFront();
  await page.triggerExtensionAction(extension);
  const target = await browser.waitForTarget((target) => target.url().endsWith(`//${id}/popup.html`));
  return target.asPage();
}

/** Sign-in windows handed out already: Firefox does not always tell the driver that one of them closed. */
const givenWindows = new WeakSet<Target>();

async function waitForSignIn(browser: Browser): Promise<Page> {
  const hosts = Object.values(clouds).map(({ login }) => `https://${login}/`);
  const target = await browser.waitForTarget(
    (target) =>
      target.type() === 'page' &&
      !givenWindows.has(target) &&
      hosts.some((host) => target.url().startsWith(host)),
  );
  givenWindows.add(target);
  const page = await target.page();
  if (!page) throw new Error('The sign-in window closed before it could be used.');
  return page;
}

async function pasteInto(open: (url: string) => Promise<Page>): Promise<string> {
  const page = await open('https://sandbox.test/paste');
  const modifier = process.platform === 'darwin' ? 'Meta' : 'Control';
  await page.bringToFront();
  await page.focus('textarea');
  await page.keyboard.down(modifier);
  await page.keyboard.press('v');
  await page.keyboard.up(modifier);
  await page.waitForFunction(() => document.querySelector('output')?.textContent === 'pasted');
  const text = await page.$eval('textarea', ({ value }) => value);
  await page.close();
  return text;
}
