import { browser } from 'wxt/browser';
import type { Seen } from '../utils/messages';
import type { FromPanel, Stance } from '../utils/panel-messages';
import { wearTheme } from './follow-theme';
import { pageSight } from './page-sight';

/** What the portal page's content script tells: what it sees of the tab, after each change. */
export type FromPortal = Seen & { url: string };

/** The line to the content script that framed this page. The page itself can't listen. */
export type PortalPort = {
  tell(message: FromPanel): void;
  /** Starts the line: whoever wants the stance, too, listens by the end of this turn. */
  listen(hear: (message: FromPortal) => void): void;
  /** Hears how the panel stands, and when the keyboard was moved to it. */
  listenToStance(hear: (stance: Stance | 'focus') => void): void;
};

/**
 * Waits for the port that the content script hands in; without one (not framed) it never rings.
 *
 * Security: no address heard here decides anything. It makes the panel drop what it shows and ask the background,
 * which has the tab's address from the browser. What is seen of our frame counts once the line is vouched for.
 */
export function openPortalPort(): PortalPort {
  const port = new Promise<MessagePort>((resolve) => {
    addEventListener('message', ({ data, source, ports: [port] }) => {
      if (source === parent && parent !== window && data === 'guestpass' && port) resolve(port);
    });
  });
  port.then((from) => {
    from.addEventListener('message', ({ data }) => {
      if (typeof data?.clear === 'boolean') pageSight.heard(data.clear);
      if (data?.theme) wearTheme(data.theme);
    });
    from.postMessage({ nonce: nonceToVouchFor() });
  });
  return {
    tell: (message) => void port.then((to) => to.postMessage(message)),
    listenToStance(hear) {
      port.then((from) =>
        from.addEventListener('message', ({ data }) => {
          if (data?.stance) hear(stanceFrom(data.stance.collapsed, data.stance.side));
          if (data?.focus) hear('focus');
        }),
      );
    },
    listen(hear) {
      port.then((from) => {
        from.addEventListener('message', ({ data }) => isFromPortal(data) && hear(data));
        from.start();
      });
    },
  };
}

/** How the panel stands at first, by its own address (`#tab=left`): there is no line yet. */
export function firstStance(): Stance {
  const tab = new URLSearchParams(location.hash.slice(1)).get('tab');
  return stanceFrom(tab !== null, tab);
}

const stanceFrom = (collapsed: unknown, side: unknown): Stance => ({
  collapsed: collapsed === true,
  side: side === 'left' ? 'left' : 'right',
});

/**
 * Security: a page that frames us itself hands in a line of its own, and would say that it hides nothing. Only the
 * content script can have the background say this word to us.
 */
function nonceToVouchFor(): string {
  const nonce = crypto.randomUUID();
  browser.runtime.onMessage.addListener((message, { id, tab }) => {
    if (id === browser.runtime.id && !tab && message?.vouched === nonce) pageSight.vouched();
  });
  return nonce;
}

function isFromPortal(data: unknown): data is FromPortal {
  const { url, directory }: { url?: unknown; directory?: unknown } = Object(data);
  return typeof url === 'string' && (directory === undefined || typeof directory === 'string');
}
