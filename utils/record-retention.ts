import type { RecordEntry } from './record-entry';

/** The choices for how long entries are kept, in days; 0 keeps none. */
export const retentionChoices = [0, 30, 90, 365] as const;

const day = 24 * 60 * 60_000;

/** Whether an entry is young enough to be kept at `now`, in milliseconds since 1970. */
export function isKept({ at }: Pick<RecordEntry, 'at'>, retentionInDays: number, now: number): boolean {
  return now - Date.parse(at) < retentionInDays * day;
}
