import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Wish } from '../utils/messages';
import { effectOf } from '../utils/tap-effect';
import { boundsOf, learntBounds } from '../utils/tap-policy';
import { checkWish } from '../utils/tap-wish';
import { GraphError } from './sandbox/graph/graph-error';
import { newPass } from './sandbox/graph/tap-create';
import { anyPolicy, lifetime, usualPolicy } from './tap-policies';

const now = Date.parse('2026-11-23T13:00:00Z');
const at = (milliseconds: number) => new Date(now + milliseconds).toISOString();

describe('the bounds', () => {
  const learnt = { minimum: 30, maximum: 120 };

  test('are those of the policy, whatever was learnt', () => {
    const bounds = { minimum: 60, maximum: 480, default: 60, from: 'policy' };
    expect(boundsOf(usualPolicy, learnt)).toEqual(bounds);
  });

  test('are those learnt where the policy cannot be read', () => {
    expect(boundsOf('unknown', learnt)).toEqual({ ...learnt, from: 'learnt' });
  });

  test("are else Graph's own", () => {
    expect(boundsOf('unknown')).toEqual({ minimum: 10, maximum: 43_200, from: 'documented' });
  });

  test.each([
    ['lifetimeOutOfPolicy', { minimum: '60', maximum: '480' }, { minimum: 60, maximum: 480 }],
    ['lifetimeOutOfPolicy', { minimum: '59', maximum: '59' }, { minimum: 59, maximum: 59 }],
    ['lifetimeOutOfPolicy', { minimum: '480', maximum: '60' }, undefined],
    ['lifetimeOutOfPolicy', undefined, undefined],
    ['startInPast', { minimum: '60', maximum: '480' }, undefined],
  ] as const)('that %s with %j teaches are %j', (code, values, expected) => {
    expect(learntBounds({ code, ...(values ? { values } : {}) })).toEqual(expected);
  });
});

describe('a wish', () => {
  const bounds = boundsOf(usualPolicy);
  const oneTime = { ...usualPolicy, isUsableOnce: true };

  test.each([
    [{}, []],
    [{ lifetimeInMinutes: 60, isUsableOnce: false, startDateTime: at(60_000) }, []],
    [{ lifetimeInMinutes: 480 }, []],
    [{ lifetimeInMinutes: 59 }, [{ field: 'lifetimeInMinutes', problem: 'tooShort', bounds }]],
    [{ lifetimeInMinutes: 481 }, [{ field: 'lifetimeInMinutes', problem: 'tooLong', bounds }]],
    [{ lifetimeInMinutes: 60.5 }, [{ field: 'lifetimeInMinutes', problem: 'notWholeNumber' }]],
    [{ lifetimeInMinutes: Number.NaN }, [{ field: 'lifetimeInMinutes', problem: 'notWholeNumber' }]],
    [{ startDateTime: at(1) }, []],
    [{ startDateTime: at(0) }, [{ field: 'startDateTime', problem: 'inPast' }]],
    [{ startDateTime: at(-30_000) }, [{ field: 'startDateTime', problem: 'inPast' }]],
    [{ startDateTime: '9999-12-31T23:59:00Z' }, []],
  ])('%j has the problems %j', (wish: Wish, problems: unknown[]) => {
    expect(checkWish(wish, usualPolicy, undefined, now)).toEqual(problems);
  });

  test.each([
    '',
    'now',
    '2026-11-24',
    '2026-11-24T13:30',
    '2026-11-24T13:30:00',
    '2026-11-24T13:30:00+01:00',
    '2027-02-30T13:30:00Z',
    '2026-11-24T24:00:00Z',
    '+020266-11-24T13:30:00Z',
  ])('with the start "%s" cannot be read', (startDateTime) => {
    const problems = [{ field: 'startDateTime', problem: 'unreadable' }];
    expect(checkWish({ startDateTime }, usualPolicy, undefined, now)).toEqual(problems);
  });

  test('for a multi-use pass is a problem only where the policy is known to forbid it', () => {
    const wish = { isUsableOnce: false };
    const problems = [{ field: 'isUsableOnce', problem: 'multiUseForbidden' }];
    expect(checkWish(wish, oneTime, undefined, now)).toEqual(problems);
    expect(checkWish({ isUsableOnce: true }, oneTime, undefined, now)).toEqual([]);
    expect(checkWish(wish, 'unknown', undefined, now)).toEqual([]);
  });

  test('is measured by the bounds learnt, and says so', () => {
    const learnt = { minimum: 30, maximum: 120 };
    const problem = {
      field: 'lifetimeInMinutes',
      problem: 'tooLong',
      bounds: { ...learnt, from: 'learnt' },
    };
    expect(checkWish({ lifetimeInMinutes: 121 }, 'unknown', learnt, now)).toEqual([problem]);
    expect(checkWish({ lifetimeInMinutes: 121 }, 'unknown', undefined, now)).toEqual([]);
  });

  test('can have several problems at once', () => {
    const wish = { lifetimeInMinutes: 10, isUsableOnce: false, startDateTime: at(-1) };
    const found = checkWish(wish, oneTime, undefined, now).map(({ problem }) => problem);
    expect(found).toEqual(['tooShort', 'multiUseForbidden', 'inPast']);
  });
});

