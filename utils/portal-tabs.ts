import { type Browser, browser } from 'wxt/browser';
import { clouds } from './clouds';
import type { Sender } from './handle-calls';
import { userPageFromUrl } from './portal-url';

/** Tells these portal tabs (all by default) and the panels in them that what they were told has changed. */
export async function askAgain(concerns: (tab: Browser.tabs.Tab) => boolean = () => true): Promise<void> {
  const tabs = await browser.tabs.query({ url: clouds.global.portals.map((host) => `https://${host}/*`) });
  for (const tab of tabs) {
    if (tab.id !== undefined && concerns(tab))
      browser.tabs.sendMessage(tab.id, { recheck: true }).catch(() => {});
  }
}

/**
 * Tabs with another panel than the sender that may show this user: by object id, or by a name that may be this
 * user's. The popup is no tab: the one it was opened on has a panel of its own.
 */
export function elsewhere(sender: Sender, userId: string): (tab: Browser.tabs.Tab) => boolean {
  return ({ id, url = '' }) => {
    const page = userPageFromUrl(url);
    const isSender = id === sender.tabId && sender.kind !== 'popup';
    return !isSender && page !== undefined && (page.userId ?? userId) === userId;
  };
}

/** Tells the panels in the sender's tab that its content script holds the line which this word came by. */
export async function vouchForLine({ tabId }: Sender, nonce: unknown): Promise<void> {
  if (tabId !== undefined && typeof nonce === 'string')
    browser.tabs.sendMessage(tabId, { vouched: nonce }).catch(() => {});
}
