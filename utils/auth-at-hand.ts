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
      const { result, since, until } = results.get(key) ?? {};
      // A clock may be set back: what is from the future is as old as can be.
      return since !== undefined && until !== undefined && now() >= since && now() < until
        ? result
        : undefined;
    },
    keep(key, result) {
      const { expiresOn, refreshOn } = result;
      const ends = [expiresOn && expiresOn.getTime() - margin, refreshOn?.getTime()];
      const until = Math.min(...ends.map((end) => end ?? Number.POSITIVE_INFINITY));
      if (expiresOn) results.set(key, { result, since: now(), until });
    },
    clear: () => results.clear(),
  };
}
