import { find, panelOf } from '../e2e/panel';
import type { Stage } from '../e2e/stage';
import { userPage } from '../e2e/story';
import { bareFetch, delayGraph, goToAt, newGuest, openMarked, requests } from './bench-stage';
import { baseline, type Figure, figure, type Section } from './figure';
import { marksOf } from './panel-marks';

/** From the click to the pass on the clipboard, with Graph this far away. */
export async function measureTimeToClipboard(stage: Stage, delays: number[], n: number): Promise<Section> {
  const page = await openMarked(stage);
  const figures: Figure[] = [];
  for (const delay of delays) {
    const times: number[] = [];
    const bare: number[] = [];
    delayGraph(stage, delay);
    for (let turn = 0; turn <= n; turn += 1) {
      const { id, userPrincipalName: who } = newGuest(stage);
      const since = await goToAt(page, userPage(id));
      await marksOf(page, { who, mark: 'armed', since });
      const button = await find(await panelOf(page), 'button', 'Issue TAP');
      await button.click();
      const { clicked, copied } = await marksOf(page, { who, mark: 'copied', since });
      if (turn > 0) {
        times.push(copied - clicked);
        bare.push(await bareFetch(stage, requests.issue(newGuest(stage).id)));
      }
    }
    const roundTrip = baseline('the same by bare fetch', bare);
    figures.push(
      figure(`Graph ${delay} ms away`, 'ms', times, { baseline: roundTrip, reach: roundTrip.median + 15 }),
    );
  }
  delayGraph(stage, 0);
  await page.close();
  return {
    title: 'Click → pass on the clipboard',
    note: 'From the trusted click to the end of the write to the clipboard.',
    figures,
  };
}
