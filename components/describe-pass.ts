import type { Pass } from '../utils/messages';
import { endOf, passState, startOf } from '../utils/pass-life';
import { formatMoment, type Place } from './format-time';

/** A pass in one short line: `Active until 14:32`. */
export function describePass(pass: Pass, now: number, place: Place = {}): string {
  const state = passState(pass, now);
  const end = formatMoment(endOf(pass), now, place).local;
  switch (state) {
    case 'active':
      return `Active until ${end}`;
    case 'startsLater':
      return `Starts ${formatMoment(startOf(pass), now, place).local}, ends ${end}`;
    case 'used':
      return `Used, was valid until ${end}`;
    case 'expired':
      return `Expired ${end}`;
    case 'disabledByPolicy':
      return `Disabled by policy, ends ${end}`;
    case 'notUsable':
      return `Not usable now (${pass.methodUsabilityReason})`;
    default:
      return state satisfies never;
  }
}
