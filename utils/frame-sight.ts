/** Our frame on the portal's page, from the outside in. */
export type FrameParts = { host: HTMLElement; root: ShadowRoot; frame: HTMLIFrameElement };

/** Looks again and again whether the page lets our frame be seen; ends with `stop`. */
export type FrameSight = {
  /** Our own doing: the styles from now on are the ones to find. */
  settle(): void;
  stop(): void;
};

const pause = 100;
/** Between two looks after something touched it: what stands still for so long may stay there. */
const moment = 20;
/** Walking through a large page for shadow roots takes milliseconds. */
const looksPerWalk = 10;

/**
 * Tells every 100 ms, while tab and frame are shown, whether nothing on the portal's page hides, covers, changes or
 * moves our frame, and at once when something touched it; whoever did, it is looked at again soon.
 *
 * Security: the page can't answer for us. A content script has its own prototypes, which the page's patches do not
 * reach: https://developer.chrome.com/docs/extensions/develop/concepts/content-scripts#isolated_world
 */
export function watchFrame(parts: FrameParts, tell: (clear: boolean) => void): FrameSight {
  const { host, root, frame } = parts;
  let styles = stylesOf(parts);
  let place = '';
  let looks = 0;
  let soon: ReturnType<typeof setTimeout> | undefined;
  let roots: ParentNode[] = [];

  function look(): void {
    if (document.hidden || host.hidden) return;
    if (looks % looksPerWalk === 0) roots = import.meta.env.FIREFOX ? rootsOf(document) : [document];
    looks += 1;
    const former = place;
    place = placeOf(parts);
    tell(
      place === former &&
        stylesOf(parts) === styles &&
        isWhole(parts) &&
        isAlone(host, roots) &&
        isPlain(frame) &&
        isPlain(host) &&
        isOnTop(parts),
    );
  }
  function touched(): void {
    place = '';
    tell(false);
    clearTimeout(soon);
    soon = setTimeout(() => {
      look();
      soon = setTimeout(look, moment);
    });
  }
  // Hears of what was undone before the next look, too.
  const observer = new MutationObserver(touched);
  observer.observe(host, { attributes: true });
  observer.observe(root, { subtree: true, childList: true, attributes: true });
  const timer = setInterval(look, pause);
  return {
    settle() {
      styles = stylesOf(parts);
    },
    stop() {
      clearInterval(timer);
      clearTimeout(soon);
      observer.disconnect();
    },
  };
}

/** Where the frame stands in the window. */
function placeOf({ host, frame }: FrameParts): string {
  return JSON.stringify([host.getBoundingClientRect(), frame.getBoundingClientRect()]);
}

/** Security: all of them are `!important`, so as long as they stand no style sheet of the page has a say. */
function stylesOf({ host, frame }: FrameParts): string {
  return `${host.getAttribute('style')}|${frame.getAttribute('style')}`;
}

/** Nothing was added inside: Firefox hands the page our frame in an event, and with it the closed shadow root. */
function isWhole({ host, root, frame }: FrameParts): boolean {
  const added = ['::before', '::after'].some(
    (pseudo) => !/^(none|normal)$/.test(getComputedStyle(host, pseudo).content),
  );
  return (
    root.childNodes.length === 1 && frame.parentNode === root && !root.adoptedStyleSheets.length && !added
  );
}

/**
 * Our host lies in the top layer, where only what came into it later can cover it.
 * https://drafts.csswg.org/css-position-4/#top-layer
 */
function isAlone(host: HTMLElement, roots: ParentNode[]): boolean {
  const above = `:popover-open, :modal, :fullscreen${
    CSS.supports('selector(:active-view-transition)') ? ', :active-view-transition' : ''
  }`;
  const found = roots.flatMap((root) => [...root.querySelectorAll(above)]);
  return found.length === 1 && found[0] === host;
}

/** Firefox shows a content script the closed shadow roots; Chromium's observer sees what lies in them. */
function rootsOf(root: ParentNode): ParentNode[] {
  const inner = [...root.querySelectorAll<Element & { openOrClosedShadowRoot?: ShadowRoot | null }>('*')]
    .map(({ openOrClosedShadowRoot }) => openOrClosedShadowRoot)
    .filter((inner) => inner !== undefined && inner !== null);
  return [root, ...inner.flatMap(rootsOf)];
}

/** What hides, changes or moves an element and all in it, and its value on an element left alone. */
const plain: Record<string, string> = {
  opacity: '1',
  visibility: 'visible',
  'content-visibility': 'visible',
  filter: 'none',
  'mask-image': 'none',
  '-webkit-mask-box-image-source': 'none',
  'clip-path': 'none',
  'mix-blend-mode': 'normal',
  transform: 'none',
  translate: 'none',
  rotate: 'none',
  scale: 'none',
  perspective: 'none',
  'offset-path': 'none',
  zoom: '1',
};

/**
 * An element and all around it. Security: not by way of `document`, whose properties the page's own elements can take:
 * https://html.spec.whatwg.org/multipage/dom.html#dom-tree-accessors
 */
function isPlain(element: Element | null): boolean {
  if (!element) return true;
  const style = getComputedStyle(element);
  return (
    Object.entries(plain).every(([name, value]) => {
      const found = style.getPropertyValue(name);
      // Unknown to this browser.
      return found === '' || found === value;
    }) && isPlain(element.parentElement)
  );
}

/** A click on any part of the frame would reach it. */
function isOnTop({ host, root, frame }: FrameParts): boolean {
  const { left, top, width, height } = host.getBoundingClientRect();
  const parts = [0.05, 0.5, 0.95];
  return parts.every((down) =>
    parts.every((across) => {
      const [x, y] = [left + across * width, top + down * height];
      return document.elementFromPoint(x, y) === host && root.elementFromPoint(x, y) === frame;
    }),
  );
}
