import type { FrameParts } from './frame-sight';
import type { Box } from './panel-place';
import './panel-host.css';

/** The element of panel-host.css. */
const hostName = 'guestpass-panel';

/** Firefox injects the script of an updated extension into open pages, where the former one left its panel. */
export function removeFormerHosts(): void {
  for (const old of document.querySelectorAll(hostName)) old.remove();
}

/**
 * Our page at this address in an iframe, in a closed shadow root, over the page's own content.
 * Security: the page may hide or remove it, but can neither read it nor click in it by script.
 */
export function makeHost(address: string): FrameParts {
  // Security: in a document where no page has defined this element. Whoever defines it before it gets its shadow root
  // is given that: https://html.spec.whatwg.org/multipage/custom-elements.html#dom-elementinternals-shadowroot
  const host = document.implementation.createHTMLDocument().createElement(hostName);
  const frame = document.createElement('iframe');
  frame.title = 'Guestpass';
  // `*`: with a dynamic URL the frame's origin is not the one its address names.
  frame.allow = 'clipboard-write *';
  frame.src = address;
  // Security: in the top layer no style of the page's other elements covers, fades or clips it.
  host.popover = 'manual';
  const root = host.attachShadow({ mode: 'closed' });
  root.append(frame);
  return { host, root, frame };
}

/** Gives the host this box in the window. Security: with all of our styles, so that none of the page's is left among them. */
export function setBox({ host, frame }: FrameParts, { side, x, top, width, height }: Box): void {
  setStyles(host, {
    all: 'initial',
    // Only panel-host.css shows it: Firefox stops this script with the extension, and takes that sheet away. A
    // property of our own, because it would have to be weaker than the page's to lose to that sheet.
    display: 'var(--guestpass-panel, none)',
    position: 'fixed',
    [side]: `${x}px`,
    top: `${top}px`,
    width: `${width}px`,
    height: `${height}px`,
    'z-index': '2147483646',
    'pointer-events': 'none',
  });
  setStyles(frame, {
    all: 'initial',
    width: '100%',
    height: '100%',
    border: '0',
    'color-scheme': 'normal',
    'pointer-events': 'auto',
  });
}

/** Puts it over whatever else is in the top layer by now. */
export function raise(host: HTMLElement): void {
  try {
    if (host.matches(':popover-open')) return;
    host.showPopover();
  } catch {
    // The page may hide the panel.
  }
}

function setStyles(element: HTMLElement, styles: Record<string, string>): void {
  element.removeAttribute('style');
  for (const [name, value] of Object.entries(styles)) element.style.setProperty(name, value, 'important');
}
