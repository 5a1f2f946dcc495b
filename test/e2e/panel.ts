import type { Frame, Page } from 'puppeteer-core';

/**
 * The panel's frame once it stands visibly on the page. It lies in a closed shadow root, where no selector reaches;
 * the browser's list of frames does. Firefox never tells the driver its address, so each frame is asked.
 */
export async function panelOf(page: Page, { timeout = 10_000 } = {}): Promise<Frame> {
  const deadline = Date.now() + timeout;
  do {
    const panel = await visiblePanelOf(page);
    if (panel) return panel;
    await new Promise((passed) => setTimeout(passed, 50));
  } while (Date.now() < deadline);
  throw new Error(`No panel on ${page.url()} within ${timeout} ms`);
}

/** The panel's frame if it is visible right now. */
export async function visiblePanelOf(page: Page): Promise<Frame | undefined> {
  for (const frame of await visibleFramesOf(page)) if (await isPanel(frame)) return frame;
  return undefined;
}

/** The frames that a person can see. In a hidden one Chromium's accessibility tree never answers. */
export async function visibleFramesOf(page: Page): Promise<Frame[]> {
  const visible: Frame[] = [];
  for (const frame of page.frames())
    if (frame !== page.mainFrame() && (await ifStillThere(() => isVisible(frame)))) visible.push(frame);
  return visible;
}

/**
 * Undefined when a frame went away while it was asked, or said nothing for a second, as one does that is just being
 * replaced. `ask` is called in here, because puppeteer throws at once, without a promise, when a frame has gone.
 */
export async function ifStillThere<Answer>(ask: () => Promise<Answer>): Promise<Answer | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<undefined>((give) => {
    timer = setTimeout(() => give(undefined), 1000);
  });
  try {
    return await Promise.race([ask(), silence]);
  } catch {
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}

async function isVisible(frame: Frame): Promise<boolean> {
  const element = await frame.frameElement();
  return element?.evaluate((frame) => frame.checkVisibility({ visibilityProperty: true })) ?? false;
}

/** Not before it has loaded: a query by role that comes earlier may never be answered. */
async function isPanel(frame: Frame): Promise<boolean> {
  const href = await ifStillThere(() =>
    frame.evaluate(() => (document.readyState === 'complete' ? location.href : '')),
  );
  return /^(chrome|moz)-extension:\/\/[^/]+\/panel\.html/.test(href ?? '');
}

/** Selector of an element by what people and screen readers call it. https://pptr.dev/guides/page-interactions#aria-selectors */
export function byRole(role: string, name?: string): string {
  return `::-p-aria(${name === undefined ? '' : `[name=${JSON.stringify(name)}]`}[role="${role}"])`;
}

/** Clicks like a person, as soon as the button is there, enabled and still. */
export async function click(place: Frame | Page, name: string, role = 'button'): Promise<void> {
  await place
    .locator(byRole(role, name))
    .filter((element) => element.getAttribute('aria-disabled') !== 'true')
    .click();
}

/** Waits until the text of the page or frame holds `words`. */
export async function waitForText(place: Frame | Page, words: string): Promise<void> {
  await place.waitForFunction((words) => document.body.innerText.includes(words), { timeout: 10_000 }, words);
}
