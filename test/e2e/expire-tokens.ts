import type { browser as extensionApi } from 'wxt/browser';
import type { Stage } from './stage';

declare const chrome: typeof extensionApi;

/**
 * The hour of the access tokens is over, for the extension and for Graph; what renews them still works. The worker is
 * stopped on the way: it would not look into its storage again.
 */
export async function expireTokens({ browser, sandbox }: Stage): Promise<void> {
  const page = await browser.storagePage();
  await browser.killBackground();
  await page.evaluate(async () => {
    const stored = await chrome.storage.session.get<Record<string, string>>();
    for (const [key, value] of Object.entries(stored))
      if (/accesstoken/i.test(key))
        stored[key] = JSON.stringify({ ...JSON.parse(value), expiresOn: '1', extendedExpiresOn: '1' });
    await chrome.storage.session.set(stored);
  });
  for (const token of sandbox.state.tokens.values()) token.expires = 0;
}
