import { text } from '../utils/interface-text';
import { effectOf } from '../utils/tap-effect';
import { describeEffect } from './describe-issue';
import { describeProblem } from './describe-wish';
import type { Place } from './format-time';
import { type Around, firstDraft, isBlocking, lacksReason, type PassDraft, readDraft } from './pass-draft';
import type { Plan } from './plan';

/** The plan of what the admin or, without a draft, the memory of the tenant chose; at `now`, milliseconds since 1970. */
export function draftedPlan(
  around: Around,
  now: number,
  draft: PassDraft = firstDraft(around),
  place: Place = {},
): Plan {
  const { wish, problems } = readDraft(draft, around, now);
  const problem = problems.find(isBlocking);
  if (problem) return { sentence: describeProblem(problem), order: 'hasProblems' };
  const sentence = describeEffect(effectOf(wish, around.policy, now), now, place);
  if (lacksReason(draft, around))
    return { sentence: text('effectNeedsReason', { effect: sentence }), order: 'lacksReason' };
  const reason = draft.reason.trim();
  return {
    sentence,
    order: {
      wish,
      ...(reason ? { reason } : {}),
      ...(draft.remember || around.choice ? { remember: draft.remember } : {}),
    },
  };
}
