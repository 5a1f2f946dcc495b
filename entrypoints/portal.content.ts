import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { call } from '../utils/messages';
import { createPanelFrame } from '../utils/panel-frame';
import { userPageFromUrl } from '../utils/portal-url';
import { watchUrl } from '../utils/watch-url';

/** Follows the portal's address: a frame where a user page wants one, nothing and no message elsewhere. */
export default defineContentScript({
  matches: ['https://entra.microsoft.com/*'],
  runAt: 'document_idle',
  main(ctx) {
    const frame = createPanelFrame();

    async function follow(): Promise<void> {
      const asked = location.href;
      if (!userPageFromUrl(asked)) return frame.hide();
      const answer = await call('shouldShowPanel', { url: asked });
      // The page may have moved on while we waited; the newer question decides.
      if (location.href !== asked || ctx.isInvalid) return;
      if (answer.ok && answer.value) frame.show();
      else frame.hide();
    }

    const onMessage = (message: unknown) => {
      if (typeof message === 'object' && message !== null && 'recheck' in message) follow();
    };
    browser.runtime.onMessage.addListener(onMessage);
    watchUrl(() => {
      frame.moved(location.href);
      follow();
    }, ctx.signal);
    ctx.onInvalidated(frame.remove);
    follow();
  },
});
