import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { call, type Seen } from '../utils/messages';
import { createPanelFrame } from '../utils/panel-frame';
import { directoryOfPortal } from '../utils/portal-directory';
import { userPageFromUrl } from '../utils/portal-url';
import { watchUrl } from '../utils/watch-url';

/** Follows the portal's address: a frame where a user page wants one, nothing and no message elsewhere. */
export default defineContentScript({
  matches: ['https://entra.microsoft.com/*'],
  runAt: 'document_idle',
  // Without WXT's context: see utils/context-omitted.plugin.ts.
  main() {
    const life = new AbortController();
    let follow: (() => void) | undefined;
    const moved = () => {
      // Most documents of the portal never show a user: in them this is all that we do.
      if (!follow && !userPageFromUrl(location.href)) return;
      if (hasEnded(life)) return;
      follow ??= beginToFollow(life);
      follow();
    };
    watchUrl(moved, life.signal);
    moved();
  },
});

/** The extension was updated, disabled or removed: this takes down the panel and every listener. */
function hasEnded(life: AbortController): boolean {
  if (!browser.runtime?.id) life.abort();
  return life.signal.aborted;
}

/** Gives back what to call whenever the address has changed, from the first user page on. */
function beginToFollow(life: AbortController): () => void {
  const frame = createPanelFrame({
    vouch: (nonce) => void call('vouchForLine', nonce),
    keep: (stand) => void call('keepStand', stand),
  });
  let recalling: Promise<void> | undefined;
  let directory: string | undefined;
  let wasUserPage = false;
  let watching: ReturnType<typeof setInterval> | undefined;

  async function follow(): Promise<void> {
    const url = location.href;
    const isUserPage = userPageFromUrl(url) !== undefined;
    if (isUserPage) directory = directoryOfPortal() ?? directory;
    const seen: Seen = { url, ...(directory ? { directory } : {}) };
    frame.moved(seen);
    watchDirectory(isUserPage);
    if (!isUserPage) frame.hide();
    // Asked once more where a user has gone: the icon's badge goes with them.
    if (!isUserPage && !wasUserPage) return;
    wasUserPage = isUserPage;
    // Once: from then on the admin moves it here.
    if (isUserPage) recalling ??= recall();
    const asking = call('shouldShowPanel', seen);
    // It loads while the background asks who that is.
    if (isUserPage) frame.prepare();
    const [answer] = await Promise.all([asking, recalling]);
    // The page may have moved on while we waited; the newer question decides.
    if (location.href !== url || hasEnded(life)) return;
    // No answer is not a no: the worker died over the question, and the panel is where the next step stands.
    if (isUserPage && (!answer.ok || answer.value)) frame.show();
    else frame.hide();
  }

  async function recall(): Promise<void> {
    const stand = await call('readStand');
    if (stand.ok) frame.recall(stand.value);
  }

  /** The portal draws its account menu late, and another directory can come without another address. */
  function watchDirectory(wanted: boolean): void {
    clearInterval(watching);
    watching = wanted
      ? setInterval(() => !hasEnded(life) && directoryChanged() && follow(), 1000)
      : undefined;
  }
  const directoryChanged = () => (directoryOfPortal() ?? directory) !== directory;

  const onMessage = (message: unknown) => {
    if (typeof message !== 'object' || message === null) return;
    if ('recheck' in message) follow();
    if ('focusPanel' in message) frame.focus();
  };
  browser.runtime.onMessage.addListener(onMessage);
  life.signal.addEventListener('abort', () => {
    clearInterval(watching);
    frame.remove();
  });
  return follow;
}
