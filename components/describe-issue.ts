import type { Pass } from '../utils/messages';
import { endOf, passState, startOf } from '../utils/pass-life';
import type { TapPolicy } from '../utils/tap-policy';
import { formatMinutes, formatMoment, type Place } from './format-time';

/** Whether one click can issue a pass, and in one sentence what it will do or why it cannot. */
export function describeIssue(policy: TapPolicy | 'unknown'): { possible: boolean; sentence: string } {
  if (policy === 'unknown')
    return { possible: true, sentence: 'Default lifetime of your tenant, starts now' };
  if (policy.state === 'disabled')
    return {
      possible: false,
      sentence: 'Temporary Access Pass is turned off in the authentication methods policy of this tenant.',
    };
  const oneTime = policy.isUsableOnce ? 'yes' : 'no';
  return {
    possible: true,
    sentence: `${formatMinutes(policy.defaultLifetimeInMinutes)}, one-time: ${oneTime}, starts now`,
  };
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
