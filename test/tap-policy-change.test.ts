import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TapPolicy } from '../utils/tap-policy';
import {
  checkPolicyChange,
  describeChanges,
  type PolicyChange,
  policyAfter,
  policyPatch,
} from '../utils/tap-policy-change';
import { scopeOf } from '../utils/tap-scope';
import { GraphError } from './sandbox/graph/graph-error';
import { changedTapPolicy } from './sandbox/graph/tap-policy-change';
import type { SandboxPolicy } from './sandbox/state';
import { anyPolicy, lifetime, usualPolicy } from './tap-policies';

const odataType = '#microsoft.graph.temporaryAccessPassAuthenticationMethodConfiguration';
const suppliers = '20000000-0000-4000-8000-000000000004';
const contractors = 'aaaaaaaa-0000-4000-8000-000000000001';
const group = (id: string, isRegistrationRequired = false) =>
  ({ targetType: 'group', id, isRegistrationRequired }) as const;
const everybody = group('all_users');

/** Off, with a group of before that has to register. */
const off: TapPolicy = { ...usualPolicy, state: 'disabled', includeTargets: [group(contractors, true)] };

describe('enabling the method for one more group', () => {
  const change: PolicyChange = { state: 'enabled', include: suppliers };

  test('sends what differs, with all that is included now', () => {
    expect(policyPatch(off, change)).toEqual({
      '@odata.type': odataType,
      state: 'enabled',
      includeTargets: [group(contractors, true), group(suppliers)],
    });
  });

  test('is described as two differences', () => {
    expect(describeChanges(off, change)).toEqual([
      { what: 'state', from: 'disabled', to: 'enabled' },
      {
        what: 'includeTargets',
        from: [group(contractors, true)],
        to: [group(contractors, true), group(suppliers)],
      },
    ]);
  });

  test('leaves the given policy as it was', () => {
    const before = structuredClone(off);
    policyPatch(off, change);
    expect(off).toEqual(before);
  });
});

describe('letting in', () => {
  test('everybody keeps the groups of before, and says so', () => {
    const { includeTargets } = policyPatch(off, { include: 'all_users' });
    expect(includeTargets).toEqual([group(contractors, true), everybody]);
  });

  test.each([
    ['a group that is in', off, contractors],
    ['a group that is in, in other case', off, contractors.toUpperCase()],
    ['everybody who is in', usualPolicy, 'all_users'],
    ['a group where everybody is in', usualPolicy, suppliers],
  ])('%s changes nothing', (_, policy, include) => {
    expect(describeChanges(policy, { include })).toEqual([]);
    expect(policyPatch(policy, { include })).toEqual({ '@odata.type': odataType });
  });

  test('does not take a user for a group with the same id', () => {
    const policy: TapPolicy = { ...off, includeTargets: [{ targetType: 'user', id: suppliers }] };
    expect(describeChanges(policy, { include: suppliers })).toHaveLength(1);
  });
});

