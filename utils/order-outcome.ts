import type { Failure, FailureCode } from './failures';
import type { Pass, Whom } from './messages';

/** An order as it is noted before it is sent: enough to tell later what became of it, and never a pass. */
export type OpenOrder = Whom & {
  action: 'issue' | 'revoke';
  /** The pass to be revoked. */
  passId?: string;
  /** Ids of the passes that were listed before. */
  before: string[] | 'unknown';
  /** Milliseconds since 1970. */
  at: number;
  clientRequestId: string;
  /** How the answer got lost, where a worker lived to see it. */
  failure?: Failure;
  /** A list has told the outcome, which a later list may tell better. */
  decided?: true;
};

/** For so many milliseconds after its answer got lost, an order may still be travelling, or its pass not be listed yet. */
export const travelTime = 5000;

/**
 * What `listed` tells of an order whose answer nobody got; undefined where a later list will tell more, because the
 * list `isEarly`. A list can't say whose a new pass is: it counts as ours, lest a pass that works stay unknown.
 */
export function outcomeOf(
  order: OpenOrder,
  listed: Pass[] | 'unknown',
  isEarly: boolean,
): FailureCode | 'revoked' | undefined {
  const { action, passId = '', before } = order;
  const ids = listed === 'unknown' ? listed : listed.map(({ id }) => id);
  if (action === 'issue') {
    if (before === 'unknown') return 'outcomeUnknown';
    if (ids !== 'unknown' && ids.some((id) => !before.includes(id))) return 'passLost';
    if (isEarly) return undefined;
    return ids === 'unknown' ? 'outcomeUnknown' : 'noPassMade';
  }
  const wasListed = before !== 'unknown' && before.includes(passId);
  if (ids !== 'unknown' && !ids.includes(passId) && wasListed) return 'revoked';
  if (isEarly) return undefined;
  if (ids === 'unknown') return 'revocationUnknown';
  // A pass just made may not be listed yet: that it is missing says nothing where it never was there.
  return ids.includes(passId) ? 'notRevoked' : 'revocationUnknown';
}
