const units = [
  ['day', 24 * 60],
  ['hour', 60],
  ['minute', 1],
] as const;

/** A moment (milliseconds since 1970) with its weekday, date and zone, and UTC beside it, in the language of a tag. */
export function momentInWords(moment: number, intl: string, timeZone: string | undefined): string {
  const zone = timeZone ? { timeZone } : {};
  const time = { hour: 'numeric', minute: '2-digit' } as const;
  const local = new Intl.DateTimeFormat(intl, {
    ...time,
    ...zone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZoneName: 'long',
  });
  const isSameDay = dayOf(moment, zone) === dayOf(moment, { timeZone: 'UTC' });
  const utc = new Intl.DateTimeFormat(intl, {
    ...time,
    timeZone: 'UTC',
    ...(isSameDay ? {} : { weekday: 'long' }),
  });
  return `${local.format(moment)} (${utc.format(moment)} UTC)`;
}

/** Minutes in words of the language of a tag: `90` → `1 hour, 30 minutes`. */
export function minutesInWords(minutes: number, intl: string): string {
  let rest = minutes;
  const parts = units.flatMap(([unit, length]) => {
    const count = Math.floor(rest / length);
    rest -= count * length;
    return count > 0
      ? new Intl.NumberFormat(intl, { style: 'unit', unit, unitDisplay: 'long' }).format(count)
      : [];
  });
  return new Intl.ListFormat(intl, { type: 'unit', style: 'long' }).format(parts);
}

function dayOf(moment: number, zone: { timeZone?: string }): string {
  return new Intl.DateTimeFormat('en', { ...zone, dateStyle: 'short' }).format(moment);
}
