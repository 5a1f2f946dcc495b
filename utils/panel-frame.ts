import { browser } from 'wxt/browser';
import { type FrameSight, watchFrame } from './frame-sight';
import type { Seen } from './messages';
import { makeHost, raise, removeFormerHosts } from './panel-host';
import { openPanelLine, whenPanelDies } from './panel-line';
import type { ToPanel } from './panel-messages';
import type { Stand } from './panel-place';
import { createPanelStand } from './panel-stand';
import { portalTheme, watchPortalTheme } from './portal-hints';

/** The panel's frame on the portal page. Hidden rather than removed, so that the next one is instant. */
export type PanelFrame = {
  /** Loads it out of sight, where it is not there yet: while others still ask whether it is wanted. */
  prepare(): void;
  show(): void;
  hide(): void;
  remove(): void;
  /** Opens it and moves the keyboard into it, where it is shown. */
  focus(): void;
  /** Tells the panel what is seen of the tab now. */
  moved(seen: Seen): void;
  /** Puts it where the admin left it. */
  recall(stand: Stand): void;
};

/** What the background is told: that the line to the panel is ours, and where the admin wants the panel. */
export type Reports = { vouch: (nonce: string) => void; keep: (stand: Stand) => void };

type Built = { host: HTMLElement; frame: HTMLIFrameElement; tell: (message: ToPanel) => void; end(): void };

/** A pane of the portal takes longer to slide in. */
const pause = 200;

/** Makes the panel's frame, once a page wants one. */
export function createPanelFrame({ vouch, keep }: Reports): PanelFrame {
  let panel: Built | undefined;
  let last: Seen = {};
  const stand = createPanelStand(keep);
  removeFormerHosts();

  function build(): Built {
    const { collapsed, side } = stand.stance();
    const start = new URLSearchParams({ theme: portalTheme(), ...(collapsed ? { tab: side } : {}) });
    const parts = makeHost(`${browser.runtime.getURL('/panel.html')}#${start}`);
    const { host, frame } = parts;
    host.hidden = true;
    const port = openPanelLine(frame, (message) => {
      if (message.nonce) vouch(message.nonce);
      else stand.hear(message);
    });
    const tell = (message: ToPanel) => port.postMessage(message);
    const sight: FrameSight = watchFrame(parts, (clear) => tell({ clear }));
    stand.seat({ parts, sight, tell: (stance) => tell({ stance }) });
    const life = new AbortController();
    const timer = setInterval(() => document.hidden || host.hidden || stand.look(), pause);
    addEventListener('resize', () => stand.look(), { signal: life.signal });
    watchPortalTheme((theme) => tell({ theme }), life.signal);
    const made = {
      host,
      frame,
      tell,
      end() {
        life.abort();
        clearInterval(timer);
        sight.stop();
        port.close();
        host.remove();
      },
    };
    whenPanelDies(frame, () => panel === made && remove());
    return made;
  }

  function remove(): void {
    panel?.end();
    panel = undefined;
  }

  function ready(): Built {
    // The portal may have swept it away together with its own content.
    if (panel?.host.isConnected) return panel;
    remove();
    panel = build();
    panel.tell(last);
    document.documentElement.append(panel.host);
    return panel;
  }

  return {
    prepare: ready,
    show() {
      const { host } = ready();
      host.hidden = false;
      raise(host);
    },
    hide() {
      if (!panel) return;
      panel.host.hidden = true;
      if (panel.host.matches(':popover-open')) panel.host.hidePopover();
    },
    remove,
    focus() {
      if (!panel || panel.host.hidden) return;
      if (stand.stance().collapsed) stand.open();
      panel.frame.focus();
      panel.tell({ focus: true });
    },
    moved(seen) {
      last = seen;
      panel?.tell(seen);
    },
    recall: stand.recall,
  };
}
