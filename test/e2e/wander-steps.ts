import type { ElementHandle, Frame, Page } from 'puppeteer-core';
import { userPage } from './story';
import { ifStillThere, pause } from './until';
import { addressOf, lookAt } from './wander-look';
import { elsewhere, noteOrders, others, somePage, stranger, type World } from './wander-world';

/** One thing an admin may do next; `weight` says how often. Returns what was done, for the report. */
export type WanderStep = { name: string; weight: number; run: (world: World) => Promise<string | undefined> };

type Way = 'hash' | 'pushState' | 'replaceState';
const ways: Way[] = ['hash', 'pushState', 'replaceState'];

/** Moves within the document; a page that is no portal loads it first. */
async function move(page: Page, way: Way, url: string): Promise<string> {
  if (!(await addressOf(page))?.startsWith('https://entra.microsoft.com/')) {
    await page.goto(url);
    return `load ${url}`;
  }
  await ifStillThere(() =>
    page.evaluate(
      (way, url) => {
        if (way === 'hash') location.hash = new URL(url).hash;
        else history[way](null, '', url);
      },
      way,
      url,
    ),
  );
  return `${way} ${url.split('#')[1]}`;
}

/** Clicks a button of the panel in front, if it is there and can act within a second; does `meanwhile` at once. */
async function press(
  world: World,
  label: RegExp,
  meanwhile?: (page: Page) => Promise<unknown>,
): Promise<string | undefined> {
  const { front } = world;
  for (let tries = 0; tries < 20; tries += 1) {
    const look = await lookAt(front);
    const found = look?.panel?.buttons.find((button) => label.test(button.label) && button.enabled);
    if (look?.frame && found) {
      const { frame } = look;
      const clicking = clickIn(frame, found.label);
      await meanwhile?.(front);
      await clicking;
      await noteOrders(world, frame, look.after, front);
      return `“${found.label}” for ${look.panel?.name}`;
    }
    if (!look?.panel?.busy && look?.panel?.buttons.every((button) => !label.test(button.label)))
      return undefined;
    await pause(50);
  }
  return undefined;
}

/** Like a person, with the mouse. The button may go away under it. */
async function clickIn(frame: Frame, label: string): Promise<void> {
  await ifStillThere(async () => {
    const handle = await frame.evaluateHandle(
      (label) => [...document.querySelectorAll('button')].find((one) => one.textContent?.trim() === label),
      label,
    );
    await (handle.asElement() as ElementHandle<HTMLButtonElement> | null)?.click();
  });
}

async function bringForward(world: World, page: Page): Promise<void> {
  world.front = page;
  await page.bringToFront();
}

/** Everything that happens to a tab in a day, much faster. */
export const wanderSteps: WanderStep[] = [
  ...ways.map(
    (way): WanderStep => ({
      name: way,
      weight: way === 'replaceState' ? 3 : 9,
      run: (world) => move(world.front, way, somePage(world)),
    }),
  ),
  {
    name: 'somebody else',
    weight: 5,
    run: ({ front, random }) =>
      move(front, random.pick(ways), userPage(random.pick([...others, ...others, stranger]))),
  },
  {
    name: 'no user',
    weight: 4,
    run: ({ front, random }) => move(front, random.pick(ways), random.pick(elsewhere)),
  },
  {
    name: 'hurry',
    weight: 6,
    async run(world) {
      const moves: string[] = [];
      for (let left = 2 + world.random.below(4); left > 0; left -= 1) {
        moves.push(await move(world.front, world.random.pick(ways), somePage(world)));
        if (world.random.below(2)) await pause(world.random.below(120));
      }
      return moves.join(', ');
    },
  },
  {
    name: 'back or forward',
    weight: 9,
    async run({ front, random }) {
      const by = random.pick([-1, -1, -2, 1, 1]);
      await ifStillThere(() => front.evaluate((by) => history.go(by), by));
      return String(by);
    },
  },
  { name: 'reload', weight: 3, run: async ({ front }) => void (await ifStillThere(() => front.reload())) },
  {
    name: 'another tab',
    weight: 5,
    run: async (world) => void (await bringForward(world, world.random.pick(world.tabs))),
  },
  {
    name: 'new tab',
    weight: 2,
    async run(world) {
      if (world.tabs.length >= 3) return undefined;
      const url = somePage(world);
      const page = await world.stage.browser.open(url);
      world.tabs.push(page);
      world.front = page;
      return url;
    },
  },
  {
    name: 'close tab',
    weight: 2,
    async run(world) {
      const closing = world.random.pick(world.tabs);
      const [next] = world.tabs.filter((page) => page !== closing);
      if (!next) return undefined;
      world.tabs = world.tabs.filter((page) => page !== closing);
      // One that is on its way back to the empty page it began with, Chromium may leave standing there.
      await Promise.race([closing.close(), pause(10_000)]);
      await bringForward(world, next);
      return undefined;
    },
  },
  {
    name: 'the worker dies',
    weight: 2,
    async run(world) {
      world.deaths += world.tabs.length;
      await world.stage.browser.killBackground();
      return undefined;
    },
  },
  {
    name: 'Graph slows down',
    weight: 4,
    async run(world) {
      const { random } = world;
      const milliseconds = random.pick([0, 0, 50, 150, 400]);
      const act = random.pick(['before', 'after'] as const);
      world.undelay();
      world.undelay = world.stage.sandbox.faults.add({
        room: 'graph',
        url: /./,
        fault: { kind: 'slow', milliseconds, act },
      });
      return `${milliseconds} ms ${act} it acts`;
    },
  },
  { name: 'issue', weight: 12, run: (world) => press(world, /^(Issue|Replace) TAP$/) },
  {
    name: 'issue and leave',
    weight: 5,
    run: (world) =>
      press(world, /^(Issue|Replace) TAP$/, async (page) => {
        await pause(world.random.below(80));
        await move(page, world.random.pick(ways), somePage(world));
      }),
  },
  { name: 'done', weight: 5, run: (world) => press(world, /^Done$/) },
  { name: 'show or hide', weight: 4, run: (world) => press(world, /^(Show|Hide) pass$/) },
  {
    name: 'wait',
    weight: 3,
    async run({ random }) {
      await pause(random.below(300));
      return undefined;
    },
  },
];