describe('the effect', () => {
  test('of an empty wish is what the policy says', () => {
    const effect = { lifetimeInMinutes: 60, isUsableOnce: false, start: 'now', end: now + 3_600_000 };
    expect(effectOf({}, usualPolicy, now)).toEqual(effect);
  });

  test('names what only the tenant knows', () => {
    expect(effectOf({}, 'unknown', now)).toEqual({
      lifetimeInMinutes: 'tenantDefault',
      isUsableOnce: 'tenantDefault',
      start: 'now',
    });
    const startDateTime = at(60_000);
    expect(effectOf({ isUsableOnce: true, startDateTime }, 'unknown', now)).toEqual({
      lifetimeInMinutes: 'tenantDefault',
      isUsableOnce: true,
      start: now + 60_000,
    });
  });

  test('of a full wish is that wish, with its end', () => {
    const wish = { lifetimeInMinutes: 120, isUsableOnce: true, startDateTime: at(60_000) };
    expect(effectOf(wish, 'unknown', now)).toEqual({
      lifetimeInMinutes: 120,
      isUsableOnce: true,
      start: now + 60_000,
      end: now + 60_000 + 7_200_000,
    });
  });
});

describe('any wish', () => {
  const laterThanNow = fc
    .date({ min: new Date(now + 1000), max: new Date('9999-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString());
  const sandboxPolicy = anyPolicy().map((policy) => ({ ...policy, includeTargets: [], excludeTargets: [] }));

  test('within the policy has no problems, and Graph makes what was said', () => {
    const policyAndWish = sandboxPolicy.chain((policy) =>
      fc.tuple(
        fc.constant(policy),
        fc.record<Wish, never>(
          {
            lifetimeInMinutes: fc.integer({
              min: policy.minimumLifetimeInMinutes,
              max: policy.maximumLifetimeInMinutes,
            }),
            isUsableOnce: policy.isUsableOnce ? fc.constant(true) : fc.boolean(),
            startDateTime: laterThanNow,
          },
          { requiredKeys: [] },
        ),
      ),
    );
    fc.assert(
      fc.property(policyAndWish, ([policy, wish]) => {
        expect(checkWish(wish, policy, undefined, now)).toEqual([]);
        const { lifetimeInMinutes, isUsableOnce, start } = newPass(wish, policy, now);
        const end = start + lifetimeInMinutes * 60_000;
        const effect = effectOf(wish, policy, now);
        expect({ ...effect, start: effect.start === 'now' ? now : effect.start }).toEqual({
          lifetimeInMinutes,
          isUsableOnce,
          start,
          end,
        });
      }),
    );
  });

  test('has a problem exactly if Graph refuses it', () => {
    const anyWish = fc.record<Wish, never>(
      {
        lifetimeInMinutes: fc.oneof(lifetime, fc.integer(), fc.double()),
        isUsableOnce: fc.boolean(),
        startDateTime: fc.oneof(
          laterThanNow,
          fc.integer({ min: -120, max: 120 }).map((seconds) => at(seconds * 1000)),
          fc.date({ noInvalidDate: true }).map(String),
          fc.string(),
        ),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(anyWish, sandboxPolicy, (wish, policy) => {
        // A moment later at Graph than here.
        const attempt = () => newPass(wish, policy, now + 1);
        const problems = checkWish(wish, policy, undefined, now);
        if (problems.length > 0) expect(attempt, JSON.stringify(problems)).toThrow(GraphError);
        else expect(attempt).not.toThrow();
      }),
    );
  });

  test('that Graph refuses for its lifetime teaches the bounds that would have told', () => {
    fc.assert(
      fc.property(lifetime, sandboxPolicy, (lifetimeInMinutes, policy) => {
        const wish = { lifetimeInMinutes };
        const { minimumLifetimeInMinutes: minimum, maximumLifetimeInMinutes: maximum } = policy;
        fc.pre(lifetimeInMinutes < minimum || lifetimeInMinutes > maximum);
        expect(() => newPass(wish, policy, now)).toThrow(`${minimum} and ${maximum}`);
        const values = { minimum: String(minimum), maximum: String(maximum) };
        const learnt = learntBounds({ code: 'lifetimeOutOfPolicy', values });
        const problems = checkWish(wish, 'unknown', learnt, now).map(({ problem }) => problem);
        expect(problems).toEqual(checkWish(wish, policy, undefined, now).map(({ problem }) => problem));
      }),
    );
  });
});
