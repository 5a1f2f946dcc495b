import { describe, expect, it } from 'vitest';
import { describeCare, detailOfMethod, nameOfMethod } from '../../components/describe-care';
import type { Pass } from '../../utils/messages';
import type { RegisteredMethod } from '../../utils/registered-methods';

const start = Date.parse('2026-11-24T12:00:00Z');
const now = start + 5 * 60_000;
const pass: Pass = {
  id: 'p',
  startDateTime: '2026-11-24T12:00:00Z',
  lifetimeInMinutes: 60,
  isUsableOnce: true,
  isUsable: true,
  methodUsabilityReason: 'EnabledByPolicy',
};
const multiUse = { ...pass, isUsableOnce: false };
const used = { ...pass, isUsable: false, methodUsabilityReason: 'OneTimeUsed' };
const passkey: RegisteredMethod = { id: 'k', type: 'fido2', createdDateTime: '2026-11-24T12:04:00Z' };

describe('describeCare', () => {
  it.each([
    ['an unused one-time pass', pass, { pass, methods: [] }, 'waiting', 'Not used yet.'],
    ['a used one', pass, { pass: used, methods: [] }, 'used', 'Used. Nothing is registered yet'],
    [
      'a used one, methods unseen',
      pass,
      { pass: used, methods: 'notGranted' },
      'used',
      'Used. The guest has',
    ],
    ['a multi-use pass', multiUse, { pass: multiUse, methods: [] }, 'waiting', 'Nothing is registered yet.'],
    [
      'a multi-use pass, methods unseen',
      multiUse,
      { pass: multiUse, methods: 'notGranted' },
      'waiting',
      'does not tell',
    ],
    ['a pass that somebody deleted', pass, { methods: [] }, 'gone', 'no longer there'],
    ['a passkey', pass, { pass: used, methods: [passkey] }, 'registered', 'Registered: Passkey (FIDO2), '],
    ['a passkey after the pass was deleted', pass, { methods: [passkey] }, 'registered', 'Registered'],
  ] as const)('tells of %s', (_, shown, care, stage, words) => {
    const told = describeCare(
      shown,
      { ...care, methods: care.methods as RegisteredMethod[] | 'notGranted' },
      now,
    );
    expect(told.stage).toBe(stage);
    expect(told.sentence).toContain(words);
  });

  it('tells that a pass ended without a registration', () => {
    expect(describeCare(pass, { pass, methods: [] }, start + 61 * 60_000)).toEqual({
      stage: 'over',
      sentence: 'Expired. Nothing was registered with it.',
    });
  });
});

it('nameOfMethod tells Microsoft Authenticator with a password from the one without', () => {
  expect(nameOfMethod({ id: 'a', type: 'microsoftAuthenticator', isPhoneSignIn: true })).toBe(
    'Microsoft Authenticator',
  );
  expect(nameOfMethod({ id: 'a', type: 'microsoftAuthenticator', isPhoneSignIn: false })).toBe(
    'Microsoft Authenticator (approvals and codes)',
  );
});

it('nameOfMethod names a method that came after this version by its type', () => {
  const odataType = '#microsoft.graph.palmVeinAuthenticationMethod';
  expect(nameOfMethod({ id: 'x', type: 'unknown', odataType })).toBe('palmVein');
});

it('detailOfMethod says the same thing once', () => {
  expect(detailOfMethod({ id: 'k', type: 'fido2', displayName: 'Blue key', model: 'Blue key' })).toBe(
    'Blue key',
  );
});

it('detailOfMethod says nothing where Graph tells nothing, and words the kinds of phones that it knows', () => {
  expect(detailOfMethod({ id: 'o', type: 'softwareOath' })).toBe('');
  expect(
    detailOfMethod({ id: 'p', type: 'phone', phoneType: 'alternateMobile', phoneNumber: '+1 XXXXXXXX56' }),
  ).toBe('+1 XXXXXXXX56, alternate mobile');
  expect(detailOfMethod({ id: 'p', type: 'phone', phoneType: 'satellite' })).toBe('satellite');
});
