import { browser } from 'wxt/browser';

/** The panel's place on the portal page. Hidden rather than removed, so that the next one is instant. */
export type PanelFrame = {
  show(): void;
  hide(): void;
  remove(): void;
  /** Tells the panel the address of the tab after it changed. */
  moved(url: string): void;
};

/**
 * Makes the panel's frame: our page in an iframe, in a closed shadow root, beside the page's own content.
 * Security: the page may hide or remove it, but can neither read it nor click in it by script.
 */
export function createPanelFrame(): PanelFrame {
  let panel: { host: HTMLElement; port: MessagePort } | undefined;

  function remove(): void {
    panel?.host.remove();
    panel?.port.close();
    panel = undefined;
  }
  return {
    show() {
      // The portal may have swept it away together with its own content.
      if (!panel?.host.isConnected) {
        remove();
        panel = build();
        document.documentElement.append(panel.host);
      }
      panel.host.style.setProperty('display', 'block', 'important');
    },
    hide() {
      panel?.host.style.setProperty('display', 'none', 'important');
    },
    remove,
    moved(url) {
      panel?.port.postMessage({ url });
    },
  };
}

/** From below the portal's bars to just above the window's end. */
const room = 'calc(100vh - 152px)';

function build(): { host: HTMLElement; port: MessagePort } {
  const host = document.createElement('guestpass-panel');
  const frame = document.createElement('iframe');
  frame.title = 'Guestpass';
  // `*`: with a dynamic URL the frame's origin is not the one its address names.
  frame.allow = 'clipboard-write *';
  frame.src = `${browser.runtime.getURL('/panel.html')}#theme=${themeOfPage()}`;
  setStyles(host, {
    all: 'initial',
    position: 'fixed',
    // Below the portal's top bar (40 px) and its blade header, whose buttons end at 132 px.
    top: '140px',
    right: '12px',
    width: '340px',
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
  host.attachShadow({ mode: 'closed' }).append(frame);
  return { host, port: connect(frame, (height) => resize(host, height)) };
}

/** A line to the page in the frame that the portal's page can't tap. */
function connect(frame: HTMLIFrameElement, resize: (height: number) => void): MessagePort {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }: MessageEvent<{ height: number }>) => resize(data.height);
  // `*`, for the reason above; the port carries nothing that the portal's page does not know.
  frame.addEventListener('load', () => frame.contentWindow?.postMessage('guestpass', '*', [port2]), {
    once: true,
  });
  return port1;
}

/** The height the panel wants, as far as the window has room. */
function resize(host: HTMLElement, height: number): void {
  host.style.setProperty('height', `min(${Math.round(Number(height))}px, ${room})`, 'important');
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
