import type { Pass } from '../utils/messages';
import { endOf, passState, startOf } from '../utils/pass-life';
import { formatMoment, type Place } from './format-time';

/** A pass in one short line: `Active until 14:32`. */
export function describePass(pass: Pass, now: number, place: Place = {}): string {
  const state = passState(pass, now);
  switch (state) {
    case 'active':
      return `Active until ${formatMoment(endOf(pass), now, place).local}`;
    case 'startsLater':
      return `Starts ${formatMoment(startOf(pass), now, place).local}`;
    case 'used':
      return 'Used';
    case 'expired':
      return 'Expired';
    case 'notUsable':
      return pass.methodUsabilityReason === 'DisabledByPolicy'
        ? 'Disabled by policy'
        : `Not usable now (${pass.methodUsabilityReason})`;
    default:
      return state satisfies never;
  }
}
