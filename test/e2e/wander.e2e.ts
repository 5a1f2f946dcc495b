import { expect, inject, test } from 'vitest';
import { useStage } from './stage';
import { wander } from './wander';

const stage = useStage();
const { WANDER_SEED, WANDER_STEPS } = process.env;

// Firefox takes several times as long for a step.
const usual = inject('browserKind') === 'chromium' ? 200 : 40;

test('wherever the tab wanders, the panel is about the user in its address', async () => {
  const seed = Number(WANDER_SEED ?? Date.now() % 1_000_000);
  const { passes, violations } = await wander(stage, { seed, steps: Number(WANDER_STEPS ?? usual) });
  expect(violations, `WANDER_SEED=${seed}`).toEqual([]);
  expect(passes).toBeGreaterThan(0);
}, 600_000);
