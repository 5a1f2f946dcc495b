import { useLayoutEffect, useState } from 'preact/hooks';
import { type Browser, browser } from 'wxt/browser';

/** Microsoft Graph wants to be left alone: until then, in milliseconds since 1970; `seconds` is what it was at first. */
export type Pause = { until: number; seconds: number };

/** The pause that the background told of last; what waits for nothing need not care. */
export function usePause(): Pause | undefined {
  const [pause, setPause] = useState<Pause>();
  // Not after the browser has drawn: the first call may have been told to wait by then.
  useLayoutEffect(() => {
    const hear = (message: unknown, from: Browser.runtime.MessageSender) => {
      const { pauseUntil: until } = Object(message);
      if (from.id === browser.runtime.id && typeof until === 'number')
        setPause({ until, seconds: Math.round((until - Date.now()) / 1000) });
    };
    browser.runtime.onMessage.addListener(hear);
    return () => browser.runtime.onMessage.removeListener(hear);
  }, []);
  return pause;
}
