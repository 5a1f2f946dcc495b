import type { Bounds } from './tap-policy';

const hour = 60;
const day = 24 * hour;
const minutesIn = { minutes: 1, hours: hour, days: day } as const;

/** Units in which a lifetime is typed in. */
export type LifetimeUnit = keyof typeof minutesIn;

/** Round lifetimes, the one most asked for first. */
const round = [hour, 8 * hour, day, 7 * day, 4 * hour, 2 * hour, 2 * day, 30 * day];
const most = 6;

/**
 * Up to six lifetimes to choose from, in minutes and ascending, all within the bounds. The tenant's own default, minimum
 * and maximum are always among them; the documented limits are not, for no tenant chose them.
 */
export function lifetimePresets({ minimum, maximum, default: usual, from }: Bounds): number[] {
  const presets = new Set(from === 'documented' ? [] : [minimum, maximum]);
  if (usual !== undefined) presets.add(usual);
  for (const minutes of round)
    if (presets.size < most && minutes >= minimum && minutes <= maximum) presets.add(minutes);
  return [...presets].sort((a, b) => a - b);
}

/**
 * Minutes of a lifetime as typed in: digits and at most two decimals, after a point or a comma. `NaN` where that is no
 * whole number of minutes: `checkWish` refuses it, and it cannot be taken for a wish without a lifetime.
 */
export function parseLifetime(amount: string, unit: LifetimeUnit): number {
  // More decimals are none: 10,000 minutes may be meant as a week, and must not become ten minutes.
  const match = /^(\d+)(?:[.,](\d{1,2}))?$/.exec(amount.trim());
  if (!match) return Number.NaN;
  const [, whole, decimals = ''] = match;
  // In whole numbers, or 1.1 hours would be 66.00000000000001 minutes.
  const hundredths = Number(`${whole}${decimals.padEnd(2, '0')}`) * minutesIn[unit];
  return hundredths % 100 === 0 ? hundredths / 100 : Number.NaN;
}
