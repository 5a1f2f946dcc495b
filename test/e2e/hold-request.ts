import type { Sandbox } from '../sandbox/server';
import { until } from './until';

/** Which requests are meant; `url` is tested against the whole URL. */
export type Meant = { method: 'GET' | 'POST' | 'PATCH' | 'DELETE'; url: RegExp };

/** A request that stands still. */
export type Held = {
  /** Waits until it has got so far. */
  arrived(): Promise<void>;
  /** Lets it go on; nobody hears of it whose sender is gone. */
  letGo(): void;
};

/**
 * Lets the next such request stand still: `sent` on its way to the server, which has not seen it, or once the server
 * has `acted`, on the way of its answer back.
 */
export function holdRequest({ faults, log }: Sandbox, { method, url }: Meant, at: 'sent' | 'acted'): Held {
  const count = () => log.filter((entry) => entry.method === method && url.test(entry.url)).length;
  const before = count();
  let letGo = () => {};
  const released = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const act = at === 'acted' ? 'after' : 'before';
  faults.add({ method, url, times: 1, fault: { kind: 'held', until: released, act } });
  return {
    async arrived() {
      await until(`${method} ${url}`, async () => count() > before);
    },
    letGo: () => letGo(),
  };
}
