import type { Browser, Page } from 'puppeteer-core';
import { chromiumExtensionId, firefoxAddonId } from '../sandbox/redirect-uris';
import { evaluateInFirefox } from './background';
import type { TestBrowser } from './browser';

/** What may happen to an extension while its pages are open. */
export type End = 'updated' | 'disabled' | 'removed';

/** Lets the extension end under its open pages, as the browser's own extensions page does. */
export async function endExtension({ kind, browser }: TestBrowser, end: End): Promise<void> {
  if (kind === 'firefox') return endInFirefox(browser, end);
  if (end === 'removed') return browser.uninstallExtension(chromiumExtensionId);
  const page = await browser.newPage();
  await page.goto('chrome://extensions');
  if (end === 'updated') await turnDeveloperModeOn(page);
  await page.evaluate(
    async (id, end) => {
      const { chrome } = globalThis as unknown as { chrome: ExtensionsPage };
      if (end === 'updated') await chrome.developerPrivate.reload(id);
      else await chrome.management.setEnabled(id, false);
    },
    chromiumExtensionId,
    end,
  );
  await page.close();
}

/** Without it Chromium leaves an unpacked extension off after its reload. `page` is at `chrome://extensions`. */
export async function turnDeveloperModeOn(page: Page): Promise<void> {
  await page.evaluate(() =>
    (globalThis as unknown as { chrome: ExtensionsPage }).chrome.developerPrivate.updateProfileConfiguration({
      inDeveloperMode: true,
    }),
  );
}

/** https://source.chromium.org/chromium/chromium/src/+/main:chrome/common/extensions/api/developer_private.idl */
type ExtensionsPage = {
  developerPrivate: {
    reload(id: string): Promise<void>;
    updateProfileConfiguration(update: { inDeveloperMode: boolean }): Promise<void>;
  };
  management: { setEnabled(id: string, enabled: boolean): Promise<void> };
};

/** https://searchfox.org/mozilla-esr140/source/toolkit/mozapps/extensions/AddonManager.sys.mjs */
async function endInFirefox(browser: Browser, end: End): Promise<void> {
  const act = { updated: 'reload', disabled: 'disable', removed: 'uninstall' }[end];
  await evaluateInFirefox(
    browser,
    `ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs')
      .AddonManager.getAddonByID(${JSON.stringify(firefoxAddonId)}).then((addon) => addon.${act}())`,
  );
}
