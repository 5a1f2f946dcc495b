import type { Page } from 'puppeteer-core';
import type { Stage } from '../e2e/stage';
import { userPage } from '../e2e/story';
import { bareFetch, delayGraph, goToAt, home, newGuest, openMarked, requests } from './bench-stage';
import { baseline, type Figure, figure, type Section } from './figure';
import { marksOf } from './panel-marks';

/** The rule that a button has to have been seen for so long before it counts; utils and components call it arming. */
const armingRule = 500;

type Samples = { ready: number[]; armed: number[]; bare: number[] };

/**
 * From the change of the address to the button, with Graph this far away: on the first user page of a tab, on the
 * next one, and on one that finds the background's worker stopped.
 */
export async function measureTimeToArmed(stage: Stage, delays: number[], n: number): Promise<Section> {
  const page = await openMarked(stage);
  const figures: Figure[] = [];
  for (const delay of delays)
    for (const [way, aim, visit] of ways) {
      const samples: Samples = { ready: [], armed: [], bare: [] };
      await page.goto(home);
      delayGraph(stage, delay);
      // One more than counts: the first has caches to fill.
      for (let turn = 0; turn <= n; turn += 1) {
        const found = await visit(stage, page);
        if (turn === 0) continue;
        samples.ready.push(found.ready);
        samples.armed.push(found.armed);
        samples.bare.push(await bareFetch(stage, requests.look(newGuest(stage).id)));
      }
      delayGraph(stage, 0);
      figures.push(...figuresOf(`${way}, Graph ${delay} ms away`, aim, samples));
    }
  return {
    title: 'User page → button',
    note: `From the change of the address. “Ready”: the guest and the button are there. “Armed”: it can be clicked, which takes ${armingRule} ms of being seen.`,
    figures,
  };
}

function figuresOf(name: string, aim: number, { ready, armed, bare }: Samples): Figure[] {
  const roundTrip = baseline('the same by bare fetch', bare);
  return [
    figure(`${name}: ready`, 'ms', ready, { baseline: roundTrip, reach: roundTrip.median + aim }),
    figure(`${name}: armed`, 'ms', armed, { baseline: roundTrip }),
  ];
}

type Visit = (stage: Stage, page: Page) => Promise<{ ready: number; armed: number }>;

/** Each with what may come on top of one round trip, in milliseconds. */
const ways: [name: string, aim: number, visit: Visit][] = [
  ['first page', 150, visitFirst],
  ['next page', 40, visitNext],
  ['cold worker', 200, visitCold],
];

async function visitFirst(stage: Stage, page: Page) {
  await page.goto(home);
  await page.reload({ waitUntil: 'networkidle0' });
  return visitNext(stage, page);
}

async function visitCold(stage: Stage, page: Page) {
  await stage.browser.killBackground();
  return visitNext(stage, page);
}

async function visitNext(stage: Stage, page: Page) {
  const { id, userPrincipalName: who } = newGuest(stage);
  const since = await goToAt(page, userPage(id));
  const { ready, armed } = await marksOf(page, { who, mark: 'armed', since });
  return { ready: ready - since, armed: armed - since };
}
