import { describe, expect, test } from 'vitest';
import { draftedPlan } from '../../components/drafted-plan';
import { firstDraft, type PassDraft, readDraft } from '../../components/pass-draft';
import { usualPlan } from '../../components/plan';
import type { ReadyTarget } from '../../components/target-reader';
import { localOf } from '../../utils/local-time';
import type { Wish } from '../../utils/messages';
import { usualPolicy } from '../tap-policies';

const now = Date.parse('2026-11-23T13:00:00Z');
const place = { timeZone: 'UTC', hourCycle: 'h23' } as const;
const known = { policy: usualPolicy, reasonRequired: false };
const hidden = { policy: 'unknown', reasonRequired: false } as const;
const learnt = { minimum: 30, maximum: 120 };
const later = (minutes: number): Partial<PassDraft> => ({
  start: 'later',
  startsAt: localOf(now + minutes * 60_000),
});

describe('the first draft', () => {
  const untouched = { lifetime: 'default', use: 'default', start: 'now', reason: '', remember: false };

  test('chooses nothing where nothing is remembered', () => {
    expect(firstDraft(known)).toMatchObject(untouched);
    expect(readDraft(firstDraft(known), known, now)).toEqual({ wish: {}, problems: [] });
  });

  test.each([
    [
      { lifetimeInMinutes: 480, isUsableOnce: true },
      { lifetime: 480, use: 'oneTime' },
    ],
    [{ lifetimeInMinutes: 75 }, { lifetime: 'other', amount: '75', unit: 'minutes' }],
    [{ lifetimeInMinutes: 180 }, { lifetime: 'other', amount: '3', unit: 'hours' }],
    [{ isUsableOnce: false }, { lifetime: 'default', use: 'multiUse' }],
    [{}, { lifetime: 'default', use: 'default' }],
  ] as const)('begins with %j as %j, and means the same', (choice: Wish, fields) => {
    const around = { ...known, choice };
    expect(firstDraft(around)).toMatchObject({ ...fields, remember: true });
    expect(readDraft(firstDraft(around), around, now)).toEqual({ wish: choice, problems: [] });
  });

  test('leaves out what the policy does not allow any more', () => {
    const choice = { lifetimeInMinutes: 481, isUsableOnce: false };
    const around = { policy: { ...usualPolicy, isUsableOnce: true }, reasonRequired: false, choice };
    expect(firstDraft(around)).toMatchObject({ lifetime: 'default', use: 'default' });
  });

  test('begins with what the settings say, where nothing is remembered and the policy allows it', () => {
    const usualWish = { lifetimeInMinutes: 240, isUsableOnce: true };
    expect(firstDraft({ ...known, usualWish })).toMatchObject({
      lifetime: 240,
      use: 'oneTime',
      remember: false,
    });
    expect(firstDraft({ ...known, usualWish, choice: {} })).toMatchObject({ ...untouched, remember: true });
    expect(firstDraft({ ...known, usualWish: { lifetimeInMinutes: 5 } })).toMatchObject(untouched);
    expect(draftedPlan({ ...known, usualWish }, now, undefined, place).order).toEqual({ wish: usualWish });
  });

  test('leaves out what an earlier refusal named as too long', () => {
    expect(firstDraft({ ...hidden, learnt, choice: { lifetimeInMinutes: 480 } }).lifetime).toBe('default');
  });
});

describe('a draft', () => {
  const read = (part: Partial<PassDraft>, around: Parameters<typeof readDraft>[1] = known) =>
    readDraft({ ...firstDraft(around), ...part }, around, now);

  test.each<[Partial<PassDraft>, Wish]>([
    [{ lifetime: 120 }, { lifetimeInMinutes: 120 }],
    [{ lifetime: 'other', amount: '1,5', unit: 'hours' }, { lifetimeInMinutes: 90 }],
    [{ use: 'oneTime' }, { isUsableOnce: true }],
    [{ use: 'multiUse' }, { isUsableOnce: false }],
    [later(90), { startDateTime: '2026-11-23T14:30:00Z' }],
    [{ ...later(90), start: 'now' }, {}],
  ])('of %j is the wish %j', (part, wish) => {
    expect(read(part)).toEqual({ wish, problems: [] });
  });

  test.each<[Partial<PassDraft>, string]>([
    [{ lifetime: 'other', amount: '', unit: 'hours' }, 'notWholeNumber'],
    [{ lifetime: 'other', amount: '59', unit: 'minutes' }, 'tooShort'],
    [{ lifetime: 'other', amount: '1', unit: 'days' }, 'tooLong'],
    [{ start: 'later', startsAt: '' }, 'unreadable'],
    [later(0), 'inPast'],
  ])('of %j has the problem %s', (part, problem) => {
    expect(read(part).problems.map(({ problem }) => problem)).toEqual([problem]);
  });
});

describe('the plan', () => {
  const target = { ...known, state: 'ready' } as ReadyTarget;

  test('of who has chosen nothing orders nothing in particular', () => {
    expect(usualPlan(target, now)).toEqual({
      sentence: '1 hour, one-time: no, starts now',
      order: { wish: {} },
    });
    expect(draftedPlan(target, now)).toEqual(usualPlan(target, now));
  });

  test('waits for a reason that is required, and orders with it', () => {
    const strict = { ...target, reasonRequired: true };
    const asks = {
      sentence: '1 hour, one-time: no, starts now. Needs a reason or ticket',
      order: 'lacksReason',
    };
    expect(usualPlan(strict, now)).toEqual(asks);
    expect(draftedPlan(strict, now, { ...firstDraft(strict), reason: '  ' })).toEqual(asks);
    expect(draftedPlan(strict, now, { ...firstDraft(strict), reason: ' INC-1 ' }).order).toEqual({
      wish: {},
      reason: 'INC-1',
    });
  });

  test('says the first problem in its place', () => {
    const draft: PassDraft = { ...firstDraft(target), lifetime: 'other', amount: '9', unit: 'hours' };
    expect(draftedPlan(target, now, draft)).toEqual({
      sentence: 'The policy allows no lifetime over 8 hours.',
      order: 'hasProblems',
    });
  });

  test('goes ahead against bounds that a refusal told, for they may have changed', () => {
    const draft: PassDraft = { ...firstDraft(hidden), lifetime: 480 };
    expect(draftedPlan({ ...hidden, learnt }, now, draft, place)).toEqual({
      sentence: '8 hours, starts now',
      order: { wish: { lifetimeInMinutes: 480 } },
    });
  });

  test('keeps and forgets the choice for the tenant only when that was asked for', () => {
    const choice = { lifetimeInMinutes: 120 };
    const orderOf = (remember: boolean, around: typeof known & { choice?: Wish }) =>
      draftedPlan(around, now, { ...firstDraft(around), remember }).order;
    expect(orderOf(false, known)).toEqual({ wish: {} });
    expect(orderOf(true, known)).toEqual({ wish: {}, remember: true });
    expect(orderOf(true, { ...known, choice })).toEqual({ wish: choice, remember: true });
    expect(orderOf(false, { ...known, choice })).toEqual({ wish: choice, remember: false });
  });
});
