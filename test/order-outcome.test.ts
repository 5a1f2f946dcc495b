import { expect, it } from 'vitest';
import type { Pass } from '../utils/messages';
import { type OpenOrder, outcomeOf } from '../utils/order-outcome';

const listOf = (...ids: string[]) => ids.map((id) => ({ id }) as Pass);
const order = (more: Partial<OpenOrder>): OpenOrder => ({
  userId: 'ines',
  tenantId: 'contoso',
  action: 'issue',
  before: [],
  at: 0,
  clientRequestId: 'one',
  ...more,
});
const revocation = (before: OpenOrder['before']) => order({ action: 'revoke', passId: 'old', before });

it.each([
  ['no new pass', order({}), listOf(), 'noPassMade'],
  ['the pass that was there before', order({ before: ['old'] }), listOf('old'), 'noPassMade'],
  ['nothing', order({}), 'unknown', 'outcomeUnknown'],
  ['the pass to be revoked', revocation(['old']), listOf('old'), 'notRevoked'],
  ['the pass to be revoked, for the first time', revocation([]), listOf('old'), 'notRevoked'],
  ['no pass, and never has', revocation([]), listOf(), 'revocationUnknown'],
  ['no pass, where nobody knows of before', revocation('unknown'), listOf(), 'revocationUnknown'],
  ['nothing about a revocation', revocation(['old']), 'unknown', 'revocationUnknown'],
] as const)('waits while the order may travel, where the list shows %s', (_, open, listed, outcome) => {
  const list = listed === 'unknown' ? listed : [...listed];
  expect(outcomeOf(open, list, true)).toBeUndefined();
  expect(outcomeOf(open, list, false)).toBe(outcome);
});

it.each([
  ['a new pass', order({}), listOf('new'), 'passLost'],
  ['a new pass beside the old one', order({ before: ['old'] }), listOf('old', 'new'), 'passLost'],
  ['that the pass is gone', revocation(['old']), listOf(), 'revoked'],
  ['what no later list can tell better', order({ before: 'unknown' }), listOf('new'), 'outcomeUnknown'],
] as const)('tells at once, where the list shows %s', (_, open, listed, outcome) => {
  for (const isEarly of [true, false]) expect(outcomeOf(open, [...listed], isEarly)).toBe(outcome);
});
