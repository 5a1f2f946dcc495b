import type { Frame } from 'puppeteer-core';

/** Resolves after so many milliseconds: where something must not happen, there is no condition to wait for. */
export const pause = (milliseconds: number) => new Promise((passed) => setTimeout(passed, milliseconds));

let patience = 30_000;

/** Changes how long `until` asks, in milliseconds: a person who waits for the outcome would rather have it soon. */
export function setPatience(milliseconds: number): void {
  patience = milliseconds;
}

/**
 * Asks again until there is an answer, and gives it back; `undefined`, `null` and `false` are none. Rejects after
 * 30 seconds (see `setPatience`), naming `what` was waited for. Where only a change of `place` can bring the answer, it
 * is asked less often: questions are most of the work that a test makes for a browser.
 */
export async function until<Answer>(
  what: string,
  ask: () => Promise<Answer>,
  place?: Place,
): Promise<NonNullable<Exclude<Answer, false>>> {
  const aWhile = () => Promise.all([pause(50), place && ifStillThere(() => place.evaluate(nextChange))]);
  for (const deadline = Date.now() + patience; Date.now() < deadline; await aWhile()) {
    const answer = await ifStillThere(ask);
    if (answer !== undefined && answer !== null && answer !== false)
      return answer as NonNullable<Exclude<Answer, false>>;
  }
  const shown = place && (await ifStillThere(() => place.evaluate(() => document.body.innerText)));
  throw new Error(
    `No ${what} within ${patience / 1000} s${place ? `, but: ${shown?.replace(/\s+/g, ' ').slice(0, 300) ?? 'nobody who answers'}` : ''}`,
  );
}

/** A page or a frame of one. */
type Place = Pick<Frame, 'evaluate'>;

/** Runs in the page: resolves once its document changes; soon in any case, for it may just have done so. */
const nextChange = () =>
  new Promise<void>((changed) => {
    const observer = new MutationObserver(() => changed());
    observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    setTimeout(() => {
      observer.disconnect();
      changed();
    }, 250);
  });

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
