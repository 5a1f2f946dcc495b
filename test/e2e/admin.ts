import type { Frame, Page } from 'puppeteer-core';
import { userOf } from '../sandbox/state';
import { keepSignIn, recallSignIn } from './kept-sign-in';
import { click, find, panelOf, waitForText } from './panel';
import { signInAs } from './sign-in';
import type { Stage } from './stage';
import { userPage } from './story';

/** A tab of the portal with the panel in it. */
export type Desk = { page: Page; panel: Frame };

/**
 * An admin signed in to Guestpass, at the page of this user; the panel is ready. Who signed in through the window
 * once in this browser is signed in without it from then on.
 */
export async function openSignedIn(
  stage: Stage,
  userId: string,
  { as = 'avery@contoso.com', url = userPage(userId) } = {},
): Promise<Desk> {
  const known = await recallSignIn(stage, as);
  const page = await stage.browser.open(url);
  if (!known) await signIn(stage, page, as);
  const panel = await panelOf(page);
  await find(panel, 'button', 'Issue TAP');
  if (!known) {
    await keepSignIn(stage, as);
    // Opened just now, the storage page would stand before it.
    await page.bringToFront();
  }
  return { page, panel };
}

/** Signs in through the panel of this page. */
export async function signIn(stage: Stage, page: Page, as = 'avery@contoso.com'): Promise<void> {
  await click(await panelOf(page), 'Sign in');
  await signInAs(await stage.browser.signInWindow(), as);
  await page.bringToFront();
}

/** Goes to another page within the portal, as its own links do. */
export async function goTo(page: Page, url: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, new URL(url).hash);
}

/** The code the server holds for this user of Contoso, if any. */
export function codeOf({ sandbox }: Stage, userId: string): string | undefined {
  const [contoso] = sandbox.state.tenants;
  return contoso && userOf(contoso, userId)?._pass?.code;
}

/** Requests that reached Graph, oldest first, as `METHOD path`. */
export function graphRequests({ sandbox }: Stage): string[] {
  return sandbox.log
    .filter(({ room }) => room === 'graph')
    .map(({ method, url }) => `${method} ${new URL(url).pathname}`);
}

/** The requests that issue a pass, among those. */
export const issuingRequests = (stage: Stage) =>
  graphRequests(stage).filter((request) => /^POST .*\/temporaryAccessPassMethods$/.test(request));

/** The pass as the panel shows it: its code, or what stands in its place. */
export async function shownPass(panel: Frame): Promise<string> {
  const output = await panel.waitForSelector('output[aria-label="Temporary Access Pass"]');
  return (await output?.evaluate((element) => element.textContent)) ?? '';
}

/** Waits until the panel of this page is ready for the user with this name; rejects when it names anybody else. */
export async function expectUser(page: Page, userPrincipalName: string): Promise<void> {
  const panel = await panelOf(page);
  await waitForText(panel, userPrincipalName);
  await find(panel, 'button', 'Issue TAP');
  const shown = await panel.$$eval('.upn', (names) => names.map(({ textContent }) => textContent));
  if (shown.join() !== userPrincipalName) throw new Error(`The panel names ${shown.join(', ')}`);
}
