import type { browser as extensionApi } from 'wxt/browser';
import { firefoxAddonId } from '../sandbox/redirect-uris';
import { evaluateInFirefox } from './background';
import type { TestBrowser } from './browser';

declare const chrome: typeof extensionApi;

type Listening = typeof globalThis & { iconTaken?: string };

/**
 * Gives a look at the toolbar's icon, as the address of its smallest picture: in Firefox what the selected tab shows,
 * in Chromium, which tells nobody, the one it took last from the background that runs now.
 */
export async function watchIcon({ kind, browser }: TestBrowser): Promise<() => Promise<unknown>> {
  if (kind === 'firefox') return () => evaluateInFirefox(browser, iconOfSelectedTab);
  const target = await browser.waitForTarget(
    (target) => target.type() === 'service_worker' && target.url().startsWith('chrome-extension:'),
  );
  const worker = await target.worker();
  await worker?.evaluate(() => {
    const take = chrome.action.setIcon.bind(chrome.action);
    chrome.action.setIcon = async (details) => {
      await take(details);
      (globalThis as Listening).iconTaken = Object.values(details.path as Record<string, string>)[0] ?? '';
    };
  });
  return async () => worker?.evaluate(() => (globalThis as Listening).iconTaken);
}

/** https://searchfox.org/mozilla-central/source/browser/components/extensions/parent/ext-browserAction.js */
const iconOfSelectedTab = `(() => {
  const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
  const { extension } = WebExtensionPolicy.getByID(${JSON.stringify(firefoxAddonId)});
  const { action } = ExtensionParent.apiManager.global.browserActionFor(extension);
  return Object.values(action.getContextData(gBrowser.selectedTab).icon)[0];
})()`;
