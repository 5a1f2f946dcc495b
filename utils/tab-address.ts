import { browser } from 'wxt/browser';
import type { Sender } from './handle-calls';
import { userPageFromUrl } from './portal-url';

const patienceInMilliseconds = 2000;

/**
 * The sender with the address its tab has once the browser has caught up with `seen`, the address the asking
 * page already had. A page's message and the browser's own note of a same-document navigation travel on
 * different roads, and the message may win.
 *
 * Security: `seen` only tells how long to wait; the address is always the browser's.
 */
export async function settleAddress(sender: Sender, seen: string | undefined): Promise<Sender> {
  const { tabId } = sender;
  if (tabId === undefined || seen === undefined) return sender;
  let { tabUrl } = sender;
  // Not the clock on the wall, which can be set.
  const end = performance.now() + patienceInMilliseconds;
  // Mostly it has caught up before a question to the browser is answered.
  for (let pause = 0; !sameUser(tabUrl, seen) && performance.now() < end; pause = Math.min(pause + 4, 20)) {
    if (pause > 0) await new Promise((passed) => setTimeout(passed, pause));
    tabUrl = (await browser.tabs.get(tabId)).url;
  }
  return { ...sender, ...(tabUrl === undefined ? {} : { tabUrl }) };
}

/** Browsers may spell one address in two ways; whom it shows is what matters. */
function sameUser(one: string | undefined, other: string): boolean {
  const userOf = (url: string) => JSON.stringify(userPageFromUrl(url));
  return one !== undefined && userOf(one) === userOf(other);
}
