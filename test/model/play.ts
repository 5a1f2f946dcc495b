import fc from 'fast-check';
import { check, checkEnd, emptyMemory, leak } from './rules';
import { schedule } from './schedule';
import { type Step, take } from './steps';
import { count, emptyTally, type Tally } from './tally';
import { inWords } from './words';
import { createWorld } from './world';

/** Plays one schedule: what it finds wrong first, in words, and after how many steps. */
export async function play(steps: Step[], tally: Tally): Promise<string | undefined> {
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
    count(tally, world);
    return wrong ?? atEnd ?? leak(world);
  } finally {
    await world.end();
  }
}

/** Steps that come in groups can only be left out as such: what is left here needs each of its steps. */
async function shortest(steps: Step[]): Promise<Step[]> {
  for (const index of steps.keys()) {
    const fewer = steps.toSpliced(index, 1);
    if (await play(fewer, emptyTally())) return shortest(fewer);
  }
  return steps;
}

/**
 * Plays so many schedules and tells what happened in them; rejects with the shortest that breaks a rule, in words, and
 * with the seed.
 */
export async function playSchedules(
  { schedules, seed }: { schedules: number; seed: number },
  onPlayed: (done: number) => void = () => {},
): Promise<Tally> {
  const tally = emptyTally();
  let done = 0;
  const property = fc.asyncProperty(schedule, async (steps) => {
    const wrong = await play(steps, tally);
    done += 1;
    onPlayed(done);
    if (wrong) throw new Error(wrong);
  });
  const outcome = await fc.check(property, { seed, numRuns: schedules });
  if (!outcome.failed) return tally;
  const steps = await shortest(outcome.counterexample?.[0] ?? []);
  const where = `Schedule ${outcome.numRuns} with the seed ${seed}, made shorter:`;
  throw new Error(`${await play(steps, emptyTally())}\n${where}\n${inWords(steps)}`);
}
