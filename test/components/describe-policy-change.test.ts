import { expect, it } from 'vitest';
import { describePolicyChange } from '../../components/describe-policy-change';
import type { TapPolicy } from '../../utils/tap-policy';
import { usualPolicy } from '../tap-policies';

const names: Record<string, string> = { contractors: 'TAP Contractors', suppliers: 'Suppliers' };
const nameOf = (id: string) => names[id] ?? `Group ${id}`;
const off: TapPolicy = { ...usualPolicy, state: 'disabled', includeTargets: [] };

it('tells each difference from → to, in the order of the form', () => {
  const change = {
    state: 'enabled',
    include: 'contractors',
    minimumLifetimeInMinutes: 10,
    defaultLifetimeInMinutes: 90,
    maximumLifetimeInMinutes: 43_200,
    defaultLength: 12,
    isUsableOnce: true,
  } as const;
  expect(describePolicyChange(off, change, nameOf)).toEqual([
    { what: 'Temporary Access Pass', from: ['Disabled'], to: ['Enabled'] },
    { what: 'Included', from: ['Nobody'], to: ['TAP Contractors'] },
    { what: 'Minimum lifetime', from: ['1 hour'], to: ['10 minutes'] },
    { what: 'Default lifetime', from: ['1 hour'], to: ['1 hour 30 minutes'] },
    { what: 'Maximum lifetime', from: ['8 hours'], to: ['30 days'] },
    { what: 'Length', from: ['8 characters'], to: ['12 characters'] },
    { what: 'One-time passes only', from: ['No'], to: ['Yes'] },
  ]);
});

it('keeps those who are in, a vanished group by its id and a single user too', () => {
  const policy: TapPolicy = {
    ...usualPolicy,
    includeTargets: [
      { targetType: 'group', id: 'suppliers' },
      { targetType: 'group', id: 'vanished' },
      { targetType: 'user', id: 'u1' },
    ],
  };
  const now = ['Suppliers', 'Group vanished', 'User u1'];
  expect(describePolicyChange(policy, { include: 'all_users' }, nameOf)).toEqual([
    { what: 'Included', from: now, to: [...now, 'All users'] },
  ]);
});

it('tells nothing where nothing changes', () => {
  expect(describePolicyChange(usualPolicy, { include: 'contractors' }, nameOf)).toEqual([]);
});
