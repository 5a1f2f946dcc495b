import type { Page } from 'puppeteer-core';
import { people } from '../sandbox/seed';
import { openSignedIn } from './admin';
import { createRandom } from './random';
import type { Stage } from './stage';
import { createPostCheck, settle } from './wander-rules';
import { wanderSteps } from './wander-steps';
import type { World } from './wander-world';

type Options = { seed: number; steps: number; onStep?: (done: number, violations: number) => void };

/** How many steps were made and passes issued, and what was seen against the rules, with the steps that led there. */
export type Outcome = { steps: number; passes: number; violations: string[] };

const enough = 5;

/**
 * Lets an admin wander about at random, the same way for the same seed as far as time allows, and checks that every
 * panel shows, issues and copies for nobody but the user in the address of its tab. Ends early after five violations.
 */
export async function wander(stage: Stage, { seed, steps, onStep }: Options): Promise<Outcome> {
  const violations: string[] = [];
  const trace: string[] = [];
  const note = (what: string) => violations.push([what, ...trace].join('\n    '));
  const watched = new Set<Page>();
  const watch = (page: Page) => {
    if (watched.has(page)) return;
    watched.add(page);
    page.on('pageerror', (error) => note(`an error in the page: ${error}`));
  };

  const { page } = await openSignedIn(stage, people.ines);
  const random = createRandom(seed);
  const world: World = { stage, random, tabs: [page], front: page, orders: [], deaths: 0, undelay: () => {} };
  const posts = createPostCheck(world);
  let done = 0;
  while (done < steps && violations.length < enough) {
    for (const tab of world.tabs) watch(tab);
    const step = random.weighted(wanderSteps);
    const what = await step.run(world);
    done += 1;
    trace.unshift(`${done}. ${step.name}${what ? `: ${what}` : ''}`);
    trace.splice(12);
    // Now and then the next step comes before this one has had its effect.
    const wrong = random.below(3) ? await settle(world) : undefined;
    if (wrong) note(wrong);
    for (const post of posts.check(world)) note(post);
    onStep?.(done, violations.length);
  }
  world.undelay();
  return { steps: done, passes: posts.seen(), violations };
}
