import type { Wish } from './messages';
import { type Bounds, boundsOf, type LearntBounds, type TapPolicy } from './tap-policy';

/** Why Graph would refuse a wish: which field of it, and what the words for it need. */
export type WishProblem =
  | { field: 'lifetimeInMinutes'; problem: 'notWholeNumber' }
  | { field: 'lifetimeInMinutes'; problem: 'tooShort' | 'tooLong'; bounds: Bounds }
  | { field: 'isUsableOnce'; problem: 'multiUseForbidden' }
  | { field: 'startDateTime'; problem: 'unreadable' | 'inPast' };

/**
 * All that is wrong with a wish at the moment `now` (milliseconds since 1970), as far as it can be known. There is no
 * documented limit to how far ahead a start may lie. No leeway for a start just passed: Graph has none, and for "now"
 * the start is left out, so that clocks need not agree.
 * https://learn.microsoft.com/graph/api/authentication-post-temporaryaccesspassmethods
 */
export function checkWish(
  wish: Wish,
  policy: TapPolicy | 'unknown',
  learnt: LearntBounds | undefined,
  now: number,
): WishProblem[] {
  const problems: WishProblem[] = [];
  const { lifetimeInMinutes: lifetime, startDateTime } = wish;
  if (lifetime !== undefined) {
    const field = 'lifetimeInMinutes';
    const bounds = boundsOf(policy, learnt);
    if (!Number.isInteger(lifetime)) problems.push({ field, problem: 'notWholeNumber' });
    else if (lifetime < bounds.minimum) problems.push({ field, problem: 'tooShort', bounds });
    else if (lifetime > bounds.maximum) problems.push({ field, problem: 'tooLong', bounds });
  }
  if (wish.isUsableOnce === false && policy !== 'unknown' && policy.isUsableOnce)
    problems.push({ field: 'isUsableOnce', problem: 'multiUseForbidden' });
  if (startDateTime !== undefined) {
    const field = 'startDateTime';
    if (!isUtc(startDateTime)) problems.push({ field, problem: 'unreadable' });
    else if (Date.parse(startDateTime) <= now) problems.push({ field, problem: 'inPast' });
  }
  return problems;
}

/** Whether a text is a moment in UTC as a wish carries it: `2026-11-24T13:30:00Z`. */
function isUtc(text: string): boolean {
  const at = Date.parse(text);
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,7})?Z$/.test(text) || Number.isNaN(at)) return false;
  // Some engines read 30 February as 2 March.
  return new Date(at).toISOString().slice(0, 19) === text.slice(0, 19);
}
