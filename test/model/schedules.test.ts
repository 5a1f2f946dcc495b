import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { playSchedules } from './play';
import { buildStage } from './world';

const { MODEL_SCHEDULES = '300', MODEL_SEED = '6', MODEL_PROGRESS } = process.env;
const schedules = Number(MODEL_SCHEDULES);

beforeAll(buildStage);
afterAll(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** Tells `npm run soak` how far it is. */
function tell(done: number): void {
  if (MODEL_PROGRESS && done % 20 === 0) writeFileSync(MODEL_PROGRESS, String(done));
}

it(
  `${schedules} schedules of clicks, faults, deaths, moves and time leave nothing lost and nobody let in`,
  async () => {
    const tally = await playSchedules({ schedules, seed: Number(MODEL_SEED) }, tell);
    // A panel that does nothing breaks no rule.
    for (const [what, times] of Object.entries(tally))
      expect(times, `${what}: ${JSON.stringify(tally)}`).toBeGreaterThan(schedules / 300);
  },
  // Ten times what they take on a machine that does nothing else.
  schedules * 400,
);
