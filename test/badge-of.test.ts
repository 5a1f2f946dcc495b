import { describe, expect, it } from 'vitest';
import { badgeOf, badgeOfPass, noBadge } from '../utils/badge-of';
import type { Guest, Pass, Target } from '../utils/messages';
import { ines, issuedFor, ready } from './components/reader-room';

const now = Date.parse('2026-11-23T13:30:00Z');
const { userId: _, temporaryAccessPass, clientRequestId: __, ...pass } = issuedFor(ines);

const target = (externalUserType: Guest['externalUserType'], more: { pass?: Pass } = {}): Target => {
  const { guest, ...rest } = ready(ines);
  return { ...rest, guest: { ...guest, displayName: 'Ines', externalUserType }, ...more };
};

describe('badgeOf', () => {
  it.each<[string, Target, string, string]>([
    ['an internal guest', target('internalGuest'), 'TAP', 'badgeGuest'],
    ['a member', target('internalMember'), 'TAP', 'badgePanel'],
    ['who may be one', target('uncertain'), 'TAP', 'badgePanel'],
    ['a guest with a pass', target('internalGuest', { pass }), 'ON', 'badgeActive'],
    ['nobody signed in', { state: 'signInRequired', tenant: 'Contoso' }, '!', 'badgeSignIn'],
  ])('tells of %s', (_, shown, text, title) => {
    expect(badgeOf(shown, now)).toMatchObject({ text, title });
  });

  it.each<[string, Target]>([
    ['no user', { state: 'notUserPage' }],
    ['no set-up', { state: 'notSetUp' }],
    [
      'an external guest',
      { state: 'notInternalGuest', guest: ready(ines).guest, tenant: { id: 't', displayName: 'Contoso' } },
    ],
  ])('tells nothing of %s', (_, shown) => {
    expect(badgeOf(shown, now)).toEqual(noBadge);
  });

  it('never tells a name or a pass', () => {
    const issued = { ...pass, userId: ines, temporaryAccessPass, clientRequestId: 'c' };
    const told = JSON.stringify(badgeOf({ ...target('internalGuest', { pass }), issued } as Target, now));
    expect(told).not.toMatch(/Ines|Contoso|avery/);
    expect(told).not.toContain(temporaryAccessPass);
  });
});

describe('badgeOfPass', () => {
  it('tells of a pass until its end', () => {
    const end = Date.parse('2026-11-23T14:00:00Z');
    expect(badgeOfPass(pass, end - 1).text).toBe('ON');
    expect(badgeOfPass(pass, end).text).toBe('TAP');
  });

  it.each<[string, Pass | undefined]>([
    ['none', undefined],
    ['a used one', { ...pass, methodUsabilityReason: 'OneTimeUsed' }],
    [
      'one that starts later',
      { ...pass, methodUsabilityReason: 'NotYetValid', startDateTime: '2026-11-24T00:00:00Z' },
    ],
  ])('does not call active %s', (_, other) => {
    expect(badgeOfPass(other, now).text).toBe('TAP');
  });
});
