import { type LocalStartProblem, startOfLocal } from '../utils/local-time';
import type { Wish } from '../utils/messages';
import { type LifetimeUnit, lifetimePresets, parseLifetime } from '../utils/tap-lifetime';
import { boundsOf } from '../utils/tap-policy';
import { checkWish, type WishProblem } from '../utils/tap-wish';
import type { ReadyTarget } from './target-reader';

/** What stands in the fields of Options; `default` is the policy's own. */
export type PassDraft = {
  /** Minutes chosen from the list, or `other` for `amount` of `unit`. */
  lifetime: number | 'default' | 'other';
  amount: string;
  unit: LifetimeUnit;
  use: 'default' | 'oneTime' | 'multiUse';
  start: 'now' | 'later';
  /** As an `<input type="datetime-local">` holds it. */
  startsAt: string;
  reason: string;
  /** Whether lifetime and use are kept for the tenant's next user. */
  remember: boolean;
};

/** Something wrong with what stands in a field. */
export type DraftProblem = WishProblem | { field: 'startDateTime'; problem: LocalStartProblem };

/** What a draft depends on besides itself. */
export type Around = Pick<ReadyTarget, 'policy' | 'learnt' | 'choice' | 'usualWish' | 'reasonRequired'>;

/** The draft to begin with: what was remembered, or else the settings' own, as far as the policy allows it. */
export function firstDraft({ choice, usualWish, policy, learnt }: Around): PassDraft {
  const wish = choice ?? usualWish ?? {};
  // Without a start, nothing about it depends on the time.
  const misfits = checkWish(wish, policy, learnt, 0).map(({ field }) => field);
  const fits = (field: keyof Wish) => !misfits.includes(field);
  const bounds = boundsOf(policy, learnt);
  const lifetime = fits('lifetimeInMinutes') ? wish.lifetimeInMinutes : undefined;
  const use = fits('isUsableOnce') ? wish.isUsableOnce : undefined;
  const isPreset = lifetime !== undefined && lifetimePresets(bounds).includes(lifetime);
  return {
    lifetime: lifetime === undefined ? 'default' : isPreset ? lifetime : 'other',
    ...amountOf(lifetime ?? bounds.default ?? 60),
    use: use === undefined ? 'default' : use ? 'oneTime' : 'multiUse',
    start: 'now',
    startsAt: '',
    reason: '',
    remember: choice !== undefined,
  };
}

/** The wish that a draft makes at `now` (milliseconds since 1970), without what is the policy's default; and what is wrong. */
export function readDraft(
  draft: PassDraft,
  { policy, learnt }: Around,
  now: number,
): { wish: Wish; problems: DraftProblem[] } {
  const start = draft.start === 'later' ? startOfLocal(draft.startsAt, now) : undefined;
  const lifetime = draft.lifetime === 'other' ? parseLifetime(draft.amount, draft.unit) : draft.lifetime;
  const wish: Wish = {
    ...(lifetime === 'default' ? {} : { lifetimeInMinutes: lifetime }),
    ...(draft.use === 'default' ? {} : { isUsableOnce: draft.use === 'oneTime' }),
    ...(start && 'startDateTime' in start ? start : {}),
  };
  const problems: DraftProblem[] = checkWish(wish, policy, learnt, now);
  if (start && 'problem' in start) problems.push({ field: 'startDateTime', problem: start.problem });
  return { wish, problems };
}

/** Whether a problem stops the order; bounds that a refusal told may have changed since, and only warn. */
export function isBlocking(problem: DraftProblem): boolean {
  return !('bounds' in problem) || problem.bounds.from !== 'learnt';
}

/** Whether the order needs a reason that is not there. */
export function lacksReason({ reason }: PassDraft, { reasonRequired }: Around): boolean {
  return reasonRequired && reason.trim() === '';
}

/** Minutes in the largest unit that needs no fraction. */
function amountOf(minutes: number): { amount: string; unit: LifetimeUnit } {
  if (minutes % 1440 === 0) return { amount: String(minutes / 1440), unit: 'days' };
  if (minutes % 60 === 0) return { amount: String(minutes / 60), unit: 'hours' };
  return { amount: String(minutes), unit: 'minutes' };
}
