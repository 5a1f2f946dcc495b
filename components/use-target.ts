import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { type Browser, browser } from 'wxt/browser';
import { call } from '../utils/messages';
import type { PortalPort } from './portal-port';
import { createTargetReader, type Reading, type TargetReader } from './target-reader';

/**
 * The user of the tab this page is about, kept up to date; `reader` asks for more. Framed by the portal it waits
 * for the content script to say what it sees; the popup has no `portal`.
 */
export function useTarget(portal: PortalPort | undefined): { reading: Reading; reader: TargetReader } {
  const [reading, show] = useState<Reading>({ state: 'loading' });
  const [reader] = useState(() =>
    createTargetReader({
      read: (seen) => call('readTarget', seen),
      signIn: (seen) => call('signIn', seen),
      show,
      now: Date.now,
    }),
  );
  // Not after the browser has drawn, which waits for a frame that nobody sees yet.
  useLayoutEffect(() => follow(reader, portal), [reader, portal]);
  const waits = reading.state === 'ready' && reading.underWay !== undefined;
  useEffect(() => (waits ? readAgainAndAgain(reader) : undefined), [reader, waits]);
  return { reading, reader };
}

function follow(reader: TargetReader, portal: PortalPort | undefined): () => void {
  const onMessage = (message: unknown, from: Browser.runtime.MessageSender) => {
    // Security: only our own extension may ask, and all it gets is another reading.
    if (from.id === browser.runtime.id && asksToRecheck(message)) reader.readQuietly();
  };
  const onVisible = () => {
    if (document.visibilityState === 'visible') reader.cameIntoView();
  };
  browser.runtime.onMessage.addListener(onMessage);
  document.addEventListener('visibilitychange', onVisible);
  if (portal) portal.listen((seen) => reader.moved(seen));
  else reader.moved({});
  return () => {
    browser.runtime.onMessage.removeListener(onMessage);
    document.removeEventListener('visibilitychange', onVisible);
  };
}

const firstPause = 500;
const longestPause = 5000;

/**
 * Until it is stopped, less and less often: the answer to an order goes to the page that asked, which this one may
 * have replaced.
 */
function readAgainAndAgain(reader: TargetReader): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const later = (pause: number) => {
    const next = Math.min(2 * pause, longestPause);
    timer = setTimeout(() => reader.readQuietly().then(() => timer && later(next)), pause);
  };
  later(firstPause);
  return () => {
    clearTimeout(timer);
    timer = undefined;
  };
}

function asksToRecheck(message: unknown): boolean {
  return typeof message === 'object' && message !== null && 'recheck' in message && message.recheck === true;
}
