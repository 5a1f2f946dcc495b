import { randomUUID } from 'node:crypto';
import { graphTime } from '../graph/tap-object';
import type { SandboxUser } from '../state';

/**
 * Methods a person can register at https://mysignins.microsoft.com/security-info, by their key in the form: the name
 * on the button, and what Graph shows of one.
 * https://learn.microsoft.com/graph/api/resources/authenticationmethods-overview
 */
const kinds = {
  microsoftAuthenticator: {
    name: 'Microsoft Authenticator',
    details: { displayName: 'Pixel 10', deviceTag: 'SoftwareTokenActivated', phoneAppVersion: '6.2610.1' },
  },
  fido2: {
    name: 'Passkey',
    details: {
      displayName: 'Blue key',
      aaGuid: '00000000-0000-4000-8000-000000000000',
      model: 'Sandbox key',
      attestationCertificates: [],
      attestationLevel: 'attested',
      passkeyType: 'deviceBound',
    },
  },
  windowsHelloForBusiness: {
    name: 'Windows Hello',
    details: { displayName: 'GUEST-LT-021', keyStrength: 'normal' },
  },
  platformCredential: {
    name: 'Platform credential',
    details: { displayName: 'Guest MacBook', keyStrength: 'normal', platform: 'macOS' },
  },
} as const;

/** Keys and names of what can be registered. */
export const registrable = Object.entries(kinds).map(([key, { name }]) => ({ key, name }));

/** Registers a method for a user at a time in milliseconds since 1970; false when there is no such method. */
export function register(user: SandboxUser, key: string, now: number): boolean {
  if (!Object.hasOwn(kinds, key)) return false;
  user._methods.push({
    '@odata.type': `#microsoft.graph.${key}AuthenticationMethod`,
    id: randomUUID(),
    createdDateTime: graphTime(now),
    ...kinds[key as keyof typeof kinds].details,
  });
  return true;
}

/** What the page calls a registered method: its name, and the device where Graph knows one. */
export function nameOf(method: Record<string, unknown>): string {
  const key = String(method['@odata.type']).replace(/^#microsoft\.graph\.|AuthenticationMethod$/g, '');
  const name = key === 'password' ? 'Password' : (registrable.find((kind) => kind.key === key)?.name ?? key);
  return typeof method.displayName === 'string' ? `${name} (${method.displayName})` : name;
}
