import { browser } from 'wxt/browser';

/** The panel's place on the portal page. Hidden rather than removed, so that the next one is instant. */
export type PanelFrame = {
  show(): void;
  hide(): void;
  remove(): void;
  /** Gives the panel the height it wants, in CSS pixels, as far as the window has room. */
  fit(height: number): void;
};

/**
 * Makes the panel's frame: our page in an iframe, in a closed shadow root, beside the page's own content.
 * Security: the page may hide or remove it, but can neither read it nor click in it by script.
 */
export function createPanelFrame(): PanelFrame {
  let host: HTMLElement | undefined;
  return {
    show() {
      // The portal may have swept it away together with its own content.
      if (!host?.isConnected) {
        host?.remove();
        host = build();
        document.documentElement.append(host);
      }
      host.style.setProperty('display', 'block', 'important');
    },
    hide() {
      host?.style.setProperty('display', 'none', 'important');
    },
    remove() {
      host?.remove();
      host = undefined;
    },
    fit(height) {
      host?.style.setProperty('height', `min(${Math.round(height)}px, ${room})`, 'important');
    },
  };
}

/** From below the portal's bars to just above the window's end. */
const room = 'calc(100vh - 152px)';

function build(): HTMLElement {
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
  return host;
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
