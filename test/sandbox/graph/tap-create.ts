import { randomInt, randomUUID } from 'node:crypto';
import type { SandboxPass, SandboxPolicy } from '../state';
import { methodRefused } from './graph-error';

/** Letters, digits and signs as real passes have them; what looks alike is left out. */
const characters = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789!#$%&*+=?@';

/**
 * The pass a POST makes under this policy, or the 400 that Graph answers: lifetime out of bounds, start in the past,
 * several uses forbidden. https://learn.microsoft.com/graph/api/authentication-post-temporaryaccesspassmethods
 */
export function newPass(body: unknown, policy: SandboxPolicy, now: number): SandboxPass {
  const wish = wishOf(body);
  const lifetimeInMinutes = wish.lifetimeInMinutes ?? policy.defaultLifetimeInMinutes;
  const { minimumLifetimeInMinutes: least, maximumLifetimeInMinutes: most } = policy;
  if (lifetimeInMinutes < least || lifetimeInMinutes > most) {
    throw methodRefused(`Invalid LifetimeInMinutes specified. The valid range between ${least} and ${most}.`);
  }
  if (wish.start !== undefined && wish.start < now) {
    throw methodRefused('Invalid StartDateTime specified. It can not be a time in the past.');
  }
  if (policy.isUsableOnce && wish.isUsableOnce === false) {
    throw methodRefused(
      'Invalid IsUsableOnce specified. Tenant Policy does not allow multiple use temporary access pass method.',
    );
  }
  return {
    id: randomUUID(),
    code: Array.from({ length: policy.defaultLength }, () => characters[randomInt(characters.length)]).join(
      '',
    ),
    created: now,
    start: wish.start ?? now,
    lifetimeInMinutes,
    isUsableOnce: wish.isUsableOnce ?? policy.isUsableOnce,
    used: false,
  };
}

function wishOf(body: unknown) {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw unreadable('the body');
  const { startDateTime, lifetimeInMinutes, isUsableOnce, ...rest } = body as Record<string, unknown>;
  const unknown = Object.keys(rest).find((name) => name !== '@odata.type');
  if (unknown !== undefined) throw unreadable(`the property '${unknown}'`);
  if (lifetimeInMinutes !== undefined && !Number.isInteger(lifetimeInMinutes))
    throw unreadable('lifetimeInMinutes');
  if (isUsableOnce !== undefined && typeof isUsableOnce !== 'boolean') throw unreadable('isUsableOnce');
  const start = startDateTime === undefined ? undefined : timeOf(startDateTime);
  return {
    start,
    lifetimeInMinutes: lifetimeInMinutes as number | undefined,
    isUsableOnce: isUsableOnce as boolean | undefined,
  };
}

// Edm.DateTimeOffset demands an offset: a local time is refused, not guessed.
function timeOf(value: unknown): number {
  const offset = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,12})?)?(Z|[+-]\d\d:\d\d)$/;
  if (typeof value !== 'string' || !offset.test(value)) throw unreadable('startDateTime');
  return Date.parse(value);
}

const unreadable = (what: string) => methodRefused(`Invalid request: ${what} cannot be read.`);
