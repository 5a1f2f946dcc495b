import { type FailureCode, failures } from '../utils/failures';
import type { RecordEntry } from '../utils/record-entry';
import { formatMinutes, type Place, readersHourCycle } from './format-time';

type Words = Record<RecordEntry['outcome'], string>;

const outcomes: Record<RecordEntry['action'], Words> = {
  issue: {
    underWay: 'Being issued',
    done: 'Issued',
    notDone: 'Not issued',
    lost: 'May have been issued',
  },
  replace: {
    underWay: 'Being replaced',
    done: 'Replaced',
    notDone: 'Not replaced',
    lost: 'May have been replaced',
  },
  revoke: {
    underWay: 'Being revoked',
    done: 'Revoked',
    notDone: 'Not revoked',
    lost: 'May have been revoked',
  },
  changePolicy: {
    underWay: 'Policy being changed',
    done: 'Policy changed',
    notDone: 'Policy not changed',
    lost: 'Policy may have been changed',
  },
};

/** How an order ended, in two or three words: `Not issued`. */
export function describeOutcome({ action, outcome }: Pick<RecordEntry, 'action' | 'outcome'>): string {
  return outcomes[action][outcome];
}

/** Causes whose words need values, which the record does not keep. */
const withoutValues: Partial<Record<FailureCode, string>> = {
  otherCloud: 'The page belongs to another cloud than the app registration.',
  lifetimeOutOfPolicy: 'The policy does not allow this lifetime.',
  userNotFound: 'This user does not exist in the tenant.',
  tenantContradicted: 'The address named another tenant than the portal showed.',
  tenantLocked: 'Guestpass works only in another tenant.',
};

/** Why an order is not simply done, in a sentence; undefined when it is, or when nobody knows yet. */
export function describeCause({ outcome, failure }: RecordEntry): string | undefined {
  if (failure !== undefined && isCode(failure)) return withoutValues[failure] ?? failures[failure].cause;
  return outcome === 'lost' ? 'Guestpass was stopped before an answer came.' : failure;
}

/** Another version of Guestpass may have written a code that this one does not know. */
const isCode = (failure: string): failure is FailureCode => Object.hasOwn(failures, failure);

/** The options of a pass in one line: `1 hour, one-time: no`. A start is named when it lies after the order. */
export function describeOptions({ action, at, options }: RecordEntry, place: Place = {}): string | undefined {
  if (action !== 'issue' && action !== 'replace') return undefined;
  const { lifetimeInMinutes, isUsableOnce, startDateTime } = options;
  const start = startDateTime === undefined ? 0 : Date.parse(startDateTime);
  const parts = [
    lifetimeInMinutes === undefined ? 'Default lifetime of the tenant' : formatMinutes(lifetimeInMinutes),
    isUsableOnce === undefined ? '' : `one-time: ${isUsableOnce ? 'yes' : 'no'}`,
    // Graph's clock and this one differ by some seconds.
    start > Date.parse(at) + 60_000 ? `from ${formatDate(start, place).local}` : '',
  ];
  return parts.filter(Boolean).join(', ');
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
    local: new Intl.DateTimeFormat('en', local).format(moment),
    utc: `${new Intl.DateTimeFormat('en', utc).format(moment)} UTC`,
  };
}
