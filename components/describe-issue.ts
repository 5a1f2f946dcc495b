import { text } from '../utils/interface-text';
import type { Pass } from '../utils/messages';
import { endOf, passState, startOf } from '../utils/pass-life';
import type { WishEffect } from '../utils/tap-effect';
import { formatParts } from './format-list';
import { formatMinutes, formatMoment, isTomorrow, type Place } from './format-time';

/** In one line what a click makes: `2 hours, one-time, starts tomorrow 09:00 (08:00 UTC)`. */
export function describeEffect(effect: WishEffect, now: number, place: Place = {}): string {
  const { lifetimeInMinutes: lifetime, isUsableOnce, start } = effect;
  return formatParts([
    lifetime === 'tenantDefault' ? text('tenantsDefaultLifetime') : formatMinutes(lifetime),
    ...(isUsableOnce === 'tenantDefault' ? [] : [text(isUsableOnce ? 'effectOneTime' : 'oneTimeNo')]),
    start === 'now' ? text('startsNow') : describeStart(start, now, place),
  ]);
}

function describeStart(start: number, now: number, place: Place): string {
  const tomorrow = isTomorrow(start, now, place);
  // Seen from its own day, a moment needs no date, unless UTC has another one.
  const { local, utc } = formatMoment(start, tomorrow ? start : now, place);
  return text(tomorrow ? 'startsTomorrow' : 'startsAt', { time: local, utc });
}

/** What replacing a pass costs, naming the pass that ends. */
export function describeReplacement(pass: Pass, now: number, place: Place = {}): string {
  switch (passState(pass, now)) {
    case 'active':
      return text('replacesActive', { time: formatMoment(endOf(pass), now, place).local });
    case 'startsLater':
      return text('replacesLater', { time: formatMoment(startOf(pass), now, place).local });
    default:
      return text('replacesCurrent');
  }
}

/** What revoking a pass costs, naming the pass that ends. */
export function describeRevocation(pass: Pass, now: number, place: Place = {}): string {
  switch (passState(pass, now)) {
    case 'active':
      return text('revokesActive', { time: formatMoment(endOf(pass), now, place).local });
    case 'startsLater':
      return text('revokesLater', { time: formatMoment(startOf(pass), now, place).local });
    default:
      return text('revokesCurrent');
  }
}
