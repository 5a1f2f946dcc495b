import { openBrowser, type TestBrowser } from '../e2e/browser';
import { onOwnStage } from '../e2e/own-stage';
import type { Stage } from '../e2e/stage';
import { measureBundles } from './bundle-sizes';
import type { Section } from './figure';
import { measureFirstPaint } from './first-paint';
import { measureManyGuests } from './many-guests';
import { measureMemory } from './memory';
import { measurePageCost } from './page-cost';
import { measurePortalWay } from './portal-way';
import { measurePureRooms } from './pure-rooms';
import { tableOf } from './table';
import { measureTimeToArmed } from './time-to-armed';
import { measureTimeToClipboard } from './time-to-clipboard';
import { measureWorker } from './worker-token';

type Options = { extensionDir: string; n: number; visits: number; only: string };

/** How far Graph is away, in milliseconds. */
const delays = [0, 50, 200];

/** Measures everything whose name has `only` in it, and tells each table as soon as it is there. */
export async function bench({ extensionDir, n, visits, only }: Options): Promise<Section[]> {
  const staged = (measure: (stage: Stage) => Promise<Section>) => () =>
    onOwnStage({ extensionDir, watchesNetwork: true }, measure);
  const all: Record<string, () => Promise<Section>> = {
    size: measureBundles,
    pure: async () => measurePureRooms(n),
    page: staged((stage) => besideBare(stage, (bare) => measurePageCost(stage.browser, bare, n))),
    paint: staged((stage) => measureFirstPaint(stage, n)),
    armed: staged((stage) => measureTimeToArmed(stage, delays, n)),
    clipboard: staged((stage) => measureTimeToClipboard(stage, delays, n)),
    throttled: () => measureManyGuests(500),
    portal: staged((stage) => besideBare(stage, (bare) => measurePortalWay(stage, bare, n))),
    worker: staged((stage) => measureWorker(stage, n)),
    memory: staged((stage) => measureMemory(stage, visits)),
  };
  const sections: Section[] = [];
  for (const [name, measure] of Object.entries(all).filter(([name]) => name.includes(only))) {
    console.log(`Measuring: ${name} …`);
    const section = await measure();
    console.log(`\n${tableOf([section])}\n`);
    sections.push(section);
  }
  return sections;
}

/** Gives `measure` a browser without Guestpass, on the same sandbox. */
async function besideBare(
  { sandbox }: Stage,
  measure: (bare: TestBrowser) => Promise<Section>,
): Promise<Section> {
  const bare = await openBrowser('chromium', { sandbox, watchesNetwork: true });
  try {
    return await measure(bare);
  } finally {
    await bare.close();
  }
}
