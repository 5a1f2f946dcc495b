import type { Page } from 'puppeteer-core';
import { visiblePanelOf } from '../e2e/panel';
import { pause, until } from '../e2e/until';

/** When a panel showed something first, in milliseconds since 1970. */
export type Mark = 'signIn' | 'ready' | 'armed' | 'clicked' | 'copied';
type Marks = { who: string; at: Partial<Record<Mark, number>> }[];
type Marked = Window & { marks?: Marks };

/**
 * Makes every panel of this page note what it shows and when: who, and since when there is a button (`ready`), an armed
 * one (`armed`), and the last trusted click and write to the clipboard after it. Before the page is opened.
 */
export async function markPanels(page: Page): Promise<void> {
  await page.evaluateOnNewDocument(() => {
    if (!location.pathname.startsWith('/panel.html')) return;
    const marks: Marks = [];
    (window as Marked).marks = marks;
    // In place: a function with a name gets a call that the page does not know, from who compiles this file.
    new MutationObserver(() => {
      const who = document.querySelector('.upn')?.textContent ?? '';
      let last = marks.at(-1);
      if (!last || last.who !== who) {
        last = { who, at: {} };
        marks.push(last);
      }
      const at = performance.timeOrigin + performance.now();
      const button = document.querySelector('button.primary');
      if (!button) return;
      if (!who) last.at.signIn ??= at;
      else last.at.ready ??= at;
      if (who && button.getAttribute('aria-disabled') === 'false') last.at.armed ??= at;
    }).observe(document, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    });
    addEventListener(
      'click',
      (event) => {
        const last = marks.at(-1);
        if (event.isTrusted && last) last.at.clicked = performance.timeOrigin + performance.now();
      },
      { capture: true },
    );
    const { clipboard } = navigator;
    const write = clipboard.write.bind(clipboard);
    clipboard.write = async (items) => {
      await write(items);
      const last = marks.at(-1);
      if (last) last.at.copied = performance.timeOrigin + performance.now();
    };
  });
}

/** The driver asks by way of the same browser: its questions would be part of the time that is measured. */
const undisturbed = 500;

/** Waits until the panel that shows this user has this mark, and gives back all marks that it has. */
export async function marksOf(
  page: Page,
  { who, mark, since }: { who: string; mark: Mark; since: number },
): Promise<Record<Mark, number>> {
  await pause(undisturbed);
  return until(`${mark} of ${who || 'nobody'}`, async () => {
    const panel = await visiblePanelOf(page);
    const marks = await panel?.evaluate(() => (window as Marked).marks);
    const found = marks?.findLast((marked) => marked.who === who);
    const at = found?.at[mark];
    return found && at !== undefined && at >= since ? (found.at as Record<Mark, number>) : undefined;
  });
}
