import { browser } from 'wxt/browser';
import type { Badge } from './badge-of';
import { text } from './interface-text';
import { type UserPage, userPageFromUrl } from './portal-url';

/**
 * Puts a badge on the toolbar's icon for this tab, and colour into it where there is something to tell, if the tab still
 * shows that page (undefined: no user's). The browser keeps both when the worker dies, and drops them with the document;
 * within a document the content script tells of each move.
 */
export async function showBadge(tabId: number, page: UserPage | undefined, badge: Badge): Promise<void> {
  try {
    const { url = '' } = await browser.tabs.get(tabId);
    if (userOf(userPageFromUrl(url)) !== userOf(page)) return;
    const { color } = badge;
    await Promise.all([
      browser.action.setBadgeText({ tabId, text: badge.text }),
      browser.action.setIcon({ tabId, path: badge.text ? activeIcon : inactiveIcon }),
      browser.action.setTitle({ tabId, title: titleOf(badge) }),
      color && browser.action.setBadgeBackgroundColor({ tabId, color }),
      color && browser.action.setBadgeTextColor({ tabId, color: '#ffffff' }),
    ]);
  } catch {
    // The tab is gone.
  }
}

function titleOf({ title, end }: Badge): string {
  return text(
    title,
    end === undefined
      ? {}
      : { end: new Date(end).toLocaleString([], { dateStyle: 'short', timeStyle: 'short' }) },
  );
}

const iconNamed = (prefix: string) =>
  Object.fromEntries([16, 24, 32].map((size) => [size, `/icon/${prefix}${size}.png`]));
const activeIcon = iconNamed('');
const inactiveIcon = iconNamed('inactive-');

const userOf = (page: UserPage | undefined) => page?.userId ?? page?.userPrincipalName;
