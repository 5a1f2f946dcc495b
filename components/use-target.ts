import { useEffect, useState } from 'preact/hooks';
import { type Browser, browser } from 'wxt/browser';
import { call } from '../utils/messages';
import { createTargetReader, type Reading, type TargetReader } from './target-reader';

/** The user of the tab this page stands in, kept up to date; `reader` asks for more. */
export function useTarget(): { reading: Reading; reader: TargetReader } {
  const [reading, show] = useState<Reading>({ state: 'loading' });
  const [reader] = useState(() =>
    createTargetReader({ read: () => call('readTarget'), signIn: () => call('signIn'), show, now: Date.now }),
  );
  useEffect(() => follow(reader), [reader]);
  return { reading, reader };
}

function follow(reader: TargetReader): () => void {
  let own: number | undefined;
  const onUpdated = (id: number, { url }: { url?: string }) => {
    if (id === own && url !== undefined) reader.moved(url);
  };
  const onMessage = (message: unknown, from: Browser.runtime.MessageSender) => {
    // Security: only our own extension may ask, and all it gets is another reading.
    if (from.id === browser.runtime.id && asksToRecheck(message)) reader.readQuietly();
  };
  const onVisible = () => {
    if (document.visibilityState === 'visible') reader.cameIntoView();
  };

  // Firefox may give a page framed in a web page fewer APIs: then the background's recheck does the following.
  browser.tabs?.onUpdated?.addListener(onUpdated);
  browser.runtime.onMessage.addListener(onMessage);
  document.addEventListener('visibilitychange', onVisible);
  ownTab().then((tab) => {
    own = tab?.id;
    reader.moved(tab?.url);
  });
  return () => {
    browser.tabs?.onUpdated?.removeListener(onUpdated);
    browser.runtime.onMessage.removeListener(onMessage);
    document.removeEventListener('visibilitychange', onVisible);
  };
}

async function ownTab(): Promise<Browser.tabs.Tab | undefined> {
  try {
    return await browser.tabs.getCurrent();
  } catch {
    return undefined;
  }
}

function asksToRecheck(message: unknown): boolean {
  return typeof message === 'object' && message !== null && 'recheck' in message && message.recheck === true;
}
