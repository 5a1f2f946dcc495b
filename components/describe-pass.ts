import { text } from '../utils/interface-text';
import type { Pass } from '../utils/messages';
import { endOf, passState, startOf } from '../utils/pass-life';
import { formatMoment, type Place } from './format-time';

/** A pass in one short line: `Active until 14:32`. */
export function describePass(pass: Pass, now: number, place: Place = {}): string {
  const state = passState(pass, now);
  const end = formatMoment(endOf(pass), now, place).local;
  switch (state) {
    case 'active':
      return text('activeUntil', { time: end });
    case 'startsLater':
      return text('startsAndEnds', { start: formatMoment(startOf(pass), now, place).local, end });
    case 'used':
      return text('usedWasValidUntil', { end });
    case 'expired':
      return text('expiredAt', { end });
    case 'disabledByPolicy':
      return text('disabledEnds', { end });
    case 'notUsable':
      return text('notUsableBecause', { reason: pass.methodUsabilityReason });
    default:
      return state satisfies never;
  }
}
