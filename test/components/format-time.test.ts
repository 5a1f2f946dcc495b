import { afterEach, describe, expect, it, test } from 'vitest';
import { browser } from 'wxt/browser';
import {
  formatMinutes,
  formatMoment,
  formatRemaining,
  formatSeconds,
  isTomorrow,
} from '../../components/format-time';

describe('formatMinutes', () => {
  it.each([
    [1, '1 minute'],
    [10, '10 minutes'],
    [60, '1 hour'],
    [90, '1 hour 30 minutes'],
    [480, '8 hours'],
    [1440, '1 day'],
    [1501, '1 day 1 hour 1 minute'],
    [43200, '30 days'],
    [0, '0 minutes'],
  ])('says %i minutes as "%s"', (minutes, words) => {
    expect(formatMinutes(minutes)).toBe(words);
  });
});

test('formatSeconds says 30 seconds as "30 seconds"', () => {
  expect(formatSeconds(30)).toBe('30 seconds');
});

describe('formatRemaining', () => {
  it.each([
    [3_600_000, '1 hr 0 sec'],
    [3_582_999, '59 min 42 sec'],
    [60_000, '1 min 0 sec'],
    [5_999, '5 sec'],
    [999, '0 sec'],
    [-1, '0 sec'],
    [90_061_000, '1 day 1 hr 1 min'],
    [172_800_000, '2 days'],
  ])('says %i ms as "%s"', (milliseconds, words) => {
    expect(formatRemaining(milliseconds)).toBe(words);
  });
});

describe('formatMoment', () => {
  const now = Date.parse('2026-11-23T11:00:00Z');
  const madrid = { timeZone: 'Europe/Madrid', hourCycle: 'h23' } as const;

  it('gives only times for a moment today', () => {
    expect(formatMoment(Date.parse('2026-11-23T13:32:00Z'), now, madrid)).toEqual({
      local: '14:32',
      utc: '13:32 UTC',
    });
  });

  it('adds the date to both when the moment is not today', () => {
    expect(formatMoment(Date.parse('2026-11-24T08:05:00Z'), now, madrid)).toEqual({
      local: 'Nov 24, 09:05',
      utc: 'Nov 24, 08:05 UTC',
    });
  });

  it("adds the date to both when UTC is on another day than the reader's", () => {
    const newYork = { timeZone: 'America/New_York', hourCycle: 'h23' } as const;
    const evening = Date.parse('2026-11-24T00:30:00Z');
    expect(formatMoment(Date.parse('2026-11-24T01:30:00Z'), evening, newYork)).toEqual({
      local: 'Nov 23, 20:30',
      utc: 'Nov 24, 01:30 UTC',
    });
  });

  it("adds the year to both when the moment is not in the reader's year, or UTC is not", () => {
    expect(formatMoment(Date.parse('2027-11-23T13:32:00Z'), now, madrid)).toEqual({
      local: 'Nov 23, 2027, 14:32',
      utc: 'Nov 23, 2027, 13:32 UTC',
    });
    const newYork = { timeZone: 'America/New_York', hourCycle: 'h23' } as const;
    const newYearsEve = Date.parse('2027-01-01T00:30:00Z');
    expect(formatMoment(newYearsEve + 3_600_000, newYearsEve, newYork)).toEqual({
      local: 'Dec 31, 2026, 20:30',
      utc: 'Jan 1, 2027, 01:30 UTC',
    });
  });

  it('writes hours in the cycle of the reader, and UTC always with 24 hours', () => {
    const text = formatMoment(Date.parse('2026-11-23T13:32:00Z'), now, { ...madrid, hourCycle: 'h12' });
    expect(text.local.replace(/\s/u, ' ')).toBe('2:32 PM');
    expect(text.utc).toBe('13:32 UTC');
  });

  it('writes midnight as 00:00', () => {
    expect(formatMoment(Date.parse('2026-11-22T23:00:00Z'), now - 6 * 3_600_000, madrid).local).toBe(
      'Nov 23, 00:00',
    );
  });
});

describe('isTomorrow', () => {
  const madrid = { timeZone: 'Europe/Madrid' };

  it.each([
    ['a minute before midnight', '2026-11-23T22:59Z', '2026-11-23T12:00Z', false],
    ['midnight', '2026-11-23T23:00Z', '2026-11-23T12:00Z', true],
    ['the last minute of tomorrow', '2026-11-24T22:59Z', '2026-11-23T12:00Z', true],
    ['the day after', '2026-11-24T23:00Z', '2026-11-23T12:00Z', false],
    ['26 hours later, over a day of 25 hours', '2026-10-25T22:30Z', '2026-10-24T21:00Z', true],
    ['the next year', '2026-12-31T23:00Z', '2026-12-31T12:00Z', true],
  ])('calls %s so: %s seen at %s → %s', (_, moment, now, expected) => {
    expect(isTomorrow(Date.parse(moment), Date.parse(now), madrid)).toBe(expected);
  });
});

describe('in the language of the interface, with the hours of the reader', () => {
  const { getMessage } = browser.i18n;
  afterEach(() => {
    browser.i18n.getMessage = getMessage;
  });

  it.each([
    ['de', '1 Stunde, 30 Minuten', '59 Min., 42 Sek.', '24. Nov., 09:05', '24. Nov., 08:05 UTC'],
    ['fr', '1 heure 30 minutes', '59 min 42 s', '24 nov., 09:05', '24 nov., 08:05 UTC'],
    ['ja', '1 時間30 分', '59 分42 秒', '11月24日 09:05', '11月24日 08:05 UTC'],
    ['ar-u-nu-latn', 'ساعة و30 دقيقة', '59 د و42 ث', '24 نوفمبر، 09:05', '24 نوفمبر، 08:05 UTC'],
  ])('%s', (tag, minutes, remaining, local, utc) => {
    browser.i18n.getMessage = (() => tag) as never;
    // Some languages keep number and unit together by a space that does not break.
    const spaced = (words: string) => words.replace(/\s/gu, ' ');
    expect(spaced(formatMinutes(90))).toBe(minutes);
    expect(spaced(formatRemaining(3_582_000))).toBe(remaining);
    const place = { timeZone: 'Europe/Madrid', hourCycle: 'h23' } as const;
    const moment = Date.parse('2026-11-24T08:05:00Z');
    expect(formatMoment(moment, moment - 86_400_000, place)).toEqual({ local, utc });
  });
});
