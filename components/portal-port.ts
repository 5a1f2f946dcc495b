import type { Seen } from '../utils/messages';

/** What the portal page's content script tells: what it sees of the tab, after each change. */
export type FromPortal = Seen & { url: string };

/** What the panel tells it: how tall it wants to be, in CSS pixels. */
type ToPortal = { height: number };

/** The line to the content script that framed this page. The page itself can't listen. */
export type PortalPort = { tell(message: ToPortal): void; listen(hear: (message: FromPortal) => void): void };

/**
 * Waits for the port that the content script hands in; without one (not framed) it never rings.
 *
 * Security: nothing heard here decides anything. An address makes the panel drop what it shows and ask the
 * background, which has the tab's address from the browser.
 */
export function openPortalPort(): PortalPort {
  const port = new Promise<MessagePort>((resolve) => {
    addEventListener('message', ({ data, source, ports: [port] }) => {
      if (source === parent && parent !== window && data === 'guestpass' && port) resolve(port);
    });
  });
  return {
    tell: (message) => void port.then((to) => to.postMessage(message)),
    listen(hear) {
      port.then((from) => {
        from.onmessage = ({ data }: MessageEvent<unknown>) => {
          if (isFromPortal(data)) hear(data);
        };
      });
    },
  };
}

function isFromPortal(data: unknown): data is FromPortal {
  const { url, directory }: { url?: unknown; directory?: unknown } = Object(data);
  return typeof url === 'string' && (directory === undefined || typeof directory === 'string');
}
