import { describe, expect, it } from 'vitest';
import {
  otherMethods,
  passwordlessOptions,
  type RegisteredMethod,
  registeredWith,
} from '../utils/registered-methods';

const method = (type: RegisteredMethod['type'], more: Partial<RegisteredMethod> = {}): RegisteredMethod => ({
  id: type,
  type,
  ...more,
});
const all: RegisteredMethod[] = [
  method('windowsHelloForBusiness'),
  method('platformCredential', { platform: 'macOS' }),
  method('microsoftAuthenticator', { isPhoneSignIn: true }),
  method('fido2'),
  method('phone'),
  method('password'),
  method('softwareOath'),
  method('temporaryAccessPass'),
];

describe('passwordlessOptions', () => {
  it('names all six options of Microsoft Entra, whatever is registered', () => {
    expect(passwordlessOptions([]).map(({ option, state }) => [option, state])).toEqual([
      ['windowsHelloForBusiness', 'notRegistered'],
      ['platformCredential', 'notRegistered'],
      ['platformSso', 'notVisible'],
      ['microsoftAuthenticator', 'notRegistered'],
      ['fido2', 'notRegistered'],
      ['certificate', 'notVisible'],
    ]);
  });

  it('finds each that Graph lists', () => {
    const found = passwordlessOptions(all).map(({ state }) => state);
    expect(found).toEqual([
      'registered',
      'registered',
      'notVisible',
      'registered',
      'registered',
      'notVisible',
    ]);
  });

  it('does not take Microsoft Authenticator for codes for a passwordless one', () => {
    const authenticator = method('microsoftAuthenticator', { isPhoneSignIn: false });
    expect(passwordlessOptions([authenticator])[3]).toMatchObject({ state: 'notRegistered' });
    expect(otherMethods([authenticator])).toEqual([authenticator]);
  });
});

it('otherMethods has what is no option and no pass, each method in one place', () => {
  expect(otherMethods(all).map(({ type }) => type)).toEqual(['phone', 'password', 'softwareOath']);
});

describe('registeredWith', () => {
  const pass = { startDateTime: '2026-11-24T12:00:00Z', lifetimeInMinutes: 60 };
  const at = (createdDateTime: string) => method('fido2', { createdDateTime });
  it.each([
    ['before the pass', '2026-11-24T11:59:59Z', 0],
    ['with it', '2026-11-24T12:30:00Z', 1],
    ['in the ten minutes after its end', '2026-11-24T13:09:00Z', 1],
    ['long after', '2026-11-24T13:11:00Z', 0],
  ])('counts a method made %s as %s → %i', (_, createdDateTime, count) => {
    expect(registeredWith(pass, [at(createdDateTime)], undefined)).toHaveLength(count);
  });

  it('counts a method without a date only when it was not there before', () => {
    const authenticator = method('microsoftAuthenticator');
    expect(registeredWith(pass, [authenticator], undefined)).toEqual([]);
    expect(registeredWith(pass, [authenticator], new Set([authenticator.id]))).toEqual([]);
    expect(registeredWith(pass, [authenticator], new Set())).toEqual([authenticator]);
  });

  it('never counts the pass itself, nor a password', () => {
    const createdDateTime = '2026-11-24T12:30:00Z';
    const others = [
      method('temporaryAccessPass', { createdDateTime }),
      method('password', { createdDateTime }),
    ];
    expect(registeredWith(pass, others, new Set())).toEqual([]);
  });
});
