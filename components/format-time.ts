import { interfaceLanguage } from '../utils/interface-text';

/** Where the reader is; the browser's own place unless a test says otherwise. */
export type Place = { timeZone?: string; hourCycle?: 'h11' | 'h12' | 'h23' | 'h24' };

const second = 1000;
const minute = 60 * second;
const day = 24 * 60 * minute;

/** Minutes in words with their units: `90` → `1 hour 30 minutes`. */
export function formatMinutes(minutes: number): string {
  return inWords(minutes * minute, ['day', 'hour', 'minute'], 'long') || unit(0, 'minute', 'long');
}

/** Seconds in words with their unit: `30` → `30 seconds`. */
export function formatSeconds(seconds: number): string {
  return unit(seconds, 'second', 'long');
}

/** What is left of a time span in milliseconds, to the second: `59 min 42 sec`; days drop the seconds. */
export function formatRemaining(milliseconds: number): string {
  const units =
    milliseconds < day ? (['hour', 'minute', 'second'] as const) : (['day', 'hour', 'minute'] as const);
  return inWords(Math.max(0, milliseconds), units, 'short') || unit(0, 'second', 'short');
}

/**
 * A moment (milliseconds since 1970) as `14:32` for the reader and `12:32 UTC`. Both carry the date as
 * soon as the moment is not today, or UTC is not on the reader's day; and the year as soon as it is not this year's.
 */
export function formatMoment(moment: number, now: number, place: Place = {}): { local: string; utc: string } {
  const { timeZone } = place;
  const today = dayOf(now, timeZone);
  const days = [dayOf(moment, timeZone), dayOf(moment, 'UTC')];
  const withDate = days.some((day) => day !== today);
  const withYear = days.some((day) => yearOf(day) !== yearOf(today));
  const date = {
    ...(withDate ? ({ month: 'short', day: 'numeric' } as const) : {}),
    ...(withYear ? ({ year: 'numeric' } as const) : {}),
  };
  const time = { ...date, hour: '2-digit', minute: '2-digit' } as const;
  const hourCycle = place.hourCycle ?? readersHourCycle();
  const hour = hourCycle === 'h12' || hourCycle === 'h11' ? 'numeric' : '2-digit';
  const zone = timeZone ? { timeZone } : {};
  return {
    local: new Intl.DateTimeFormat(interfaceLanguage(), {
      ...time,
      hour,
      ...zone,
      ...(hourCycle ? { hourCycle } : {}),
    }).format(moment),
    utc: `${new Intl.DateTimeFormat(interfaceLanguage(), { ...time, timeZone: 'UTC', hourCycle: 'h23' }).format(moment)} UTC`,
  };
}

/** Whether a moment falls on the day after today for the reader. */
export function isTomorrow(moment: number, now: number, { timeZone }: Place = {}): boolean {
  // By the calendar: around a change of the clock a day has 23 or 25 hours.
  return Date.parse(dayOf(moment, timeZone)) - Date.parse(dayOf(now, timeZone)) === day;
}

type Unit = 'day' | 'hour' | 'minute' | 'second';
const lengths: Record<Unit, number> = { day, hour: 60 * minute, minute, second };

// Intl.DurationFormat would do this, but not every runtime that runs our tests has it.
function inWords(milliseconds: number, units: readonly Unit[], style: 'long' | 'short'): string {
  let rest = milliseconds;
  const parts: string[] = [];
  for (const name of units) {
    const count = Math.floor(rest / lengths[name]);
    rest -= count * lengths[name];
    if (count > 0 || (parts.length > 0 && name === 'second')) parts.push(unit(count, name, style));
  }
  return new Intl.ListFormat(interfaceLanguage(), { type: 'unit', style: 'narrow' }).format(parts);
}

function unit(count: number, name: Unit, unitDisplay: 'long' | 'short'): string {
  return new Intl.NumberFormat(interfaceLanguage(), { style: 'unit', unit: name, unitDisplay }).format(count);
}

/** The reader's date as `2026-11-24`, which is how Swedish writes it. */
function dayOf(moment: number, timeZone: string | undefined): string {
  return new Intl.DateTimeFormat('sv', { dateStyle: 'short', ...(timeZone ? { timeZone } : {}) }).format(
    moment,
  );
}

const yearOf = (day: string) => day.split('-', 1)[0];

/** The hour cycle of the reader's own region; undefined where the browser does not tell. */
export function readersHourCycle(): Place['hourCycle'] {
  return new Intl.DateTimeFormat(undefined, { hour: 'numeric' }).resolvedOptions().hourCycle;
}
