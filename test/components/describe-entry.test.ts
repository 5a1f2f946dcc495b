import { describe, expect, it } from 'vitest';
import { describeCause, describeOptions, describeOutcome, formatDate } from '../../components/describe-entry';
import { failureCodes } from '../../utils/failures';
import type { RecordEntry } from '../../utils/record-entry';

const place = { timeZone: 'Asia/Tokyo', hourCycle: 'h23' } as const;

function entry(change: Partial<RecordEntry> = {}): RecordEntry {
  return {
    id: '7',
    at: '2026-12-31T20:00:00.000Z',
    action: 'issue',
    admin: 'avery@contoso.com',
    tenant: { id: 't', displayName: 'Contoso' },
    options: {},
    outcome: 'done',
    ...change,
  };
}

it.each([
  ['issue', 'done', 'Issued'],
  ['replace', 'notDone', 'Not replaced'],
  ['revoke', 'lost', 'May have been revoked'],
  ['changePolicy', 'underWay', 'Policy being changed'],
] as const)('%s, %s reads "%s"', (action, outcome, words) => {
  expect(describeOutcome({ action, outcome })).toBe(words);
});

describe('the options', () => {
  const issued = { lifetimeInMinutes: 90, isUsableOnce: true };
  it.each([
    ['1 hour 30 minutes, one-time: yes', { options: issued }],
    ['1 hour 30 minutes, one-time: yes', { options: { ...issued, startDateTime: '2026-12-31T20:00:40Z' } }],
    [
      '1 hour 30 minutes, one-time: yes, from Jan 1, 2027, 06:00',
      { options: { ...issued, startDateTime: '2026-12-31T21:00:00Z' } },
    ],
    ['Default lifetime of the tenant', {}],
    ['Default lifetime of the tenant, one-time: no', { options: { isUsableOnce: false } }],
    [undefined, { action: 'revoke' }],
    [undefined, { action: 'changePolicy' }],
  ] as const)('read "%s"', (words, change) => {
    expect(describeOptions(entry(change), place)).toBe(words);
  });
});

describe('the cause', () => {
  it('is none of what is done or under way', () => {
    expect(describeCause(entry())).toBeUndefined();
    expect(describeCause(entry({ outcome: 'underWay' }))).toBeUndefined();
  });

  it.each(failureCodes)('%s is told without values that nobody kept', (failure) => {
    expect(describeCause(entry({ outcome: 'notDone', failure }))).toMatch(/^[^{}…]+\.$/);
  });

  it('is told of an order whose worker died', () => {
    expect(describeCause(entry({ outcome: 'lost' }))).toContain('stopped');
  });

  it('is the bare code when another version wrote it', () => {
    expect(describeCause(entry({ outcome: 'notDone', failure: 'moonInTheWay' }))).toBe('moonInTheWay');
    expect(describeCause(entry({ outcome: 'notDone', failure: 'toString' }))).toBe('toString');
  });
});

it('writes a date with its year, for the reader and in UTC', () => {
  expect(formatDate(Date.parse('2026-12-31T20:00:00Z'), place)).toEqual({
    local: 'Jan 1, 2027, 05:00',
    utc: 'Dec 31, 2026, 20:00 UTC',
  });
});
