import type { AuthenticationResult } from '@azure/msal-browser';

/** Answers of MSAL that are good for longer, by what was asked: MSAL itself goes through its whole cache each time. */
export type AtHand = {
  get(key: string): AuthenticationResult | undefined;
  keep(key: string, result: AuthenticationResult): void;
  clear(): void;
};

/** As long before its end as MSAL itself renews a token, in milliseconds. */
const margin = 5 * 60_000;

/** `now` gives milliseconds since 1970. Security: in memory only, and gone with the worker. */
export function createAtHand(now: () => number = Date.now): AtHand {
  const results = new Map<string, { result: AuthenticationResult; since: number; until: number }>();
  return {
    get(key) {
      const kept = results.get(key);
      // A clock may be set back: what is from the future is as old as can be.
      return kept && now() >= kept.since && now() < kept.until ? kept.result : undefined;
    },
    keep(key, result) {
      const { expiresOn, refreshOn } = result;
      if (!expiresOn) return;
      const end = expiresOn.getTime() - margin;
      results.set(key, { result, since: now(), until: Math.min(end, refreshOn?.getTime() ?? end) });
    },
    clear: () => results.clear(),
  };
}
