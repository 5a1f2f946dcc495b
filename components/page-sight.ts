const lifetime = 300;

/** What the content script sees of our frame on the portal's page. */
export type PageSight = {
  /** Security: asked in the click itself. Nothing heard for 300 ms is a no. */
  isClear: () => boolean;
  /** Calls `changed` after each look, and when one grows old; gives back how to end that. */
  listen: (changed: () => void) => () => void;
  /** Takes what was seen now. */
  heard: (clear: boolean) => void;
  /** From now on what is heard counts. */
  vouched: () => void;
};

/** Keeps what was seen last. A page that nobody framed has none around it to hide it. */
export function createPageSight(isFramed: boolean, now = () => performance.now()): PageSight {
  const listeners = new Set<() => void>();
  let isVouched = false;
  let clearUntil = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tell = () => {
    for (const changed of listeners) changed();
  };
  return {
    isClear: () => !isFramed || (isVouched && now() < clearUntil),
    listen(changed) {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    heard(clear) {
      clearUntil = clear ? now() + lifetime : 0;
      clearTimeout(timer);
      timer = setTimeout(tell, lifetime);
      tell();
    },
    vouched() {
      isVouched = true;
    },
  };
}

/** That of this page. */
export const pageSight = createPageSight(globalThis.parent !== globalThis.window);
