const dwell = 500;

/**
 * Drops what a key would press until the focus has been here for 500 ms without a key, or a pointer was put down here.
 *
 * Security: a page that gets hold of our frame can push the focus into it while the admin is typing.
 */
export function guardKeys(now = () => performance.now()): void {
  let since = now();
  let isOwn = false;
  const settled = () => isOwn || now() - since >= dwell;
  addEventListener('blur', () => {
    isOwn = false;
  });
  addEventListener('focus', () => {
    since = now();
  });
  addEventListener(
    'pointerdown',
    ({ isTrusted }) => {
      isOwn ||= isTrusted;
    },
    true,
  );
  addEventListener(
    'keydown',
    () => {
      if (!settled()) since = now();
    },
    true,
  );
  addEventListener(
    'click',
    (event) => {
      // A click that a key made counts none: https://w3c.github.io/pointerevents/#event-type-click
      if (event.detail > 0 || settled()) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    },
    true,
  );
}
