import type { Failure } from '../utils/failures';
import type { Aftercare, Result } from '../utils/messages';

/** What the last looks told; `failure` when the newest look failed. */
export type Care = Aftercare & { failure?: Failure; before?: ReadonlySet<string> };

type World = {
  read: () => Promise<Result<Aftercare>>;
  show: (care: Care | { failure: Failure }) => void;
  /** Whether there is still something to wait for. */
  goesOn: (care: Aftercare) => boolean;
};

/** Looks again and again, politely; ends with `stop`. */
export type AftercareWatch = { start(): void; stop(): void };

const firstPause = 10_000;
const longestPause = 60_000;

/**
 * Watches what becomes of a pass: soon at first, then less and less often, at most once a minute in the end. A look
 * costs a request that Graph throttles hard (5 in 10 seconds for a whole tenant).
 * https://learn.microsoft.com/graph/throttling-limits
 */
export function createAftercareWatch({ read, show, goesOn }: World): AftercareWatch {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pause = firstPause;
  let running = false;
  let last: Care | undefined;

  async function look(): Promise<void> {
    const result = await read();
    if (!running) return;
    if (result.ok) {
      const { methods } = result.value;
      const before =
        last?.before ?? (Array.isArray(methods) ? new Set(methods.map(({ id }) => id)) : undefined);
      last = { ...result.value, ...(before ? { before } : {}) };
      show(last);
    } else {
      show({ ...last, failure: result.failure });
    }
    if (result.ok && !goesOn(result.value)) return;
    timer = setTimeout(look, pause);
    pause = Math.min(pause * 1.5, longestPause);
  }

  return {
    start() {
      if (running) return;
      running = true;
      pause = firstPause;
      look();
    },
    stop() {
      running = false;
      clearTimeout(timer);
    },
  };
}
