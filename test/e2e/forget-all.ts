import type { browser as extensionApi } from 'wxt/browser';
import type { TestBrowser } from './browser';

declare const chrome: typeof extensionApi;

/** Leaves one tab, the storage page, and an extension that was never used; on its disk is `stored`. */
export async function forgetAll(
  { browser, storagePage, killBackground }: TestBrowser,
  stored: Record<string, unknown>,
): Promise<void> {
  const page = await storagePage();
  for (const other of await browser.pages()) if (other !== page) await other.close();
  // First, so that nothing at work writes what it knows after the clearing.
  await killBackground();
  await page.evaluate(async (stored) => {
    await Promise.all([chrome.storage.local.clear(), chrome.storage.session.clear()]);
    await chrome.storage.local.set(stored);
  }, stored);
}
