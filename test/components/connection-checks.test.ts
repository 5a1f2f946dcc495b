import { describe, expect, it } from 'vitest';
import { type Check, checksOf, lacksConsent, mayShowError } from '../../components/connection-checks';
import type { FailureCode } from '../../utils/failures';
import type { Connection, Result } from '../../utils/messages';
import { permissions } from '../../utils/scopes';

const fine: Connection = {
  admin: 'avery@contoso.com',
  tenant: { id: 'c0a70501-0c0a-4705-80c0-a70500000001', displayName: 'Contoso' },
  granted: permissions.main,
  readsUser: 'works',
  readsPasses: 'works',
  readsPolicy: 'works',
};
const found = (change: Partial<Connection> = {}): Result<Connection> => ({
  ok: true,
  value: { ...fine, ...change },
});
const failed = (code: FailureCode): Result<Connection> => ({ ok: false, failure: { code } });
const without = (name: string) => permissions.main.filter((other) => other !== name);

function check(result: Result<Connection>, label: string): Check {
  const checks = checksOf(result).filter((each) => each.label === label);
  expect(checks).toHaveLength(1);
  return checks[0] as Check;
}

const passes = 'Reads the passes of a guest';
const policy = 'Reads the policy for Temporary Access Pass';

describe('where all of it works', () => {
  it('each thing is named once, and none asks for anything', () => {
    const checks = checksOf(found());
    expect(checks.map(({ label, state }) => [label, state])).toEqual([
      ['Signed in', 'works'],
      ...permissions.main.map((name) => [name, 'works']),
      ['Reads a user', 'works'],
      [passes, 'works'],
      [policy, 'works'],
      ["Shows a guest's sign-in methods", 'optional'],
      ['Turns Temporary Access Pass on', 'optional'],
    ]);
    expect(checks[0]?.found).toBe('avery@contoso.com in Contoso');
    expect(checks.some(({ nextStep }) => nextStep)).toBe(false);
    expect(lacksConsent(found())).toBe(false);
  });

  it('what is optional is found too, and what it takes besides', () => {
    const granted = [...permissions.main, ...permissions.watchMethods, ...permissions.changePolicy];
    const states = checksOf(found({ granted })).map(({ state }) => state);
    expect(new Set(states)).toEqual(new Set(['works']));
    const half = found({ granted: [...permissions.main, 'Group.ReadBasic.All'] });
    expect(check(half, 'Turns Temporary Access Pass on')).toMatchObject({
      state: 'optional',
      cause: expect.stringMatching(
        /^Optional: Policy\.ReadWrite\.AuthenticationMethod is .* Authentication Policy/,
      ),
    });
  });
});

describe('a permission that is not granted', () => {
  it.each(permissions.main)('%s is named, with where it is granted', (name) => {
    const result = found({ granted: without(name) });
    expect(check(result, name)).toMatchObject({
      state: 'fails',
      cause: expect.stringContaining('not granted'),
    });
    expect(check(result, name).nextStep).toContain('admin consent');
    expect(lacksConsent(result)).toBe(true);
  });

  it('is the cause before any role', () => {
    const name = 'UserAuthMethod-TAP.ReadWrite.All';
    const result = found({ granted: without(name), readsPasses: { code: 'roleMissing' } });
    expect(check(result, passes).cause).toBe(`The permission ${name} is not granted.`);
  });
});

describe('an ability that a role opens', () => {
  it('names the role', () => {
    const result = found({
      readsPasses: { code: 'roleMissing' },
      readsPolicy: { code: 'policyRoleMissing' },
    });
    expect(check(result, passes)).toMatchObject({
      state: 'fails',
      nextStep: expect.stringContaining('Authentication Administrator'),
    });
    expect(check(result, policy)).toMatchObject({
      state: 'warns',
      nextStep: expect.stringContaining('Global Reader'),
    });
    expect(lacksConsent(result)).toBe(false);
  });

  it('is not called missing where nobody was there to try it with', () => {
    expect(check(found({ readsPasses: 'noGuest' }), passes)).toMatchObject({
      state: 'notTried',
      cause: 'This tenant has no guest yet to try it with.',
    });
    const blind = found({ readsUser: { code: 'directoryDenied' }, readsPasses: 'notTried' });
    expect(check(blind, passes)).toMatchObject({ state: 'notTried' });
  });
});

describe('a sign-in that failed', () => {
  it('leaves the rest untried, and each of it is still named', () => {
    const [first, ...rest] = checksOf(failed('offline'));
    expect(first).toMatchObject({ label: 'Signed in', state: 'fails' });
    expect(rest.map(({ state }) => state)).toEqual(rest.map(() => 'notTried'));
    expect(rest).toHaveLength(8);
  });

  it.each<[FailureCode, RegExp]>([
    ['notSetUp', /step 2/],
    ['appNotFound', /step 2.*Overview/],
    ['redirectUriNotSpa', /Authentication.*Single-page application/],
    ['consentRequired', /admin consent/],
    ['signInCancelled', /Test connection/],
  ])('says of %s where on this page it is mended', (code, words) => {
    expect(checksOf(failed(code))[0]?.nextStep).toMatch(words);
    expect(checksOf(failed(code))[0]?.nextStep).not.toContain('Options');
  });

  it('asks for consent where that is what is missing, and to look into the window where it may say more', () => {
    expect(lacksConsent(failed('consentRequired'))).toBe(true);
    expect(lacksConsent(failed('offline'))).toBe(false);
    expect(mayShowError({ code: 'signInCancelled' })).toBe(true);
    expect(mayShowError({ code: 'appNotFound' })).toBe(false);
  });
});
