import type { CDPSession, Page, Target } from 'puppeteer-core';
import { click, find, panelOf } from '../e2e/panel';
import type { Stage } from '../e2e/stage';
import { userPage } from '../e2e/story';
import { goToAt, newGuest, openMarked } from './bench-stage';
import { beside, type Section } from './figure';
import { marksOf } from './panel-marks';

type Heaps = { worker: number; panel: number; page: number };

/** A pass at every so-many-th guest. */
const guestsPerPass = 4;
const samplesEach = 5;

/**
 * The heaps of worker, panel and page, in MB after a garbage collection, while an admin visits `visits` guests in one
 * tab and issues a pass for every fourth: after the first quarter of the visits, and after the last.
 */
export async function measureMemory(stage: Stage, visits: number): Promise<Section> {
  const page = await openMarked(stage);
  const early: Heaps[] = [];
  const late: Heaps[] = [];
  const every = Math.max(1, Math.floor(visits / (4 * samplesEach)));
  for (let visit = 1; visit <= visits; visit += 1) {
    await visitGuest(stage, page, visit % guestsPerPass === 0);
    if (visit % every !== 0) continue;
    if (visit > visits / 4 && early.length < samplesEach) early.push(await heapsOf(stage, page));
    else if (visit > (visits * 3) / 4) late.push(await heapsOf(stage, page));
  }
  await page.close();
  const line = beside('after a quarter of them', { ours: late, theirs: early });
  return {
    title: 'Memory',
    note: `Heaps after a garbage collection, at the end of ${visits} guests visited and ${Math.floor(visits / guestsPerPass)} passes issued in one tab.`,
    figures: [
      line('worker', 'MB', 'worker'),
      line('panel', 'MB', 'panel'),
      line('page with the content script', 'MB', 'page'),
    ],
  };
}

async function visitGuest(stage: Stage, page: Page, issues: boolean): Promise<void> {
  const { id, userPrincipalName: who } = newGuest(stage);
  const since = await goToAt(page, userPage(id));
  await marksOf(page, { who, mark: issues ? 'armed' : 'ready', since });
  if (!issues) return;
  const panel = await panelOf(page);
  await click(panel, 'Issue TAP');
  await marksOf(page, { who, mark: 'copied', since });
  await click(panel, 'Done');
  await find(panel, 'button', 'Replace TAP');
}

async function heapsOf({ browser }: Stage, page: Page): Promise<Heaps> {
  const targets = browser.browser.targets();
  const heapOf = async (is: (target: Target) => boolean) => {
    const target = targets.find(is);
    if (!target) throw new Error('Something of which the heap is asked is gone.');
    const session = await target.createCDPSession();
    const size = await heapIn(session);
    await session.detach();
    return size;
  };
  return {
    worker: await heapOf((target) => target.type() === 'service_worker'),
    panel: await heapOf((target) => target.url().includes('/panel.html')),
    page: await heapOf((target) => target === page.target()),
  };
}

async function heapIn(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  return (await session.send('Runtime.getHeapUsage')).usedSize / 1e6;
}
