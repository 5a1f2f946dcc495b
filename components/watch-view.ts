import type { PageSight } from './page-sight';

const dwell = 500;
const patience = 3000;
/** Rounding and a frame that just touches the window's edge may hide a little. */
const nearlyWhole = 0.9;

type Told = {
  /** The element has been in view for 500 ms without a break, or no longer is. */
  armed: (yes: boolean) => void;
  /** The element seems to be in view, but for 3 seconds nothing proved that it is not covered. */
  unsure: (yes: boolean) => void;
};

/** Watches whether a person can see an element; ends with `stop`. */
export type ViewWatch = {
  /** Security: asked in the click itself, with the newest the browser knows. */
  isArmed: () => boolean;
  stop: () => void;
};

/**
 * Tells when an element has been in view long enough to be clicked on purpose: seen by the browser, and not hidden,
 * covered, changed or moved by the page around our frame as far as `page` sees. Where it can, the browser proves that
 * too: https://w3c.github.io/IntersectionObserver/v2/
 */
export function watchView(element: Element, page: PageSight, { armed, unsure }: Told): ViewWatch {
  const provable = 'isVisible' in IntersectionObserverEntry.prototype;
  let newest: IntersectionObserverEntry | undefined;
  let since: number | undefined;
  let arming: ReturnType<typeof setTimeout> | undefined;
  let doubting: ReturnType<typeof setTimeout> | undefined;

  function take(entries: IntersectionObserverEntry[]): void {
    newest = entries.at(-1) ?? newest;
    judge();
  }

  function judge(): void {
    if (!newest) return;
    const inView = newest.isIntersecting && document.visibilityState === 'visible';
    const whole = newest.intersectionRatio >= nearlyWhole;
    const uncovered = !provable || (newest as { isVisible?: boolean }).isVisible === true;
    if (inView && whole && uncovered && page.isClear()) seen();
    else unseen(inView);
  }

  function seen(): void {
    clearTimeout(doubting);
    doubting = undefined;
    unsure(false);
    if (since !== undefined) return;
    since = performance.now();
    arming = setTimeout(() => armed(true), dwell);
  }

  function unseen(inView: boolean): void {
    since = undefined;
    clearTimeout(arming);
    armed(false);
    if (inView) doubting ??= setTimeout(() => unsure(true), patience);
    else clearTimeout(doubting);
    if (!inView) doubting = undefined;
  }

  const observer = new IntersectionObserver(take, {
    threshold: [0, nearlyWhole, 1],
    ...(provable ? { trackVisibility: true, delay: 100 } : {}),
  } as IntersectionObserverInit);
  observer.observe(element);
  const unlisten = page.listen(judge);

  function onVisibilityChange(): void {
    if (document.visibilityState !== 'visible') unseen(false);
    // A fresh observation: what was seen before the page was hidden proves nothing now.
    newest = undefined;
    observer.unobserve(element);
    observer.observe(element);
  }
  document.addEventListener('visibilitychange', onVisibilityChange);

  return {
    isArmed() {
      take(observer.takeRecords());
      return since !== undefined && performance.now() - since >= dwell;
    },
    stop() {
      observer.disconnect();
      unlisten();
      document.removeEventListener('visibilitychange', onVisibilityChange);
      clearTimeout(arming);
      clearTimeout(doubting);
      since = undefined;
    },
  };
}