describe('a change', () => {
  const least = 10;
  const most = 43_200;
  const nobody: TapPolicy = { ...off, includeTargets: [] };

  test.each<[policy: TapPolicy, change: PolicyChange, problems: unknown[]]>([
    [off, { state: 'enabled' }, []],
    [off, { minimumLifetimeInMinutes: 10, maximumLifetimeInMinutes: 43_200, defaultLength: 48 }, []],
    [off, { minimumLifetimeInMinutes: 61 }, [{ field: 'minimumLifetimeInMinutes', problem: 'outOfOrder' }]],
    [off, { maximumLifetimeInMinutes: 59 }, [{ field: 'maximumLifetimeInMinutes', problem: 'outOfOrder' }]],
    [
      off,
      { minimumLifetimeInMinutes: 200, maximumLifetimeInMinutes: 100, defaultLifetimeInMinutes: 150 },
      [
        { field: 'minimumLifetimeInMinutes', problem: 'outOfOrder' },
        { field: 'maximumLifetimeInMinutes', problem: 'outOfOrder' },
      ],
    ],
    [
      off,
      { minimumLifetimeInMinutes: 9 },
      [{ field: 'minimumLifetimeInMinutes', problem: 'outOfLimits', least, most }],
    ],
    [
      off,
      { maximumLifetimeInMinutes: 43_201 },
      [{ field: 'maximumLifetimeInMinutes', problem: 'outOfLimits', least, most }],
    ],
    [
      off,
      { defaultLifetimeInMinutes: Number.NaN },
      [{ field: 'defaultLifetimeInMinutes', problem: 'outOfLimits', least, most }],
    ],
    // Not out of order too.
    [
      off,
      { minimumLifetimeInMinutes: 50_000 },
      [{ field: 'minimumLifetimeInMinutes', problem: 'outOfLimits', least, most }],
    ],
    [off, { defaultLength: 7 }, [{ field: 'defaultLength', problem: 'outOfLimits', least: 8, most: 48 }]],
    [off, { defaultLength: 8.5 }, [{ field: 'defaultLength', problem: 'outOfLimits', least: 8, most: 48 }]],
    [nobody, { state: 'enabled' }, [{ field: 'include', problem: 'nobodyIncluded' }]],
    [nobody, { state: 'enabled', include: suppliers }, []],
    [
      { ...off, excludeTargets: [everybody] },
      { include: 'all_users' },
      [{ field: 'include', problem: 'nobodyIncluded' }],
    ],
    [
      { ...off, excludeTargets: [group(suppliers.toUpperCase())] },
      { include: suppliers },
      [{ field: 'include', problem: 'excluded' }],
    ],
    [{ ...off, excludeTargets: [group(suppliers)] }, { include: 'all_users' }, []],
  ])('of %j by %j has the problems %j', (policy, change, problems) => {
    expect(checkPolicyChange(policy, change)).toEqual(problems);
  });
});

describe('any change of any policy', () => {
  const policies = anyPolicy([everybody, group(contractors, true), group(suppliers)]);
  const attempt = (policy: TapPolicy, change: PolicyChange) =>
    changedTapPolicy(policy as SandboxPolicy, policyPatch(policy, change));
  const include = fc.constantFrom('all_users', suppliers, contractors);
  const state = fc.constant('enabled' as const);

  test('that stays in the limits is accepted by Graph, makes what was described, and lets the group in', () => {
    const sensible = anyPolicy().map(({ includeTargets, excludeTargets, ...numbers }) => numbers);
    fc.assert(
      fc.property(policies, sensible, include, (policy, numbers, group) => {
        const open = { ...policy, excludeTargets: [] };
        const change: PolicyChange = { ...numbers, state: 'enabled', include: group };
        expect(checkPolicyChange(open, change)).toEqual([]);
        const after = attempt(open, change);
        const described = describeChanges(open, change).map(({ what, to }) => [what, to]);
        expect(after).toEqual(policyAfter(open, change));
        expect(after).toEqual({ ...open, ...Object.fromEntries(described) });
        expect(after.includeTargets).toEqual(expect.arrayContaining(open.includeTargets));
        expect(scopeOf(after, 'a guest', [group])).toBe('included');
        expect(describeChanges(after, change)).toEqual([]);
      }),
    );
  });

  test('has a problem with a number exactly if Graph refuses it', () => {
    const minutes = fc.oneof(lifetime, fc.integer({ min: 0, max: 50_000 }));
    const anyChange = fc.record<PolicyChange, never>(
      {
        state,
        include,
        minimumLifetimeInMinutes: minutes,
        defaultLifetimeInMinutes: minutes,
        maximumLifetimeInMinutes: minutes,
        defaultLength: fc.integer({ min: 7, max: 49 }),
        isUsableOnce: fc.boolean(),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(policies, anyChange, (policy, change) => {
        const problems = checkPolicyChange(policy, change).filter(({ field }) => field !== 'include');
        if (problems.length > 0)
          expect(() => attempt(policy, change), JSON.stringify(problems)).toThrow(GraphError);
        else expect(attempt(policy, change)).toEqual(policyAfter(policy, change));
      }),
    );
  });
});
