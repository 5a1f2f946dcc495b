import { browser } from 'wxt/browser';
import type { FromPanel } from './panel-messages';

/** A line to the page in the frame that the portal's page can't tap; what is told early waits in it. */
export function openPanelLine(frame: HTMLIFrameElement, hear: (message: FromPanel) => void): MessagePort {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }: MessageEvent<FromPanel>) => hear(data);
  // Security: to our own page and no other; whoever else has led the frame away by now gets no line to vouch for.
  frame.addEventListener(
    'load',
    () => frame.contentWindow?.postMessage('guestpass', originOfPanel, [port2]),
    { once: true },
  );
  return port1;
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
export function whenPanelDies(frame: HTMLIFrameElement, died: () => void): void {
  if (import.meta.env.FIREFOX) return;
  const connect = () => {
    try {
      browser.runtime.connect().onDisconnect.addListener(died);
    } catch {
      // The extension went while the frame was loading.
      died();
    }
  };
  frame.addEventListener('load', connect, { once: true });
}
