import { browser } from 'wxt/browser';
import { type FailureCode, FailureError } from './failures';

/** What browsers say, in plain errors without a code: Chromium's words, then Firefox's. */
const byMessage: [RegExp, FailureCode][] = [
  [/did not approve access|User cancelled or denied/i, 'signInCancelled'],
  [/Only one web auth flow/i, 'signInInProgress'],
  [/could not be loaded/i, 'signInPageFailed'],
  [/User interaction required|Requires user interaction/i, 'signInRequired'],
];

/**
 * Leads the sign-in window (or, not interactive, an unseen one) to `url`, and resolves with the address at which
 * the identity provider sends it back to the extension. Throws a FailureError.
 * https://developer.chrome.com/docs/extensions/reference/api/identity#method-launchWebAuthFlow,
 * https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/API/identity/launchWebAuthFlow
 */
export async function launchWebAuthFlow(url: string, interactive: boolean): Promise<string> {
  // Without these Chromium gives up at the first page that is not the redirect; Firefox refuses to know them.
  const patience =
    interactive || import.meta.env.FIREFOX
      ? {}
      : { abortOnLoadForNonInteractive: false, timeoutMsForNonInteractive: 10_000 };
  let landed: string | undefined;
  try {
    landed = await browser.identity.launchWebAuthFlow({ url, interactive, ...patience });
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    const code = byMessage.find(([pattern]) => pattern.test(detail))?.[1] ?? 'signInFailed';
    throw new FailureError({ code, ...(code === 'signInFailed' ? { detail } : {}) });
  }
  if (!landed) throw new FailureError({ code: 'signInCancelled' });
  return landed;
}
