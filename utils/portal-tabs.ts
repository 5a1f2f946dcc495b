import { type Browser, browser } from 'wxt/browser';
import { clouds } from './clouds';
import type { Sender } from './handle-calls';
import { userPageFromUrl } from './portal-url';

/** Tells these portal tabs (all by default) and the panels in them that what they were told has changed. */
export const askAgain = (concerns?: Concerns) => tellTabs({ recheck: true }, concerns);

/** Tells all panels, in the toolbar's popup too, until when Microsoft Graph wants to be left alone. */
export function tellPause(message: PauseMessage): void {
  tellTabs(message);
  // A panel that stands in a tab does not hear this in Firefox. Nobody may be there to hear it.
  browser.runtime.sendMessage(message).catch(() => {});
}

/** What panels hear of a pause: its end in milliseconds since 1970. */
export type PauseMessage = { pauseUntil: number };

type Concerns = (tab: Browser.tabs.Tab) => boolean;

async function tellTabs(message: object, concerns: Concerns = () => true): Promise<void> {
  const hosts = Object.values(clouds).flatMap(({ portals }) => portals);
  const tabs = await browser.tabs.query({ url: hosts.map((host) => `https://${host}/*`) });
  for (const tab of tabs) {
    if (tab.id !== undefined && concerns(tab)) browser.tabs.sendMessage(tab.id, message).catch(() => {});
  }
}

/**
 * Tabs with another panel than the sender that may show this user: by object id, or by a name that may be this
 * user's. The popup is no tab: the one it was opened on has a panel of its own.
 */
export function elsewhere(sender: Sender, userId: string): Concerns {
  return ({ id, url = '' }) => {
    const page = userPageFromUrl(url);
    const isSender = id === sender.tabId && sender.kind !== 'popup';
    return !isSender && page !== undefined && (page.userId ?? userId) === userId;
  };
}

/** Moves the keyboard to the panel on the page in this tab, if there is one. */
export async function focusPanel(tabId: number | undefined): Promise<void> {
  if (tabId !== undefined) browser.tabs.sendMessage(tabId, { focusPanel: true }).catch(() => {});
}

/** Tells the panels in the sender's tab that its content script holds the line which this word came by. */
export async function vouchForLine({ tabId }: Sender, nonce: unknown): Promise<void> {
  if (tabId !== undefined && typeof nonce === 'string')
    browser.tabs.sendMessage(tabId, { vouched: nonce }).catch(() => {});
}
