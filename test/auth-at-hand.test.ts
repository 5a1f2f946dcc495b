import type { AuthenticationResult } from '@azure/msal-browser';
import { beforeEach, expect, it } from 'vitest';
import { createAtHand } from '../utils/auth-at-hand';

const minutes = (count: number) => count * 60_000;
let now: number;
const result = (ends: { expiresOn: number; refreshOn?: number }) =>
  ({
    accessToken: 'a token',
    expiresOn: new Date(ends.expiresOn),
    ...(ends.refreshOn === undefined ? {} : { refreshOn: new Date(ends.refreshOn) }),
  }) as AuthenticationResult;

beforeEach(() => {
  now = Date.UTC(2026, 10, 28);
});

it('gives an answer back until five minutes before its token expires', () => {
  const atHand = createAtHand(() => now);
  const kept = result({ expiresOn: now + minutes(60) });
  atHand.keep('issue', kept);
  now += minutes(55) - 1;
  expect(atHand.get('issue')).toBe(kept);
  now += 1;
  expect(atHand.get('issue')).toBeUndefined();
});

it('lets MSAL renew a token when Microsoft Entra said that it should', () => {
  const atHand = createAtHand(() => now);
  atHand.keep('issue', result({ expiresOn: now + minutes(24 * 60), refreshOn: now + minutes(12 * 60) }));
  now += minutes(12 * 60);
  expect(atHand.get('issue')).toBeUndefined();
});

it('believes no clock that was set back', () => {
  const atHand = createAtHand(() => now);
  atHand.keep('issue', result({ expiresOn: now + minutes(60) }));
  now -= 1;
  expect(atHand.get('issue')).toBeUndefined();
});

it('keeps nothing without an end, nothing for another question, and nothing after it was cleared', () => {
  const atHand = createAtHand(() => now);
  atHand.keep('endless', { accessToken: 'a token', expiresOn: null } as AuthenticationResult);
  expect(atHand.get('endless')).toBeUndefined();
  atHand.keep('issue', result({ expiresOn: now + minutes(60) }));
  expect(atHand.get('watchMethods')).toBeUndefined();
  atHand.clear();
  expect(atHand.get('issue')).toBeUndefined();
});
