import { panelOf } from '../e2e/panel';
import type { Stage } from '../e2e/stage';
import { userPage } from '../e2e/story';
import { goToAt, home, newGuest, openMarked } from './bench-stage';
import { figure, type Section } from './figure';
import { marksOf } from './panel-marks';

/** Aim of the first paint after the frame came into sight, in milliseconds. */
const aim = 100;

type Noted = Window & { shown?: number };

/** Runs in the portal's page, before its own scripts: notes when the panel's host stands there unhidden. */
function noteWhenShown(): void {
  new MutationObserver(() => {
    const host = document.querySelector<HTMLElement>('guestpass-panel');
    if (host && !host.hidden) (window as Noted).shown ??= performance.timeOrigin + performance.now();
  }).observe(document, { subtree: true, childList: true, attributeFilter: ['hidden'] });
}

/** When the panel paints first after its frame came into sight, and what moves in it between that and the armed button. */
export async function measureFirstPaint(stage: Stage, n: number): Promise<Section> {
  const page = await openMarked(stage);
  await page.evaluateOnNewDocument(noteWhenShown);
  const paints: number[] = [];
  const shifts: number[] = [];
  // Of a frame that was loaded out of sight the browser does not always tell its first paint.
  for (let turn = 0; paints.length < n && turn <= 5 * n; turn += 1) {
    await page.goto(home);
    await page.reload({ waitUntil: 'networkidle0' });
    const { id, userPrincipalName: who } = newGuest(stage);
    const since = await goToAt(page, userPage(id));
    await marksOf(page, { who, mark: 'armed', since });
    const shown = await page.evaluate(() => (window as Noted).shown);
    const seen = await (await panelOf(page)).evaluate(async () => {
      const [paint] = performance.getEntriesByName('first-contentful-paint');
      const moved = await new Promise<number>((tell) => {
        let sum = 0;
        const observer = new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) sum += (entry as PerformanceEntry & { value: number }).value;
        });
        observer.observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => tell(sum), 100);
      });
      return { paint: paint && performance.timeOrigin + paint.startTime, moved };
    });
    if (turn === 0 || seen.paint === undefined || shown === undefined) continue;
    paints.push(seen.paint - shown);
    shifts.push(seen.moved * 1000);
  }
  await page.close();
  return {
    title: 'First paint of the panel',
    note: 'After its frame came into sight, on the first user page of a tab; it was loaded while Graph was asked. Layout shift as of https://web.dev/articles/cls.',
    figures: [
      figure('first contentful paint', 'ms', paints, { reach: aim }),
      figure('layout shift, in thousandths', '‰', shifts, { reach: 0 }),
    ],
  };
}
