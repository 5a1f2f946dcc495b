import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type LifetimeUnit, lifetimePresets, parseLifetime } from '../utils/tap-lifetime';
import { boundsOf } from '../utils/tap-policy';
import { anyPolicy, usualPolicy } from './tap-policies';

const bounds = (minimumLifetimeInMinutes: number, usual: number, maximumLifetimeInMinutes: number) =>
  boundsOf({
    ...usualPolicy,
    minimumLifetimeInMinutes,
    defaultLifetimeInMinutes: usual,
    maximumLifetimeInMinutes,
  });

describe('the presets', () => {
  test.each([
    ['what a tenant starts with', bounds(60, 60, 480), [60, 120, 240, 480]],
    ['a day', bounds(60, 480, 1440), [60, 120, 240, 480, 1440]],
    ['all that Graph allows', bounds(10, 60, 43_200), [10, 60, 480, 1440, 10_080, 43_200]],
    ['odd numbers', bounds(45, 90, 500), [45, 60, 90, 240, 480, 500]],
    ['one lifetime', bounds(59, 59, 59), [59]],
    ['bounds learnt', boundsOf('unknown', { minimum: 30, maximum: 120 }), [30, 60, 120]],
    ['bounds not known', boundsOf('unknown'), [60, 120, 240, 480, 1440, 10_080]],
  ])('for %s: %j → %j', (_, given, expected) => {
    expect(lifetimePresets(given)).toEqual(expected);
  });

  test('are few, ascending, allowed, and hold the own numbers of any policy', () => {
    fc.assert(
      fc.property(anyPolicy(), (policy) => {
        const given = boundsOf(policy);
        const presets = lifetimePresets(given);
        expect(presets.length).toBeLessThanOrEqual(6);
        expect(presets).toEqual([...new Set(presets)].sort((a, b) => a - b));
        expect(presets.filter((preset) => preset < given.minimum || preset > given.maximum)).toEqual([]);
        expect(presets).toEqual(expect.arrayContaining([given.minimum, given.default, given.maximum]));
      }),
    );
  });
});

describe('a lifetime typed in', () => {
  test.each<[amount: string, unit: LifetimeUnit, minutes: number]>([
    ['90', 'minutes', 90],
    [' 90 ', 'minutes', 90],
    ['0', 'minutes', 0],
    ['1.5', 'hours', 90],
    ['1,5', 'hours', 90],
    ['1.1', 'hours', 66],
    ['0.25', 'days', 360],
    ['30', 'days', 43_200],
    ['2.00', 'days', 2880],
  ])('%s %s is %d minutes', (amount, unit, minutes) => {
    expect(parseLifetime(amount, unit)).toBe(minutes);
  });

  test.each<[amount: string, unit: LifetimeUnit]>([
    ['', 'minutes'],
    ['1.5', 'minutes'],
    ['0.01', 'hours'],
    ['10,000', 'minutes'],
    ['1.000', 'minutes'],
    ['1e3', 'minutes'],
    ['-60', 'minutes'],
    ['0x10', 'minutes'],
    ['1 2', 'hours'],
    ['.5', 'hours'],
    ['an hour', 'hours'],
    ['9'.repeat(400), 'minutes'],
  ])('"%s" %s is none', (amount, unit) => {
    expect(parseLifetime(amount, unit)).toBeNaN();
  });

  test('is read to the minute', () => {
    fc.assert(
      fc.property(fc.nat(43_200), (minutes) => {
        expect(parseLifetime(String(minutes), 'minutes')).toBe(minutes);
        expect(parseLifetime(String(minutes), 'hours')).toBe(minutes * 60);
        expect(parseLifetime(String(minutes), 'days')).toBe(minutes * 1440);
      }),
    );
  });
});
