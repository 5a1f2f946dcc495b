import { browser } from 'wxt/browser';
import { type Badge, noBadge } from './badge-of';
import { text } from './interface-text';
import { type UserPage, userPageFromUrl } from './portal-url';

/** In milliseconds: a panel is loaded and drawn first, and who asks twice for one page gets one badge. */
const moment = 300;
const newest = new Map<string, Badge>();

/**
 * Puts a badge on the toolbar's icon for this tab, and colour into it where there is something to tell, if the tab still
 * shows that page (undefined: no user's). The browser keeps both when the worker dies, and drops them with the document;
 * within a document the content script tells of each move.
 */
export async function showBadge(tabId: number, page: UserPage | undefined, badge: Badge): Promise<void> {
  const key = `${tabId} ${userOf(page)}`;
  newest.set(key, badge);
  await new Promise((passed) => setTimeout(passed, moment));
  if (newest.get(key) !== badge) return;
  newest.delete(key);
  try {
    if (userOf(await pageOf(tabId)) !== userOf(page)) return;
    await put(tabId, badge);
    // A document that goes meanwhile takes along only what stands there already.
    if (page && !(await pageOf(tabId))) await put(tabId, noBadge);
  } catch {
    // The tab is gone.
  }
}

async function pageOf(tabId: number): Promise<UserPage | undefined> {
  const { url = '' } = await browser.tabs.get(tabId);
  return userPageFromUrl(url);
}

async function put(tabId: number, badge: Badge): Promise<void> {
  const { color } = badge;
  await Promise.all([
    browser.action.setBadgeText({ tabId, text: badge.text }),
    browser.action.setIcon({ tabId, path: badge.text ? activeIcon : inactiveIcon }),
    browser.action.setTitle({ tabId, title: titleOf(badge) }),
    color && browser.action.setBadgeBackgroundColor({ tabId, color }),
    color && browser.action.setBadgeTextColor({ tabId, color: '#ffffff' }),
  ]);
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
