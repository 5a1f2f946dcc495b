import type { ElementHandle, Frame, Page } from 'puppeteer-core';
import { visibleFramesOf } from './panel';
import { ifStillThere, until } from './until';

/** A link of the portal by its words, looked for in each blade that shows; rejects when none comes within 30 s. */
export async function linkInBlade(page: Page, name: string): Promise<ElementHandle<HTMLAnchorElement>> {
  return inBlades(page, `link “${name}”`, async (frame) => {
    const found = await frame.evaluateHandle(findLink, name);
    return (found.asElement() as ElementHandle<HTMLAnchorElement> | null) ?? undefined;
  });
}

/** Waits until a row of a table in a blade holds all these words; rejects when none does within 30 s. */
export async function rowInBlade(page: Page, ...words: string[]): Promise<void> {
  await inBlades(page, `row “${words.join(' ')}”`, async (frame) =>
    (await frame.evaluate(hasRow, words)) ? true : undefined,
  );
}

/** The frame of the blade that shows under this name, once there is something in it. */
export async function bladeNamed(page: Page, name: string): Promise<Frame> {
  const element = await page.waitForSelector(`iframe.fxs-reactview-frame-active[name="${name}"]`);
  const frame = await element?.contentFrame();
  if (!frame) throw new Error(`The blade ${name} has no frame`);
  await frame.waitForSelector('#root > *');
  return frame;
}

/** Blades stand in frames of another origin, and come and go. */
async function inBlades<Found>(
  page: Page,
  what: string,
  find: (frame: Frame) => Promise<Found | undefined>,
): Promise<Found> {
  return until(`${what} on ${page.url()}`, async () => {
    for (const frame of await visibleFramesOf(page)) {
      const found = await ifStillThere(() => find(frame));
      if (found !== undefined) return found;
    }
    return undefined;
  });
}

/** Not by role: the accessibility tree of a frame that goes out of sight just now never answers. */
function findLink(name: string): HTMLAnchorElement | undefined {
  return [...document.querySelectorAll('a')].find(({ textContent }) => textContent?.trim() === name);
}

function hasRow(words: string[]): boolean {
  return [...document.querySelectorAll('tr')].some(({ textContent }) =>
    words.every((word) => textContent?.includes(word)),
  );
}
