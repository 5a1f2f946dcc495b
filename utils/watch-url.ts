/**
 * Calls `changed` after each change of this document's address: link, hash, `pushState`, back and forward.
 * Until `signal` aborts. https://developer.mozilla.org/docs/Web/API/Navigation/currententrychange_event
 */
export function watchUrl(changed: () => void, signal: AbortSignal): void {
  let last = location.href;
  const check = () => {
    if (location.href === last) return;
    last = location.href;
    changed();
  };
  addEventListener('hashchange', check, { signal });
  addEventListener('popstate', check, { signal });
  const { navigation } = globalThis as { navigation?: EventTarget };
  if (navigation) {
    navigation.addEventListener('currententrychange', check, { signal });
  } else {
    // Without the Navigation API nothing tells of `pushState`.
    const timer = setInterval(check, 1000);
    signal.addEventListener('abort', () => clearInterval(timer), { once: true });
  }
}
