import { browser } from 'wxt/browser';
import { type FrameParts, type FrameSight, watchFrame } from './frame-sight';
import type { Seen } from './messages';
import './panel-host.css';

/** The panel's place on the portal page. Hidden rather than removed, so that the next one is instant. */
export type PanelFrame = {
  show(): void;
  hide(): void;
  remove(): void;
  /** Moves the keyboard into it, where it is shown. */
  focus(): void;
  /** Tells the panel what is seen of the tab now. */
  moved(seen: Seen): void;
};

type Built = { host: HTMLElement; frame: HTMLIFrameElement; port: MessagePort; sight: FrameSight };

/**
 * Makes the panel's frame: our page in an iframe, in a closed shadow root, over the page's own content. `vouch` tells
 * the background that the line to it is ours.
 * Security: the page may hide or remove it, but can neither read it nor click in it by script.
 */
export function createPanelFrame(vouch: (nonce: string) => void): PanelFrame {
  let panel: Built | undefined;
  let last: Seen = {};
  // Firefox injects the script of an updated extension into open pages, where the former one left its panel.
  for (const old of document.querySelectorAll(hostName)) old.remove();

  function remove(): void {
    panel?.host.remove();
    panel?.sight.stop();
    panel?.port.close();
    panel = undefined;
  }
  return {
    show() {
      // The portal may have swept it away together with its own content.
      if (!panel?.host.isConnected) {
        remove();
        const made = build(vouch, () => panel === made && remove());
        panel = made;
        // Waits in the port until the panel takes it.
        made.port.postMessage(last);
        document.documentElement.append(made.host);
      }
      panel.host.hidden = false;
      raise(panel.host);
    },
    hide() {
      if (!panel) return;
      panel.host.hidden = true;
      if (panel.host.matches(':popover-open')) panel.host.hidePopover();
    },
    remove,
    focus() {
      if (panel && !panel.host.hidden) panel.frame.focus();
    },
    moved(seen) {
      last = seen;
      panel?.port.postMessage(seen);
    },
  };
}

/** The element of panel-host.css. */
const hostName = 'guestpass-panel';

/** From below the portal's bars to just above the window's end. */
const room = 'calc(100vh - 152px)';

/** `died` is called when the page in the frame is no longer our extension's. */
function build(vouch: (nonce: string) => void, died: () => void): Built {
  // Security: in a document where no page has defined this element. Whoever defines it before it gets its shadow root
  // is given that: https://html.spec.whatwg.org/multipage/custom-elements.html#dom-elementinternals-shadowroot
  const host = document.implementation.createHTMLDocument().createElement(hostName);
  const frame = document.createElement('iframe');
  frame.title = 'Guestpass';
  // `*`: with a dynamic URL the frame's origin is not the one its address names.
  frame.allow = 'clipboard-write *';
  frame.src = `${browser.runtime.getURL('/panel.html')}#theme=${themeOfPage()}`;
  // Security: in the top layer no style of the page's other elements covers, fades or clips it.
  host.popover = 'manual';
  setStyles(host, {
    all: 'initial',
    // Only panel-host.css shows it: Firefox stops this script with the extension, and takes that sheet away. A
    // property of our own, because it would have to be weaker than the page's to lose to that sheet.
    display: 'var(--guestpass-panel, none)',
    position: 'fixed',
    // Below the portal's top bar (40 px) and its blade header, whose buttons end at 132 px.
    top: '140px',
    right: '12px',
    width: 'min(340px, calc(100vw - 24px))',
    height: `min(320px, ${room})`,
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
  const root = host.attachShadow({ mode: 'closed' });
  root.append(frame);
  if (!import.meta.env.FIREFOX) frame.addEventListener('load', () => whenPanelDies(died), { once: true });
  return { host, frame, ...connect({ host, root, frame }, vouch) };
}

/** Puts it over whatever else is in the top layer by now. */
function raise(host: HTMLElement): void {
  try {
    if (host.matches(':popover-open')) return;
    host.showPopover();
  } catch {
    // The page may hide the panel.
  }
}

/** A line to the page in the frame that the portal's page can't tap. */
function connect(parts: FrameParts, vouch: (nonce: string) => void): Pick<Built, 'port' | 'sight'> {
  const { port1, port2 } = new MessageChannel();
  const sight = watchFrame(parts, (clear) => port1.postMessage({ clear }));
  port1.onmessage = ({ data }: MessageEvent<{ height?: number; nonce?: string }>) => {
    if (data.nonce) return vouch(data.nonce);
    resize(parts.host, Number(data.height));
    sight.settle();
  };
  // Security: to our own page and no other; whoever else has led the frame away by now gets no line to vouch for.
  parts.frame.addEventListener(
    'load',
    () => parts.frame.contentWindow?.postMessage('guestpass', originOfPanel, [port2]),
    { once: true },
  );
  return { port: port1, sight };
}

/** Not what `getURL` says: with a dynamic URL the frame's origin is not the one its address names. */
const originOfPanel = import.meta.env.FIREFOX
  ? browser.runtime.getURL('/').slice(0, -1)
  : `chrome-extension://${browser.runtime.id}`;

/**
 * Calls `died` when the extension is updated, disabled or removed, or when its process crashes. Chromium leaves
 * this script and the page in the frame standing then, but ends the ports between them.
 * https://developer.chrome.com/docs/extensions/develop/concepts/messaging#port-lifetime
 */
function whenPanelDies(died: () => void): void {
  try {
    browser.runtime.connect().onDisconnect.addListener(died);
  } catch {
    // The extension went while the frame was loading.
    died();
  }
}

/** The height the panel wants, as far as the window has room. */
function resize(host: HTMLElement, height: number): void {
  host.style.setProperty('height', `min(${Math.round(height)}px, ${room})`, 'important');
}

function setStyles(element: HTMLElement, styles: Record<string, string>): void {
  for (const [name, value] of Object.entries(styles)) element.style.setProperty(name, value, 'important');
}

/** The portal marks its theme by classes on the body; a hint that only changes colours. */
function themeOfPage(): 'light' | 'dark' | 'hc' | 'auto' {
  const { classList } = document.body;
  const isDark = classList.contains('fxs-mode-dark');
  if (!isDark && !classList.contains('fxs-mode-light')) return 'auto';
  // The class of its high contrast is not known; that of its standard contrast is.
  if (!classList.contains('fxs-mode-standardcontrast')) return 'hc';
  return isDark ? 'dark' : 'light';
}
