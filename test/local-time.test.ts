import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { localOf, startOfLocal } from '../utils/local-time';
import { checkWish } from '../utils/tap-wish';

afterEach(() => vi.unstubAllEnvs());
const long = Date.parse('2020-01-01T00:00:00Z');
const inZone = (zone: string) => vi.stubEnv('TZ', zone);

describe('a local start', () => {
  test.each([
    ['Europe/Berlin', '2026-11-24T14:30', '2026-11-24T13:30:00Z'],
    ['Europe/Berlin', '2026-07-24T14:30', '2026-07-24T12:30:00Z'],
    ['UTC', '2026-11-24T14:30', '2026-11-24T14:30:00Z'],
    ['Asia/Kolkata', '2026-11-24T02:30', '2026-11-23T21:00:00Z'],
    ['America/Los_Angeles', '2026-12-31T20:00', '2027-01-01T04:00:00Z'],
    ['Pacific/Kiritimati', '2026-11-24T00:00', '2026-11-23T10:00:00Z'],
    ['Pacific/Niue', '2026-11-24T23:59', '2026-11-25T10:59:00Z'],
    // Right before and after the clock changes.
    ['Europe/Berlin', '2026-03-29T01:59', '2026-03-29T00:59:00Z'],
    ['Europe/Berlin', '2026-03-29T03:00', '2026-03-29T01:00:00Z'],
    ['Europe/Berlin', '2026-10-25T01:59', '2026-10-24T23:59:00Z'],
    ['Europe/Berlin', '2026-10-25T03:00', '2026-10-25T02:00:00Z'],
  ])('in %s, %s is %s', (zone, text, startDateTime) => {
    inZone(zone);
    expect(startOfLocal(text, long)).toEqual({ startDateTime });
  });

  test.each([
    ['Europe/Berlin', '2026-03-29T02:00'],
    ['Europe/Berlin', '2026-03-29T02:59'],
    ['America/New_York', '2026-03-08T02:30'],
    ['Australia/Lord_Howe', '2026-10-04T02:15'],
    ['UTC', '2026-02-30T12:00'],
    ['UTC', '2026-13-01T12:00'],
    ['UTC', '2026-11-24T24:00'],
    ['UTC', '2026-11-24T12:60'],
  ])('in %s, %s does not exist', (zone, text) => {
    inZone(zone);
    expect(startOfLocal(text, long)).toEqual({ problem: 'doesNotExist' });
  });

  test.each([
    ['Europe/Berlin', '2026-10-25T02:30', '2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z'],
    ['America/New_York', '2026-11-01T01:15', '2026-11-01T05:15:00Z', '2026-11-01T06:15:00Z'],
    ['Australia/Lord_Howe', '2026-04-05T01:45', '2026-04-04T14:45:00Z', '2026-04-04T15:15:00Z'],
  ])('in %s, %s comes twice: the first that is still to come is meant', (zone, text, first, second) => {
    inZone(zone);
    expect(startOfLocal(text, Date.parse(first) - 1)).toEqual({ startDateTime: first });
    expect(startOfLocal(text, Date.parse(first))).toEqual({ startDateTime: second });
    expect(startOfLocal(text, Date.parse(second))).toEqual({ problem: 'inPast' });
  });

  test.each(['', '14:30', '2026-11-24', '2026-11-24T14:30:15', '2026-11-24T14:30Z', '12026-11-24T14:30'])(
    'that reads "%s" is none',
    (text) => {
      expect(startOfLocal(text, long)).toEqual({ problem: 'unreadable' });
    },
  );
});

describe('in any zone', () => {
  const zones = fc.constantFrom(
    'UTC',
    'Europe/Berlin',
    'America/New_York',
    'America/St_Johns',
    'Africa/Casablanca',
    'Asia/Kathmandu',
    'Australia/Lord_Howe',
    'Pacific/Chatham',
    'Pacific/Kiritimati',
  );
  const minute = 60_000;
  // Half of them within the hours around the changes of Berlin, New York and Lord Howe.
  const moments = fc
    .oneof(
      fc.integer({ min: Date.parse('2026-01-01T00:00:00Z'), max: Date.parse('2040-01-01T00:00:00Z') }),
      fc
        .tuple(
          fc.constantFrom('2026-03-29T01:00Z', '2026-10-25T01:00Z', '2026-11-01T06:00Z', '2026-04-04T15:00Z'),
          fc.integer({ min: -180, max: 180 }),
        )
        .map(([change, minutes]) => Date.parse(change) + minutes * minute),
    )
    .map((moment) => Math.floor(moment / minute) * minute);

  test('what the field shows of a moment to come is that moment, or the same time on the clock before', () => {
    fc.assert(
      fc.property(zones, moments, (zone, moment) => {
        inZone(zone);
        expect(startOfLocal(localOf(moment), moment - 1)).toEqual({
          startDateTime: new Date(moment).toISOString().replace('.000Z', 'Z'),
        });
        const earliest = startOfLocal(localOf(moment), long);
        expect('startDateTime' in earliest && Date.parse(earliest.startDateTime)).toBeLessThanOrEqual(moment);
        expect('startDateTime' in earliest && localOf(Date.parse(earliest.startDateTime))).toBe(
          localOf(moment),
        );
      }),
    );
  });

  test('a start that was read is a wish without problems', () => {
    fc.assert(
      fc.property(zones, moments, moments, (zone, moment, now) => {
        inZone(zone);
        const start = startOfLocal(localOf(moment), now);
        if ('startDateTime' in start) expect(checkWish(start, 'unknown', undefined, now)).toEqual([]);
        else expect(start.problem).toBe('inPast');
      }),
    );
  });
});
