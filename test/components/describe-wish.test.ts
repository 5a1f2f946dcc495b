import { describe, expect, test } from 'vitest';
import { describePolicy, describeProblem } from '../../components/describe-wish';
import { boundsOf } from '../../utils/tap-policy';
import { usualPolicy } from '../tap-policies';

const learnt = { minimum: 30, maximum: 120 };

describe('the policy', () => {
  test.each([
    [usualPolicy, 'The policy of this tenant: 1 hour to 8 hours, one-time or not, passes of 8 characters.'],
    [
      { ...usualPolicy, isUsableOnce: true, maximumLifetimeInMinutes: 60, defaultLength: 24 },
      'The policy of this tenant: 1 hour, one-time only, passes of 24 characters.',
    ],
  ])('is told in one sentence: %#', (policy, words) => {
    expect(describePolicy(policy, 'included')).toBe(words);
  });

  test('that can be read without the memberships leaves the user to Graph', () => {
    expect(describePolicy(usualPolicy, 'unknown')).toContain(
      "Your role can't see whether it includes this user: Microsoft Graph decides.",
    );
  });

  test("that can't be read is left to Graph, with what a refusal told", () => {
    expect(describePolicy('unknown', 'unknown')).toContain(
      'Microsoft Entra allows 10 minutes to 30 days, this tenant perhaps less.',
    );
    expect(describePolicy('unknown', 'unknown', learnt)).toContain(
      'A refusal named 30 minutes to 2 hours as its lifetimes, which may have changed since.',
    );
  });
});

test.each([
  [boundsOf(usualPolicy), 'The policy allows no lifetime over 8 hours.'],
  [boundsOf('unknown', learnt), 'By an earlier refusal the policy allows no lifetime over 2 hours.'],
  [boundsOf('unknown'), 'Microsoft Entra allows no lifetime over 30 days.'],
])('a lifetime that is too long names who says so: %#', (bounds, words) => {
  expect(describeProblem({ field: 'lifetimeInMinutes', problem: 'tooLong', bounds })).toBe(words);
});
