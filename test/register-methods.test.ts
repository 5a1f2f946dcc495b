import { expect, test } from 'vitest';
import { methodToRegister } from '../utils/register-methods';

test.each([
  ['included', 'passkey'],
  ['excluded', 'authenticator'],
  ['notIncluded', 'authenticator'],
  ['methodDisabled', 'authenticator'],
  ['unknown', 'authenticator'],
] as const)('a guest whom the passkey policy has as %s registers: %s', (passkeyPolicyScope, method) => {
  expect(methodToRegister({ passkeyPolicyScope })).toBe(method);
});
