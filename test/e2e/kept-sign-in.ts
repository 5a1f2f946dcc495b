import type { browser as extensionApi } from 'wxt/browser';
import type { TestBrowser } from './browser';
import type { Stage } from './stage';

declare const chrome: typeof extensionApi;

/** What the extension knows of an admin, and how to make the sandbox know the tokens in it again. */
type KeptSignIn = { session: Record<string, unknown>; restoreTokens: () => void };

const kept = new WeakMap<TestBrowser, Map<string, KeptSignIn>>();

/** A token holds the permissions that were granted when it was issued. */
const keyOf = ({ sandbox }: Stage, admin: string) =>
  JSON.stringify([admin, sandbox.state.tenants.map(({ apps }) => apps)]);

/** Keeps the sign-in of this admin, who has just signed in, for later tests in this browser. */
export async function keepSignIn(stage: Stage, admin: string): Promise<void> {
  const { browser, sandbox } = stage;
  const page = await browser.storagePage();
  const everything = await page.evaluate(() => chrome.storage.session.get());
  // What was read of the tenant is of that test.
  const session = Object.fromEntries(
    Object.entries(everything).filter(([key]) => !key.startsWith('tenant/')),
  );
  const signIns = kept.get(browser) ?? new Map<string, KeptSignIn>();
  signIns.set(keyOf(stage, admin), { session, restoreTokens: sandbox.rooms.login.copyTokens() });
  kept.set(browser, signIns);
}

/** Signs this admin in as kept, without a window; false when nothing is kept. */
export async function recallSignIn(stage: Stage, admin: string): Promise<boolean> {
  const { browser } = stage;
  const signIn = kept.get(browser)?.get(keyOf(stage, admin));
  if (!signIn) return false;
  signIn.restoreTokens();
  // One that a page of the test has started has read who is signed in, and does not look again.
  await browser.killBackground();
  const page = await browser.storagePage();
  await page.evaluate((session) => chrome.storage.session.set(session), signIn.session);
  return true;
}
