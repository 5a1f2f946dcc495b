import { describe, expect, it } from 'vitest';
import { describeEffect, describeReplacement } from '../../components/describe-issue';
import { describePass } from '../../components/describe-pass';
import { maskPass } from '../../components/mask-pass';
import type { Pass } from '../../utils/messages';
import { canBeReplaced, passState } from '../../utils/pass-life';

const now = Date.parse('2026-11-23T13:00:00Z');
const place = { timeZone: 'UTC', hourCycle: 'h23' } as const;
const minutes = (count: number) => new Date(now + count * 60_000).toISOString();

function pass(change: Partial<Pass> = {}): Pass {
  return {
    id: 'a',
    startDateTime: minutes(-10),
    lifetimeInMinutes: 60,
    isUsableOnce: false,
    isUsable: true,
    methodUsabilityReason: 'EnabledByPolicy',
    ...change,
  };
}

const expired = { isUsable: false, methodUsabilityReason: 'Expired' };
const disabled = { isUsable: false, methodUsabilityReason: 'DisabledByPolicy' };
const notYet = { isUsable: false, methodUsabilityReason: 'NotYetValid' };

describe('a pass', () => {
  it.each([
    ['active', 'Active until 13:50', true, {}],
    ['startsLater', 'Starts 13:10, ends 14:10', true, { startDateTime: minutes(10), ...notYet }],
    ['active', 'Active until 13:50', true, notYet],
    ['used', 'Used, was valid until 13:50', false, { isUsable: false, methodUsabilityReason: 'OneTimeUsed' }],
    ['expired', 'Expired 12:50', false, { ...expired, startDateTime: minutes(-70) }],
    ['expired', 'Expired 13:00', false, { startDateTime: minutes(-60) }],
    ['disabledByPolicy', 'Disabled by policy, ends 13:50', true, disabled],
    ['expired', 'Expired 12:50', false, { ...disabled, startDateTime: minutes(-70) }],
    ['notUsable', 'Not usable now (Moon)', true, { isUsable: false, methodUsabilityReason: 'Moon' }],
  ] as const)('is %s and reads "%s" (can be replaced: %s)', (state, words, replaceable, change) => {
    expect(passState(pass(change), now)).toBe(state);
    expect(describePass(pass(change), now, place)).toBe(words);
    expect(canBeReplaced(pass(change), now)).toBe(replaceable);
  });

  it('that Graph calls usable is active even when this clock runs behind', () => {
    expect(passState(pass({ startDateTime: minutes(1) }), now)).toBe('active');
  });

  it('is hidden by as many bullets as it has characters', () => {
    expect(maskPass('N4x%Tq7P')).toBe('••••••••');
    expect(maskPass('x'.repeat(48))).toHaveLength(48);
  });
});

describe('what the click will do', () => {
  const inMadrid = { timeZone: 'Europe/Madrid', hourCycle: 'h23' } as const;
  const inNewYork = { timeZone: 'America/New_York', hourCycle: 'h23' } as const;
  const at = Date.parse;

  it.each([
    [60, false, 'now', '1 hour, one-time: no, starts now'],
    [90, true, 'now', '1 hour 30 minutes, one-time, starts now'],
    ['tenantDefault', 'tenantDefault', 'now', "Your tenant's default lifetime, starts now"],
    ['tenantDefault', true, 'now', "Your tenant's default lifetime, one-time, starts now"],
    [120, true, at('2026-11-23T15:00Z'), '2 hours, one-time, starts 16:00 (15:00 UTC)'],
    [120, true, at('2026-11-24T08:00Z'), '2 hours, one-time, starts tomorrow 09:00 (08:00 UTC)'],
    [60, false, at('2026-11-25T08:00Z'), '1 hour, one-time: no, starts Nov 25, 09:00 (Nov 25, 08:00 UTC)'],
  ] as const)(
    'with %s minutes, one-time %s, start %s reads "%4$s"',
    (lifetimeInMinutes, isUsableOnce, start, words) => {
      expect(describeEffect({ lifetimeInMinutes, isUsableOnce, start }, now, inMadrid)).toBe(words);
    },
  );

  it('has dates where UTC is on another day', () => {
    const effect = { lifetimeInMinutes: 60, isUsableOnce: true, start: at('2026-11-25T01:00Z') };
    expect(describeEffect(effect, now, inNewYork)).toBe(
      '1 hour, one-time, starts tomorrow Nov 24, 20:00 (Nov 25, 01:00 UTC)',
    );
  });

  it('names the pass that a replacement ends', () => {
    expect(describeReplacement(pass(), now, place)).toContain('active until 13:50');
    expect(describeReplacement(pass({ startDateTime: minutes(10), ...notYet }), now, place)).toContain(
      'starts 13:10',
    );
  });
});
