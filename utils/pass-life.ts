import type { Pass } from './messages';

/** Where a pass stands in its life at one moment; `notUsable` for reasons that Graph does not document. */
export type PassState = 'active' | 'startsLater' | 'used' | 'expired' | 'disabledByPolicy' | 'notUsable';

/** When a pass begins, in milliseconds since 1970. */
export function startOf(pass: Pick<Pass, 'startDateTime'>): number {
  return Date.parse(pass.startDateTime);
}

/** When a pass ends, in milliseconds since 1970: Graph tells the start and the lifetime only. */
export function endOf(pass: Pick<Pass, 'startDateTime' | 'lifetimeInMinutes'>): number {
  return startOf(pass) + pass.lifetimeInMinutes * 60_000;
}

/**
 * What Graph said about a pass when it was read, carried on by the clock.
 * https://learn.microsoft.com/graph/api/resources/temporaryaccesspassauthenticationmethod
 */
export function passState(pass: Pass, now: number): PassState {
  const reason = pass.methodUsabilityReason;
  if (reason === 'OneTimeUsed') return 'used';
  if (reason === 'Expired' || now >= endOf(pass)) return 'expired';
  if (reason === 'NotYetValid') return now < startOf(pass) ? 'startsLater' : 'active';
  if (reason === 'DisabledByPolicy') return 'disabledByPolicy';
  return pass.isUsable ? 'active' : 'notUsable';
}

/** Whether issuing a new pass would end this one: it is neither used nor expired. */
export function canBeReplaced(pass: Pass, now: number): boolean {
  const state = passState(pass, now);
  return state !== 'used' && state !== 'expired';
}

/** Whether `listed` took the place of `pass`. One made before it did not: a list may be older than its arrival. */
export function isReplaced(pass: Pass, listed: Pass | undefined): boolean {
  if (!listed || listed.id === pass.id) return false;
  const isOlder = Date.parse(listed.createdDateTime ?? '') < Date.parse(pass.createdDateTime ?? '');
  return !isOlder;
}
