import { describe, expect, it } from 'vitest';
import { changeOf, draftOf, type PolicyDraft, problemsOf, rebased } from '../../components/policy-draft';
import type { TapPolicy } from '../../utils/tap-policy';
import { usualPolicy } from '../tap-policies';

const off: TapPolicy = { ...usualPolicy, state: 'disabled', includeTargets: [] };
const contractors = { id: '20000000-0000-4000-8000-000000000001', displayName: 'TAP Contractors' };
const included = { targetType: 'group', id: contractors.id } as const;
const letIn = (policy: TapPolicy, more: Partial<PolicyDraft> = {}): PolicyDraft => ({
  ...draftOf(policy),
  who: 'group',
  group: contractors,
  ...more,
});

describe('the form at first', () => {
  it('wishes nothing but that the method is on', () => {
    for (const policy of [off, { ...off, includeTargets: [included] }])
      expect(changeOf(draftOf(policy), policy)).toEqual({ state: 'enabled' });
  });

  it.each([
    ['a policy that is off and includes nobody', off, 'group'],
    ['one that is off and includes a group', { ...off, includeTargets: [included] }, 'asNow'],
    ['one that is on and includes another group', { ...usualPolicy, includeTargets: [included] }, 'group'],
    ['one that includes everybody', usualPolicy, 'asNow'],
  ])('asks of %s for as few people as can be', (_, policy, who) => {
    expect(draftOf(policy).who).toBe(who);
  });
});

describe('changeOf', () => {
  it('carries only what differs', () => {
    const draft = letIn(off, { maximumLifetimeInMinutes: ' 1440 ', isUsableOnce: true });
    expect(changeOf(draft, off)).toEqual({
      state: 'enabled',
      include: contractors.id,
      maximumLifetimeInMinutes: 1440,
      isUsableOnce: true,
    });
  });

  it('forgets the group when everybody gets in', () => {
    expect(changeOf(letIn(off, { who: 'everybody' }), off)).toMatchObject({ include: 'all_users' });
  });
});

describe('problemsOf', () => {
  it('is content with a group', () => {
    expect(problemsOf(letIn(off), off)).toEqual({});
  });

  it.each(['', 'abc', '-60', '60.5', '1e2', '９０', '60 min'])(
    'takes %j for no number of minutes',
    (text) => {
      expect(problemsOf(letIn(off, { defaultLifetimeInMinutes: text }), off)).toEqual({
        defaultLifetimeInMinutes: 'Enter a whole number from 10 to 43,200.',
      });
    },
  );

  it('says which lifetime is out of order, and asks for a group, in one go', () => {
    const draft = { ...draftOf(off), defaultLifetimeInMinutes: '30' };
    expect(problemsOf(draft, off)).toEqual({
      minimumLifetimeInMinutes: expect.stringContaining('longer than the default'),
      include: expect.stringContaining('choose it'),
    });
  });

  it('says that a group is excluded', () => {
    const policy = { ...off, excludeTargets: [included] };
    expect(problemsOf(letIn(policy), policy).include).toContain('excludes this group');
  });

  it('says that everybody is excluded, whoever is let in', () => {
    const policy: TapPolicy = { ...off, excludeTargets: [{ targetType: 'group', id: 'all_users' }] };
    expect(problemsOf(letIn(policy), policy).include).toContain('excludes all users');
  });

  it('says that there is nothing to change', () => {
    const policy = { ...usualPolicy, includeTargets: [included] };
    expect(problemsOf(letIn(policy), policy).include).toContain('nothing to change');
    expect(problemsOf(letIn(policy, { defaultLength: '12' }), policy)).toEqual({});
    expect(problemsOf(draftOf(usualPolicy), usualPolicy).include).toContain('nothing to change');
  });
});

describe('rebased', () => {
  it('keeps what the admin wished and takes over what changed meanwhile', () => {
    const draft = letIn(off, { defaultLength: '12' });
    const now = { ...off, maximumLifetimeInMinutes: 1440 };
    expect(changeOf(rebased(draft, off, now), now)).toEqual({
      state: 'enabled',
      include: contractors.id,
      defaultLength: 12,
    });
  });

  it('asks for a group once nobody is included any more', () => {
    const before = { ...off, includeTargets: [included] };
    expect(rebased(draftOf(before), before, off).who).toBe('group');
  });

  it('keeps text that is no number, to be corrected', () => {
    const draft = letIn(off, { defaultLength: 'abc' });
    expect(problemsOf(rebased(draft, off, off), off)).toHaveProperty('defaultLength');
  });
});
