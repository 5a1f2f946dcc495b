import type { Frame, Page } from 'puppeteer-core';
import { people } from '../sandbox/seed';
import { type Desk, openSignedIn } from './admin';
import { spyOnPage } from './page-spy';
import { find, panelOf } from './panel';
import type { Stage } from './stage';

/** The panel of Ines, ready and armed, on a page whose own script has turned hostile. */
export async function openHostile(stage: Stage): Promise<Desk> {
  const { page } = await openSignedIn(stage, people.ines);
  await page.evaluateOnNewDocument(spyOnPage);
  await page.reload();
  const panel = await panelOf(page);
  await whenArmed(panel);
  return { page, panel };
}

/** Waits until the panel's button can be clicked, or can't. */
export async function whenArmed(panel: Frame, armed = true): Promise<void> {
  await panel.waitForSelector(`button.primary[aria-disabled=${!armed}]`);
}

/** Where the middle of the button stands on the page, as far as its script can know. */
export async function middleOfButton(panel: Frame): Promise<{ x: number; y: number }> {
  const box = await (await find(panel, 'button', 'Issue TAP')).boundingBox();
  if (!box) throw new Error('The button is nowhere.');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Keeps the thread of the page's script busy for a second, and with it the content script from looking. */
export async function keepBusy(page: Page): Promise<void> {
  await page.evaluate(() =>
    setTimeout(() => {
      for (const end = Date.now() + 1000; Date.now() < end; );
    }),
  );
}
