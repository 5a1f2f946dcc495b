import type { Frame, Page } from 'puppeteer-core';
import type { TestBrowser } from '../e2e/browser';
import { byRole, panelOf } from '../e2e/panel';
import type { Stage } from '../e2e/stage';
import { userPage } from '../e2e/story';
import { home, newGuest, openMarked } from './bench-stage';
import { baseline, figure, type Section } from './figure';
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
  const line = (name: string, unit: 'clicks' | 'ms', key: keyof Way) =>
    figure(
      name,
      unit,
      ours.map((way) => way[key]),
      {
        baseline: baseline(
          "the portal's own way",
          portals.map((way) => way[key]),
        ),
      },
    );
  return {
    title: 'Beside the portal’s own way',
    note: 'From the guest’s page to the pass on the clipboard, by a script that neither reads nor thinks; ours includes the 500 ms of being seen.',
    figures: [line('clicks', 'clicks', 'clicks'), line('time', 'ms', 'time')],
  };
}

async function goOurWay(stage: Stage, page: Page): Promise<Way> {
  const { id, userPrincipalName: who } = newGuest(stage);
  await page.goto(home);
  const since = Date.now();
  await page.goto(userPage(id));
  await marksOf(page, { who, mark: 'armed', since });
  await clickOn(await panelOf(page), 'button', 'Issue TAP');
  const { copied } = await marksOf(page, { who, mark: 'copied', since });
  return { clicks: 1, time: copied - since };
}

async function goPortalsWay(stage: Stage, page: Page): Promise<Way> {
  const { id } = newGuest(stage);
  await page.goto(home);
  const since = Date.now();
  await page.goto(userPage(id));
  await page.locator('nav[aria-label="Blade menu"] a ::-p-text(Authentication methods)').click();
  await clickOn(await bladeNamed(page, 'UserAuthMethods.ReactView'), 'button', 'Add authentication method');
  const pane = await bladeNamed(page, 'AddAuthMethod.ReactView');
  await clickOn(pane, 'combobox', 'Choose method');
  await clickOn(pane, 'option', 'Temporary Access Pass');
  await clickOn(pane, 'button', 'Add');
  await clickOn(pane, 'button', 'Copy to clipboard');
  await pane.waitForSelector(byRole('button', 'Copied'));
  const time = Date.now() - since;
  await clickOn(pane, 'button', 'OK');
  return { clicks: 6, time };
}

/** The frame of the blade with this name, once there is something in it. */
async function bladeNamed(page: Page, name: string): Promise<Frame> {
  const element = await page.waitForSelector(`iframe.fxs-reactview-frame-active[name="${name}"]`);
  const frame = await element?.contentFrame();
  if (!frame) throw new Error(`The blade ${name} has no frame`);
  await frame.waitForSelector('#root > *');
  return frame;
}

/** Without the patience of the tests' own `click`, which looks twice whether it hit. */
async function clickOn(place: Frame, role: string, name: string): Promise<void> {
  await place.locator(`::-p-aria([role="${role}"][name="${name}"])`).click();
}
