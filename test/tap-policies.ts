import fc from 'fast-check';
import type { PolicyTarget, TapPolicy } from '../utils/tap-policy';

/** A policy as a tenant starts with it, enabled for everybody. */
export const usualPolicy: TapPolicy = {
  state: 'enabled',
  defaultLifetimeInMinutes: 60,
  minimumLifetimeInMinutes: 60,
  maximumLifetimeInMinutes: 480,
  defaultLength: 8,
  isUsableOnce: false,
  includeTargets: [{ targetType: 'group', id: 'all_users', isRegistrationRequired: false }],
  excludeTargets: [],
};

/** Minutes that Graph's limits allow, now and then just at their edge. */
export const lifetime = fc.oneof(
  fc.integer({ min: 10, max: 43_200 }),
  fc.integer({ min: 10, max: 90 }),
  fc.constantFrom(10, 60, 480, 43_200),
);

/** Any policy that Graph can hold, its targets taken from these. */
export function anyPolicy(targets: PolicyTarget[] = []): fc.Arbitrary<TapPolicy> {
  return fc
    .record({
      state: fc.constantFrom('enabled', 'enabled', 'disabled'),
      lifetimes: fc.tuple(lifetime, lifetime, lifetime).map((minutes) => minutes.sort((a, b) => a - b)),
      defaultLength: fc.integer({ min: 8, max: 48 }),
      isUsableOnce: fc.boolean(),
      includeTargets: fc.subarray(targets),
      excludeTargets: fc.subarray(targets),
    })
    .map(({ lifetimes, ...rest }) => {
      const [minimumLifetimeInMinutes, defaultLifetimeInMinutes, maximumLifetimeInMinutes] = lifetimes;
      return { ...rest, minimumLifetimeInMinutes, defaultLifetimeInMinutes, maximumLifetimeInMinutes };
    });
}
