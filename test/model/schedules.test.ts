import { afterAll, beforeAll, it, vi } from 'vitest';
import { playSchedules } from './play';
import { buildStage } from './world';

const { MODEL_SCHEDULES = '300', MODEL_SEED = '6' } = process.env;
const schedules = Number(MODEL_SCHEDULES);

beforeAll(buildStage);
afterAll(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

it(
  `${schedules} schedules of clicks, faults, deaths, moves and time leave nothing lost and nobody let in`,
  async () => {
    await playSchedules({ schedules, seed: Number(MODEL_SEED) });
  },
  // Eight times what they take here.
  schedules * 500,
);
