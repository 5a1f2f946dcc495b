import { type ElementHandle, type Frame, Locator, type Page } from 'puppeteer-core';
import { namesOf, partsOf } from './interface-language';
import { ifStillThere, pause, until } from './until';

/**
 * The panel's frame once it stands visibly on the page. It lies in a closed shadow root, where no selector reaches;
 * the browser's list of frames does. Firefox never tells the driver its address, so each frame is asked.
 */
export async function panelOf(page: Page): Promise<Frame> {
  return until(`panel on ${page.url()}`, () => visiblePanelOf(page), page);
}

/** The panel's frame if it is visible right now. */
export async function visiblePanelOf(page: Page): Promise<Frame | undefined> {
  // A frame of the web is a blade; the driver knows our page by its own address, or in Firefox by none.
  const candidates = page.frames().filter((frame) => !frame.url().startsWith('https:'));
  for (const frame of await visibleOf(page, candidates)) if (await isPanel(frame)) return frame;
  return undefined;
}

/** The frames that a person can see. In a hidden one Chromium's accessibility tree never answers. */
export async function visibleFramesOf(page: Page): Promise<Frame[]> {
  return visibleOf(page, page.frames());
}

async function visibleOf(page: Page, frames: Frame[]): Promise<Frame[]> {
  const visible: Frame[] = [];
  for (const frame of frames)
    if (frame !== page.mainFrame() && (await ifStillThere(() => isVisible(frame)))) visible.push(frame);
  return visible;
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

/**
 * Selector of an element by what people and screen readers call it. In this form the driver asks the browser; in the
 * form `::-p-aria` it goes by the page, which takes Firefox ten times as long.
 * https://pptr.dev/guides/page-interactions#aria-selectors
 */
export function byRole(role: string, name?: string): string {
  return `aria/${name === undefined ? '' : `[name=${JSON.stringify(name)}]`}[role="${role}"]`;
}

/**
 * The element with this role and name, as soon as it is there; see `byRole`. Names are English here and below,
 * whatever language the browser speaks.
 */
export async function find(place: Frame | Page, role: string, name?: string): Promise<ElementHandle> {
  return until(`${role} “${name ?? ''}”`, () => findNow(place, role, name), place);
}

async function findNow(place: Frame | Page, role: string, name?: string): Promise<ElementHandle | null> {
  for (const selector of selectorsOf(place, role, name)) {
    const found = await place.$(selector);
    if (found) return found;
  }
  return null;
}

const selectorsOf = (place: Frame | Page, role: string, name?: string): string[] =>
  name === undefined ? [byRole(role)] : namesOf(place, name).map((said) => byRole(role, said));

/**
 * Clicks like a person, as soon as the button is there, enabled and still; again when it moved away under the mouse, and
 * once more when the panel says that the click did not count.
 */
export async function click(place: Frame | Page, name: string, role = 'button'): Promise<void> {
  let refusals = 0;
  for (let tries = 1; ; tries += 1) {
    const found = await until(
      `${role} “${name}” that can be clicked`,
      async () => {
        const element = await findNow(place, role, name);
        return element && (await element.evaluate(canAct)) ? element : undefined;
      },
      place,
    );
    try {
      const before = await found.evaluate(clicksOn);
      await found.click();
      // Gone is clicked, too. Firefox's driver may answer before the click has come to the frame.
      for (const end = Date.now() + 1000; Date.now() < end; await pause(50)) {
        if ((await ifStillThere(() => found.evaluate(clicksOn))) === before) continue;
        if (!(await ifStillThere(() => saysText(place, 'That click did not count')))) return;
        refusals += 1;
        break;
      }
    } catch (error) {
      // Drawn anew in between.
      if (tries === 5) throw error;
    }
    // Once can be the machine's doing.
    if (refusals === 2) throw new Error(`Two clicks on ${role} “${name}” did not count`);
    if (tries === 5) throw new Error(`Five clicks on ${role} “${name}” missed it`);
  }
}

/** Counts the clicks that arrive. A mark set before each click could be set by a look given up for slow, after it. */
type Clickable = Element & { words?: string };
type Counting = Document & { clicked?: string[] };

/** Runs in the page: enabled, and where it was two frames ago. */
async function canAct(element: Clickable): Promise<boolean> {
  const before = element.getBoundingClientRect();
  await new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)));
  const after = element.getBoundingClientRect();
  if (element.matches(':disabled, [aria-disabled=true]')) return false;
  if (before.x !== after.x || before.y !== after.y) return false;
  const page: Counting = element.ownerDocument;
  element.words = `${element.tagName} ${element.textContent}`;
  if (page.clicked) return true;
  const clicked: string[] = [];
  page.clicked = clicked;
  // In place: whoever compiles a function with a name for `npm start` adds a call that the page does not know.
  page.addEventListener(
    'click',
    ({ target }) => {
      for (let hit = target as Element | null; hit; hit = hit.parentElement)
        clicked.push(`${hit.tagName} ${hit.textContent}`);
    },
    { capture: true },
  );
  return true;
}

/**
 * Runs in the page. As many as before the click: it missed, because the button moved. One drawn anew between the look
 * and the click, with the same words on it, was hit.
 */
const clicksOn = (element: Clickable) =>
  (element.ownerDocument as Counting).clicked?.filter((words) => words === element.words).length ?? 0;

/** Types over what the field with this role and name holds, or chooses in it, as soon as that is possible. */
export async function fill(place: Frame | Page, role: string, name: string, value: string): Promise<void> {
  const fields = selectorsOf(place, role, name).map((selector) => place.locator(selector));
  for (let tries = 1; ; tries += 1) {
    await Locator.race(fields).fill(value);
    // The driver empties a field before it types, which a page that draws it anew just then does not know.
    const field = await findNow(place, role, name);
    const text = await field?.evaluate((element) => (element as HTMLInputElement).value);
    if (text === undefined || text === value) return;
    if (tries === 3) throw new Error(`${role} “${name}” took “${text}” for “${value}”`);
  }
}

/** Waits until the text of the page or frame holds `words`. */
export async function waitForText(place: Frame | Page, words: string): Promise<void> {
  await until(`text “${words}”`, () => saysText(place, words), place);
}

const saysText = (place: Frame | Page, words: string): Promise<boolean> =>
  place.evaluate(
    (parts) => parts.some((part) => document.body.innerText.includes(part)),
    partsOf(place, words),
  );

/** Clicks where there is nothing of the portal: what a person does for a page that has lost the focus. */
export async function clickBeside(page: Page): Promise<void> {
  await page.mouse.click(2, (page.viewport()?.height ?? 800) - 2);
}

/** Puts the focus on an element of the panel and lets it rest there: before that, no key presses anything. */
export async function restOn(panel: Frame, selector: string): Promise<void> {
  await panel.waitForSelector(selector);
  const page = panel.page();
  for (let tries = 1; !(await panel.evaluate(() => document.hasFocus())); tries += 1) {
    if (tries > 10) throw new Error('The panel never got the focus');
    // After a sign-in window the page gets it back a moment later, or not by itself.
    await page.bringToFront();
    await clickBeside(page);
    await panel.focus(selector);
    await pause(200);
  }
  await panel.focus(selector);
  // By the panel's own clock, which a busy machine lets begin late.
  await panel.evaluate(() => new Promise((passed) => setTimeout(passed, 800)));
}
