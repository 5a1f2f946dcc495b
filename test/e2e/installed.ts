import type { Page } from 'puppeteer-core';
import type { TestBrowser } from './browser';
import { ifStillThere, until } from './until';

/** The options page that opens by itself after the installation. */
export function pageAfterInstall(browser: TestBrowser): Promise<Page> {
  return until('options page after the installation', () => openOptionsIn(browser));
}

/** A tab with the options page, if there is one. Firefox tells the driver of no page of ours, so each is asked. */
export async function openOptionsIn({ browser }: TestBrowser): Promise<Page | undefined> {
  for (const page of await browser.pages()) {
    const href = await ifStillThere(() => page.evaluate(() => location.href));
    if (href?.endsWith('/options.html')) return page;
  }
  return undefined;
}
