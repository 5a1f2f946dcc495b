import { type FailureCode, isFailureCode } from '../utils/failures';
import { interfaceLanguage, type TextKey, text } from '../utils/interface-text';
import type { RecordEntry } from '../utils/record-entry';
import { wordsFor } from './failure-words';
import { formatParts } from './format-list';
import { formatMinutes, type Place, readersHourCycle } from './format-time';

const outcomes: Record<RecordEntry['action'], Record<RecordEntry['outcome'], TextKey>> = {
  issue: {
    underWay: 'beingIssued',
    done: 'issued',
    notDone: 'notIssued',
    lost: 'maybeIssued',
  },
  replace: {
    underWay: 'beingReplaced',
    done: 'replaced',
    notDone: 'notReplaced',
    lost: 'maybeReplaced',
  },
  revoke: {
    underWay: 'beingRevoked',
    done: 'revoked',
    notDone: 'notRevoked',
    lost: 'maybeRevoked',
  },
  changePolicy: {
    underWay: 'policyBeingChanged',
    done: 'policyChanged',
    notDone: 'policyNotChanged',
    lost: 'policyMaybeChanged',
  },
};

/** How an order ended, in two or three words: `Not issued`. */
export function describeOutcome({ action, outcome }: Pick<RecordEntry, 'action' | 'outcome'>): string {
  return text(outcomes[action][outcome]);
}

/** Causes whose words need values, which the record does not keep. */
const withoutValues: Partial<Record<FailureCode, TextKey>> = {
  otherCloud: 'recordOtherCloud',
  lifetimeOutOfPolicy: 'recordLifetimeOutOfPolicy',
  userNotFound: 'recordUserNotFound',
  tenantContradicted: 'recordTenantContradicted',
  tenantLocked: 'recordTenantLocked',
};

/** Why an order is not simply done, in a sentence; undefined when it is, or when nobody knows yet. */
export function describeCause({ outcome, failure }: RecordEntry): string | undefined {
  if (failure !== undefined && isFailureCode(failure)) {
    const key = withoutValues[failure];
    return key ? text(key) : wordsFor({ code: failure }).cause;
  }
  return outcome === 'lost' ? text('stoppedBeforeAnswer') : failure;
}

/** The options of a pass in one line: `1 hour, one-time: no`. A start is named when it lies after the order. */
export function describeOptions({ action, at, options }: RecordEntry, place: Place = {}): string | undefined {
  if (action !== 'issue' && action !== 'replace') return undefined;
  const { lifetimeInMinutes, isUsableOnce, startDateTime } = options;
  const start = startDateTime === undefined ? 0 : Date.parse(startDateTime);
  const parts = [
    lifetimeInMinutes === undefined ? text('defaultLifetimeOfTenant') : formatMinutes(lifetimeInMinutes),
    isUsableOnce === undefined ? '' : text(isUsableOnce ? 'oneTimeYes' : 'oneTimeNo'),
    // Graph's clock and this one differ by some seconds.
    start > Date.parse(at) + 60_000 ? text('fromMoment', { moment: formatDate(start, place).local }) : '',
  ];
  return formatParts(parts.filter(Boolean));
}

/** A moment (milliseconds since 1970) with its year, for the reader and in UTC. */
export function formatDate(
  moment: number,
  { timeZone, hourCycle }: Place = {},
): { local: string; utc: string } {
  const style = { dateStyle: 'medium', timeStyle: 'short' } as const;
  const cycle = hourCycle ?? readersHourCycle();
  const local = { ...style, ...(timeZone ? { timeZone } : {}), ...(cycle ? { hourCycle: cycle } : {}) };
  const utc = { ...style, timeZone: 'UTC', hourCycle: 'h23' } as const;
  return {
    local: new Intl.DateTimeFormat(interfaceLanguage(), local).format(moment),
    utc: `${new Intl.DateTimeFormat(interfaceLanguage(), utc).format(moment)} UTC`,
  };
}
