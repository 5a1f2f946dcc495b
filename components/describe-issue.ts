import type { Pass } from '../utils/messages';
import { endOf, passState, startOf } from '../utils/pass-life';
import type { WishEffect } from '../utils/tap-effect';
import { formatMinutes, formatMoment, isTomorrow, type Place } from './format-time';

/** In one line what a click makes: `2 hours, one-time, starts tomorrow 09:00 (08:00 UTC)`. */
export function describeEffect(effect: WishEffect, now: number, place: Place = {}): string {
  const { lifetimeInMinutes: lifetime, isUsableOnce, start } = effect;
  return [
    lifetime === 'tenantDefault' ? "Your tenant's default lifetime" : formatMinutes(lifetime),
    ...(isUsableOnce === 'tenantDefault' ? [] : [isUsableOnce ? 'one-time' : 'one-time: no']),
    start === 'now' ? 'starts now' : `starts ${describeStart(start, now, place)}`,
  ].join(', ');
}

function describeStart(start: number, now: number, place: Place): string {
  const tomorrow = isTomorrow(start, now, place);
  // Seen from its own day, a moment needs no date, unless UTC has another one.
  const { local, utc } = formatMoment(start, tomorrow ? start : now, place);
  return `${tomorrow ? 'tomorrow ' : ''}${local} (${utc})`;
}

/** What replacing a pass costs, naming the pass that ends. */
export function describeReplacement(pass: Pass, now: number, place: Place = {}): string {
  const stops = 'stops working as soon as the new one is issued.';
  switch (passState(pass, now)) {
    case 'active':
      return `The pass that is active until ${formatMoment(endOf(pass), now, place).local} ${stops}`;
    case 'startsLater':
      return `The pass that starts ${formatMoment(startOf(pass), now, place).local} ${stops}`;
    default:
      return `The current pass ${stops}`;
  }
}

/** What revoking a pass costs, naming the pass that ends. */
export function describeRevocation(pass: Pass, now: number, place: Place = {}): string {
  const state = passState(pass, now);
  if (state === 'active')
    return `The pass that is active until ${formatMoment(endOf(pass), now, place).local} stops working at once.`;
  if (state === 'startsLater')
    return `The pass that starts ${formatMoment(startOf(pass), now, place).local} will never work.`;
  return 'The pass is deleted.';
}
