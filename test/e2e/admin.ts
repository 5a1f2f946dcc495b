import type { Frame, Page } from 'puppeteer-core';
import { userOf } from '../sandbox/state';
import { byRole, click, panelOf } from './panel';
import { signInAs } from './sign-in';
import type { Stage } from './stage';
import { userPage } from './story';

/** A tab of the portal with the panel in it. */
export type Desk = { page: Page; panel: Frame };

/** An admin signed in to Guestpass, at the page of this user; the panel is ready. */
export async function openSignedIn(
  stage: Stage,
  userId: string,
  { as = 'avery@contoso.com', url = userPage(userId) } = {},
): Promise<Desk> {
  const page = await stage.browser.open(url);
  await signIn(stage, page, as);
  const panel = await panelOf(page);
  await panel.waitForSelector(byRole('button', 'Issue TAP'));
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

/** The pass as the panel shows it: its code, or what stands in its place. */
export async function shownPass(panel: Frame): Promise<string> {
  const output = await panel.waitForSelector('output[aria-label="Temporary Access Pass"]');
  return (await output?.evaluate((element) => element.textContent)) ?? '';
}
