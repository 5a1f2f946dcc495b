import { beforeEach, describe, expect, test } from 'vitest';
import { signInWithPass } from '../sandbox/login/temporary-access-pass';
import { contosoId, groups } from '../sandbox/seed';
import { createState, type SandboxPass, type SandboxTenant, tenantOf, userOf } from '../sandbox/state';

const state = createState();
let tenant: SandboxTenant;
beforeEach(() => {
  state.reset();
  const found = tenantOf(state, contosoId);
  if (!found) throw new Error('The seed has no Contoso');
  tenant = found;
});

function give(username: string, pass: Partial<SandboxPass> = {}) {
  const user = userOf(tenant, username);
  if (!user) throw new Error(`The seed has no ${username}`);
  user._pass = {
    id: 'p',
    code: 'GOOD-PASS',
    created: state.now(),
    start: state.now(),
    lifetimeInMinutes: 60,
    isUsableOnce: true,
    used: false,
    ...pass,
  };
  return user;
}
const enter = (code = 'GOOD-PASS', name = 'ines@contoso.com') => signInWithPass(state, tenant, name, code);

describe('signing in with a pass', () => {
  test('works once with a one-time pass, and marks it used', () => {
    const ines = give('ines@contoso.com');
    expect(enter()).toEqual({ ok: true, user: ines });
    expect(ines._pass?.used).toBe(true);
    expect(enter()).toMatchObject({ ok: false, reason: 'blockedByPolicy' });
  });

  test('works as often as one likes with a multi-use pass until it ends', () => {
    give('ines@contoso.com', { isUsableOnce: false });
    expect([enter().ok, enter(undefined, ' INES@contoso.com').ok]).toEqual([true, true]);
    state.advance(60 * 60_000);
    expect(enter()).toMatchObject({ ok: false, reason: 'expired' });
  });

  test('does not work before it starts', () => {
    give('ines@contoso.com', { start: state.now() + 60_000 });
    expect(enter()).toMatchObject({ ok: false, reason: 'notYetValid' });
    state.advance(60_000);
    expect(enter().ok).toBe(true);
  });

  test('does not work with a wrong code, which costs nothing', () => {
    const ines = give('ines@contoso.com');
    expect(enter('good-pass')).toMatchObject({ ok: false, reason: 'wrongPass' });
    expect(ines._pass?.used).toBe(false);
  });

  test('follows the policy of the moment', () => {
    give('ines@contoso.com', { isUsableOnce: false });
    tenant.policy.isUsableOnce = true;
    expect(enter()).toMatchObject({ ok: false, reason: 'blockedByPolicy' });
    tenant.policy.isUsableOnce = false;
    tenant.policy.excludeTargets.push({ targetType: 'group', id: groups.contractors });
    expect(enter()).toMatchObject({ ok: false, reason: 'blockedByPolicy' });
  });

  test('does not work for nobody, for the disabled and for those without a pass', () => {
    give('dora@contoso.com');
    expect(enter('GOOD-PASS', 'nobody@contoso.com')).toMatchObject({ ok: false, reason: 'unknownUser' });
    expect(enter('GOOD-PASS', 'dora@contoso.com')).toMatchObject({ ok: false, reason: 'accountDisabled' });
    expect(enter('GOOD-PASS', 'ines@contoso.com')).toMatchObject({ ok: false, reason: 'wrongPass' });
  });
});
