import type { Wish } from './messages';
import type { TapPolicy } from './tap-policy';

/** What the click really makes; `tenantDefault` where the policy decides and cannot be read. */
export type WishEffect = {
  lifetimeInMinutes: number | 'tenantDefault';
  isUsableOnce: boolean | 'tenantDefault';
  /** Milliseconds since 1970. */
  start: number | 'now';
  /** Milliseconds since 1970; missing where the lifetime is not known. */
  end?: number;
};

/** What a wish that has no problems makes when it is sent at `now` (milliseconds since 1970). */
export function effectOf(wish: Wish, policy: TapPolicy | 'unknown', now: number): WishEffect {
  const fallback =
    policy === 'unknown'
      ? ({ lifetimeInMinutes: 'tenantDefault', isUsableOnce: 'tenantDefault' } as const)
      : { lifetimeInMinutes: policy.defaultLifetimeInMinutes, isUsableOnce: policy.isUsableOnce };
  const lifetimeInMinutes = wish.lifetimeInMinutes ?? fallback.lifetimeInMinutes;
  const isUsableOnce = wish.isUsableOnce ?? fallback.isUsableOnce;
  const start = wish.startDateTime === undefined ? 'now' : Date.parse(wish.startDateTime);
  if (lifetimeInMinutes === 'tenantDefault') return { lifetimeInMinutes, isUsableOnce, start };
  const end = (start === 'now' ? now : start) + lifetimeInMinutes * 60_000;
  return { lifetimeInMinutes, isUsableOnce, start, end };
}
