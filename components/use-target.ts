import { useEffect, useState } from 'preact/hooks';
import { type Browser, browser } from 'wxt/browser';
import { call } from '../utils/messages';
import type { PortalPort } from './portal-port';
import { createTargetReader, type Reading, type TargetReader } from './target-reader';

/** The user of the tab this page stands in, kept up to date; `reader` asks for more. */
export function useTarget(portal: PortalPort): { reading: Reading; reader: TargetReader } {
  const [reading, show] = useState<Reading>({ state: 'loading' });
  const [reader] = useState(() =>
    createTargetReader({
      read: (seen) => call('readTarget', seen),
      signIn: () => call('signIn'),
      show,
      now: Date.now,
    }),
  );
  useEffect(() => follow(reader, portal), [reader, portal]);
  return { reading, reader };
}

function follow(reader: TargetReader, portal: PortalPort): () => void {
  const onMessage = (message: unknown, from: Browser.runtime.MessageSender) => {
    // Security: only our own extension may ask, and all it gets is another reading.
    if (from.id === browser.runtime.id && asksToRecheck(message)) reader.readQuietly();
  };
  const onVisible = () => {
    if (document.visibilityState === 'visible') reader.cameIntoView();
  };
  browser.runtime.onMessage.addListener(onMessage);
  document.addEventListener('visibilitychange', onVisible);
  portal.listen(({ url }) => reader.moved(url));
  reader.moved(undefined);
  return () => {
    browser.runtime.onMessage.removeListener(onMessage);
    document.removeEventListener('visibilitychange', onVisible);
  };
}

function asksToRecheck(message: unknown): boolean {
  return typeof message === 'object' && message !== null && 'recheck' in message && message.recheck === true;
}
