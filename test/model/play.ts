import fc from 'fast-check';
import { check, checkEnd, emptyMemory, leak } from './rules';
import { inWords, type Step, schedule, take } from './steps';
import { createWorld } from './world';

/** Plays one schedule: what it finds wrong first, in words, and after how many steps. */
async function play(steps: Step[]): Promise<string | undefined> {
  const memory = emptyMemory();
  let wrong: string | undefined;
  let taken = 0;
  const world = createWorld((world) => {
    const found = check(world, memory);
    if (found) wrong ??= `${found} (in step ${taken})`;
  });
  try {
    await world.clock.wait(200);
    for (const step of steps) {
      taken += 1;
      await take(step, world);
      wrong ??= leak(world);
      if (wrong) return wrong;
    }
    const atEnd = await checkEnd(world);
    return wrong ?? atEnd ?? leak(world);
  } finally {
    await world.end();
  }
}

/** Plays so many schedules; rejects with the shortest that breaks a rule, in words, and with the seed. */
export async function playSchedules(
  { schedules, seed }: { schedules: number; seed: number },
  onPlayed: (done: number) => void = () => {},
): Promise<void> {
  let done = 0;
  const property = fc.asyncProperty(schedule, async (steps) => {
    const wrong = await play(steps);
    done += 1;
    onPlayed(done);
    if (wrong) throw new Error(wrong);
  });
  const outcome = await fc.check(property, { seed, numRuns: schedules });
  if (!outcome.failed) return;
  const [steps = []] = outcome.counterexample ?? [];
  const { errorInstance: error, numRuns } = outcome;
  const where = `Schedule ${numRuns} with the seed ${seed}, made ${outcome.numShrinks} times shorter:`;
  throw new Error(`${error instanceof Error ? error.message : error}\n${where}\n${inWords(steps)}`);
}
