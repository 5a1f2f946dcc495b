import { onOwnStage } from '../e2e/own-stage';
import type { Stage } from '../e2e/stage';
import { wander } from '../e2e/wander';
import { createProgress } from './progress';

/** Something to do for a long time: its steps, and what it finds against the rules. */
type Schedule = {
  name: string;
  run: (
    stage: Stage,
    options: { seed: number; steps: number; onStep: (done: number, violations: number) => void },
  ) => Promise<{ steps: number; passes: number; violations: string[] }>;
};

/** All schedules, played one after the other, each in a browser and a sandbox of its own. */
const schedules: Schedule[] = [{ name: 'wandering', run: wander }];

/** Plays every schedule for this many steps, tells how it goes, and resolves to the number of violations. */
export async function soak(options: { extensionDir: string; steps: number; seed: number }): Promise<number> {
  let total = 0;
  for (const schedule of schedules) total += await play(schedule, options);
  return total;
}

async function play(
  { name, run }: Schedule,
  { extensionDir, steps, seed }: { extensionDir: string; steps: number; seed: number },
): Promise<number> {
  console.log(`${name}: ${steps} steps, --seed ${seed}`);
  const progress = createProgress(steps);
  const onStep = (done: number, violations: number) => progress.at(done, `${violations} violations`);
  return onOwnStage({ extensionDir }, async (stage) => {
    const outcome = await run(stage, { seed, steps, onStep });
    progress.end();
    for (const violation of outcome.violations) console.log(`\n✗ ${violation}`);
    console.log(
      `${name}: ${outcome.steps} steps, ${outcome.passes} passes, ${outcome.violations.length} violations`,
    );
    return outcome.violations.length;
  });
}
