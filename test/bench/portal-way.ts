import type { Frame, Locator, Page } from 'puppeteer-core';
import { bladeNamed } from '../e2e/blade';
import type { TestBrowser } from '../e2e/browser';
import { byRole, panelOf } from '../e2e/panel';
import type { Stage } from '../e2e/stage';
import { userPage } from '../e2e/story';
import { pause } from '../e2e/until';
import { home, newGuest, openMarked } from './bench-stage';
import { beside, type Section } from './figure';
import { marksOf } from './panel-marks';

type Way = { clicks: number; time: number };

/**
 * From a guest's page to the pass on the clipboard by a scripted user, who needs no time to read or to think: the
 * portal's own six clicks, and ours. The portal's backend in the sandbox answers at once.
 */
export async function measurePortalWay(stage: Stage, bare: TestBrowser, n: number): Promise<Section> {
  const page = await openMarked(stage);
  const portal = await bare.open(home);
  const ours: Way[] = [];
  const portals: Way[] = [];
  for (let turn = 0; turn <= n; turn += 1) {
    const pair = [await goOurWay(stage, page), await goPortalsWay(stage, portal)] as const;
    if (turn === 0) continue;
    ours.push(pair[0]);
    portals.push(pair[1]);
  }
  await page.close();
  const line = beside("the portal's own way", { ours, theirs: portals });
  return {
    title: 'Beside the portal’s own way',
    note: 'From the guest’s page to the pass on the clipboard, by a script that neither reads nor thinks; ours includes the 500 ms of being seen.',
    figures: [line('clicks', 'clicks', 'clicks'), line('time', 'ms', 'time')],
  };
}

async function goOurWay(stage: Stage, page: Page): Promise<Way> {
  const { id, userPrincipalName: who } = newGuest(stage);
  const hand = countingHand();
  await page.goto(home);
  const since = Date.now();
  await page.goto(userPage(id));
  await marksOf(page, { who, mark: 'armed', since });
  for (let tries = 1; tries <= 5; tries += 1) {
    await hand.click(named(await panelOf(page), 'button', 'Issue TAP'));
    const marks = marksOf(page, { who, mark: 'copied', since }).catch(() => undefined);
    const copied = (await Promise.race([marks, nothingHappens()]))?.copied;
    if (copied !== undefined) return { clicks: hand.clicks(), time: copied - since };
    // On a machine too busy to look at the page for 300 ms, a click does nothing: who sees that clicks again, and it counts.
  }
  throw new Error(`No pass for ${who} after five clicks`);
}

async function goPortalsWay(stage: Stage, page: Page): Promise<Way> {
  const { id } = newGuest(stage);
  const { click, clicks } = countingHand();
  await page.goto(home);
  const since = Date.now();
  await page.goto(userPage(id));
  await click(page.locator('nav[aria-label="Blade menu"] a ::-p-text(Authentication methods)'));
  await click(
    named(await bladeNamed(page, 'UserAuthMethods.ReactView'), 'button', 'Add authentication method'),
  );
  const pane = await bladeNamed(page, 'AddAuthMethod.ReactView');
  await click(named(pane, 'combobox', 'Choose method'));
  await click(named(pane, 'option', 'Temporary Access Pass'));
  await click(named(pane, 'button', 'Add'));
  await click(named(pane, 'button', 'Copy to clipboard'));
  await pane.waitForSelector(byRole('button', 'Copied'));
  const way = { clicks: clicks(), time: Date.now() - since };
  await click(named(pane, 'button', 'OK'));
  return way;
}

/** When a person would say so. */
const nothingHappens = () => pause(2000).then(() => undefined);

const named = (place: Frame, role: string, name: string) =>
  place.locator(`::-p-aria([role="${role}"][name="${name}"])`);

/** Clicks without the patience of the tests' own `click`, which looks twice whether it hit, and counts. */
function countingHand() {
  let clicks = 0;
  return {
    clicks: () => clicks,
    async click(target: Locator<Element>): Promise<void> {
      await target.click();
      clicks += 1;
    },
  };
}
