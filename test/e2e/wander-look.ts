import type { Frame, Page } from 'puppeteer-core';
import { visiblePanelOf } from './panel';
import { ifStillThere } from './until';

/** A click on a button of a panel: what it said, and whom the panel named, in that very moment. */
export type Click = { button: string; name: string };

/** What a person sees in a panel at one moment. */
export type Sight = {
  /** User principal name on the panel; empty while it names nobody. */
  name: string;
  busy: boolean;
  buttons: { label: string; enabled: boolean }[];
  /** The pass in clear text; undefined while there is none, or bullets stand for it. */
  code?: string;
  alert: boolean;
};

/** A tab at one moment: its address before and after the look at its panel, and what the panel showed. */
export type Look = { before: string; after: string; panel?: Sight | undefined; frame?: Frame | undefined };

/** Looks at a tab; undefined while the page is on its way and can't be asked. */
export async function lookAt(page: Page): Promise<Look | undefined> {
  const before = await addressOf(page);
  const frame = await visiblePanelOf(page);
  const panel = frame && (await ifStillThere(() => frame.evaluate(lookInside)));
  const after = await addressOf(page);
  // Seen, but gone or silent when asked: the next look will tell.
  if (before === undefined || after === undefined || (frame && !panel)) return undefined;
  return { before, after, panel, frame };
}

/** The clicks in this panel since they were last taken. It notes them from the first look on. */
export async function takeClicks(frame: Frame): Promise<Click[]> {
  const taken = await ifStillThere(() =>
    frame.evaluate(() => (globalThis as unknown as { clicks?: Click[] }).clicks?.splice(0)),
  );
  return taken ?? [];
}

/** The address of a tab as its page knows it; undefined while it is on its way. */
export const addressOf = (page: Page) => ifStillThere(() => page.evaluate(() => location.href));

/** Runs in the panel. No function in it has a name: tsx would call a helper for that, which the page does not have. */
function lookInside(): Sight {
  const notes = globalThis as unknown as { clicks?: Click[] };
  if (!notes.clicks) {
    const clicks: Click[] = [];
    notes.clicks = clicks;
    addEventListener(
      'click',
      ({ target }) => {
        const button = target instanceof Element ? target.closest('button')?.textContent?.trim() : undefined;
        const name = document.querySelector('.upn')?.textContent ?? '';
        if (button) clicks.push({ button, name });
      },
      // Before anybody else: what the click does to the panel comes later.
      true,
    );
  }
  const pass = document.querySelector('output')?.textContent ?? undefined;
  const isClear = pass !== undefined && !pass.includes('•');
  return {
    name: document.querySelector('.upn')?.textContent ?? '',
    busy: document.querySelector('[aria-busy=true]') !== null,
    buttons: [...document.querySelectorAll('button')].map((button) => ({
      label: button.textContent?.trim() ?? '',
      enabled: !button.matches(':disabled, [aria-disabled=true]'),
    })),
    ...(isClear ? { code: pass } : {}),
    alert: document.querySelector('[role=alert]') !== null,
  };
}
