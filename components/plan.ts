import { text } from '../utils/interface-text';
import type { Order, Whom } from '../utils/messages';
import { effectOf } from '../utils/tap-effect';
import { describeEffect } from './describe-issue';
import type { ReadyTarget } from './target-reader';

/** What a click is about to do, as a sentence and as the order, or why there can be no order now. */
export type Plan = {
  sentence: string;
  order: Omit<Order, keyof Whom> | 'hasProblems' | 'lacksReason' | 'notReady';
};

/** The plan of an admin who has chosen nothing. */
export function usualPlan({ policy, reasonRequired }: ReadyTarget, now: number): Plan {
  const sentence = describeEffect(effectOf({}, policy, now), now);
  return reasonRequired
    ? { sentence: text('effectNeedsReason', { effect: sentence }), order: 'lacksReason' }
    : { sentence, order: { wish: {} } };
}
