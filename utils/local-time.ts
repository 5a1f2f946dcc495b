/** Why a local time is no start: nobody can read it, the clock skips it, or it has passed. */
export type LocalStartProblem = 'unreadable' | 'doesNotExist' | 'inPast';

const minute = 60_000;
const day = 24 * 60 * minute;

/**
 * The start that an `<input type="datetime-local">` holds (`2026-11-24T14:30`, in this computer's time zone) as Graph
 * takes it: `2026-11-24T13:30:00Z`. When the clock goes forward, the times it skips do not exist; when it goes back,
 * times come twice, and the first one after `now` (milliseconds since 1970) is meant. An empty field is `unreadable`:
 * browsers give it for a half-filled one too, and that is not "now".
 */
export function startOfLocal(
  text: string,
  now: number,
): { startDateTime: string } | { problem: LocalStartProblem } {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(text)) return { problem: 'unreadable' };
  const asUtc = Date.parse(`${text}Z`);
  // The offsets before and after a change of the clock; on other days they are one. Of two moments the earlier is first.
  const moments = [asUtc - day, asUtc + day]
    .map((near) => asUtc + new Date(near).getTimezoneOffset() * minute)
    .filter((moment) => localOf(moment) === text);
  if (moments.length === 0) return { problem: 'doesNotExist' };
  const start = moments.find((moment) => moment > now);
  if (start === undefined) return { problem: 'inPast' };
  return { startDateTime: new Date(start).toISOString().replace('.000Z', 'Z') };
}

/** A moment (milliseconds since 1970) as `<input type="datetime-local">` shows it here: `2026-11-24T14:30`. */
export function localOf(moment: number): string {
  const date = new Date(moment);
  const two = (part: number) => String(part).padStart(2, '0');
  const year = String(date.getFullYear()).padStart(4, '0');
  return `${year}-${two(date.getMonth() + 1)}-${two(date.getDate())}T${two(date.getHours())}:${two(date.getMinutes())}`;
}
