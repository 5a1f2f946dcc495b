import { describe, expect, it } from 'vitest';
import { describeIssue, describeReplacement } from '../../components/describe-issue';
import { describePass } from '../../components/describe-pass';
import { maskPass } from '../../components/mask-pass';
import type { Pass } from '../../utils/messages';
import { canBeReplaced, passState } from '../../utils/pass-life';
import type { TapPolicy } from '../../utils/tap-policy';

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

const notYet = { isUsable: false, methodUsabilityReason: 'NotYetValid' };

describe('a pass', () => {
  it.each([
    ['active', 'Active until 13:50', true, {}],
    ['startsLater', 'Starts 13:10', true, { startDateTime: minutes(10), ...notYet }],
    ['active', 'Active until 13:50', true, notYet],
    ['used', 'Used', false, { isUsable: false, methodUsabilityReason: 'OneTimeUsed' }],
    ['expired', 'Expired', false, { isUsable: false, methodUsabilityReason: 'Expired' }],
    ['expired', 'Expired', false, { startDateTime: minutes(-60) }],
    ['notUsable', 'Disabled by policy', true, { isUsable: false, methodUsabilityReason: 'DisabledByPolicy' }],
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
  const policy: TapPolicy = {
    state: 'enabled',
    defaultLifetimeInMinutes: 60,
    minimumLifetimeInMinutes: 60,
    maximumLifetimeInMinutes: 480,
    defaultLength: 8,
    isUsableOnce: false,
    includeTargets: [],
    excludeTargets: [],
  };

  it("is the policy's default", () => {
    expect(describeIssue(policy)).toEqual({ possible: true, sentence: '1 hour, one-time: no, starts now' });
    expect(describeIssue({ ...policy, defaultLifetimeInMinutes: 90, isUsableOnce: true }).sentence).toBe(
      '1 hour 30 minutes, one-time: yes, starts now',
    );
  });

  it('is told without numbers when the policy cannot be read', () => {
    expect(describeIssue('unknown')).toEqual({
      possible: true,
      sentence: 'Default lifetime of your tenant, starts now',
    });
  });

  it('is nothing, with the reason, when the policy has the method turned off', () => {
    const { possible, sentence } = describeIssue({ ...policy, state: 'disabled' });
    expect(possible).toBe(false);
    expect(sentence).toContain('turned off');
  });

  it('names the pass that a replacement ends', () => {
    expect(describeReplacement(pass(), now, place)).toContain('active until 13:50');
    expect(describeReplacement(pass({ startDateTime: minutes(10), ...notYet }), now, place)).toContain(
      'starts 13:10',
    );
  });
});
