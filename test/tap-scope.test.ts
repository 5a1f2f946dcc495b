import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PolicyTarget } from '../utils/tap-policy';
import { policyGroups, scopeOf, type TapScope } from '../utils/tap-scope';
import { groupIdsOf } from './sandbox/graph/membership';
import { isInTapScope } from './sandbox/graph/tap-scope';
import { groups, people } from './sandbox/seed';
import { createState } from './sandbox/state';
import { anyPolicy, usualPolicy } from './tap-policies';

const group = (id: string): PolicyTarget => ({ targetType: 'group', id });
const user = (id: string): PolicyTarget => ({ targetType: 'user', id });
const everybody = group('all_users');

const guestId = 'a0000000-0000-4000-8000-00000000000a';
const inGroup = 'b0000000-0000-4000-8000-00000000000b';
const otherGroup = 'c0000000-0000-4000-8000-00000000000c';

/** Who is included and excluded, what a member of `inGroup` is then, and what is certain without memberships. */
const rows: [included: PolicyTarget[], excluded: PolicyTarget[], known: TapScope, unknown: TapScope][] = [
  [[], [], 'notIncluded', 'notIncluded'],
  [[everybody], [], 'included', 'included'],
  [[group('ALL_USERS')], [], 'included', 'included'],
  [[user(guestId)], [], 'included', 'included'],
  [[user(guestId.toUpperCase())], [], 'included', 'included'],
  [[user('someone-else')], [], 'notIncluded', 'notIncluded'],
  [[group(inGroup)], [], 'included', 'unknown'],
  [[group(inGroup.toUpperCase())], [], 'included', 'unknown'],
  [[group(otherGroup)], [], 'notIncluded', 'unknown'],
  [[group(guestId), user(inGroup), user('all_users')], [], 'notIncluded', 'unknown'],
  [[everybody], [user(guestId.toUpperCase())], 'excluded', 'excluded'],
  [[user(guestId)], [everybody], 'excluded', 'excluded'],
  [[], [everybody], 'excluded', 'excluded'],
  [[everybody], [group(inGroup)], 'excluded', 'unknown'],
  [[everybody], [group(otherGroup)], 'included', 'unknown'],
  [[], [group(inGroup)], 'excluded', 'notIncluded'],
  [[everybody, group(otherGroup)], [user('someone-else')], 'included', 'included'],
];

describe('the scope of the policy', () => {
  test.each(rows)('including %j, excluding %j is %s, without memberships %s', (...row) => {
    const [includeTargets, excludeTargets, known, unknown] = row;
    const policy = { ...usualPolicy, includeTargets, excludeTargets };
    expect(scopeOf(policy, guestId, [inGroup])).toBe(known);
    expect(scopeOf(policy, guestId.toUpperCase(), [inGroup.toUpperCase()])).toBe(known);
    expect(scopeOf(policy, guestId, 'unknown')).toBe(unknown);
    expect(scopeOf({ ...policy, state: 'disabled' }, guestId, [inGroup])).toBe('methodDisabled');
  });

  test('is unknown where the policy is', () => {
    expect(scopeOf('unknown', guestId, [inGroup])).toBe('unknown');
  });
});

test('the groups to ask for are those of both lists, once each, without everybody and without users', () => {
  const includeTargets = [everybody, group(inGroup), user(guestId)];
  const excludeTargets = [group(inGroup.toUpperCase()), group(otherGroup), user('someone-else')];
  expect(policyGroups({ ...usualPolicy, includeTargets, excludeTargets })).toEqual([inGroup, otherGroup]);
});

describe('for any policy and each user of a tenant', () => {
  const [tenant] = createState().tenants;
  if (!tenant) throw new Error('The sandbox has no tenant.');
  const anyUser = fc.constantFrom(...tenant.users);
  const targets = [
    everybody,
    ...Object.values(groups).map(group),
    ...[people.ines, people.excluded, people.emil].map(user),
  ];
  const sandboxTargets = (list: PolicyTarget[]) =>
    list.map((target) => ({ isRegistrationRequired: false, ...target }));

  test('the panel says what Graph does', () => {
    fc.assert(
      fc.property(anyPolicy(targets), anyUser, (policy, someone) => {
        const asked = policyGroups(policy);
        const memberOf = [...groupIdsOf(tenant, someone)].filter((id) => asked.includes(id));
        const scope = scopeOf(policy, someone.id, memberOf);
        const accepts = isInTapScope(
          tenant,
          { ...policy, includeTargets: sandboxTargets(policy.includeTargets) },
          someone,
        );
        expect(scope).not.toBe('unknown');
        expect(scope === 'included').toBe(accepts);
      }),
    );
  });

  test('what is certain without memberships stays so with any', () => {
    fc.assert(
      fc.property(anyPolicy(targets), anyUser, fc.subarray(Object.values(groups)), (policy, { id }, any) => {
        const certain = scopeOf(policy, id, 'unknown');
        fc.pre(certain !== 'unknown');
        const scope = scopeOf(policy, id, any);
        expect(certain === 'notIncluded' ? ['notIncluded', 'excluded'] : [certain]).toContain(scope);
      }),
    );
  });
});
