import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { people } from '../sandbox/seed';
import { type Sandbox, startSandbox } from '../sandbox/server';
import type { SandboxUser } from '../sandbox/state';

let sandbox: Sandbox;
let ines: SandboxUser;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());
beforeEach(() => {
  sandbox.state.reset();
  ines = userWith(people.ines);
  ines._pass = pass();
});

const origin = 'https://mysignins.microsoft.com';

function userWith(id: string): SandboxUser {
  const user = sandbox.state.tenants.flatMap(({ users }) => users).find((known) => known.id === id);
  if (!user) throw new Error(`The seed has no ${id}`);
  return user;
}

const pass = () => ({
  id: 'a0000000-0000-4000-8000-000000000001',
  code: 'Right+One',
  created: sandbox.state.now(),
  start: sandbox.state.now(),
  lifetimeInMinutes: 60,
  isUsableOnce: true,
  used: false,
});

const send = (path: string, form: Record<string, string>, cookie = '') =>
  sandbox.fetch(`${origin}${path}`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(form).toString(),
  });

const signIn = (code = 'Right+One', query = '', name = 'ines@contoso.com') =>
  send(`/security-info/sign-in${query}`, { name, pass: code });

async function session(): Promise<string> {
  const cookie = (await signIn()).headers.get('set-cookie') ?? '';
  return cookie.split(';')[0] ?? '';
}

const open = async (cookie: string) =>
  await (await sandbox.fetch(`${origin}/security-info`, { headers: { cookie } })).text();

describe("the guest's side", () => {
  it('lets a guest in with a pass and marks it used', async () => {
    expect(await open('')).toContain('Temporary Access Pass');
    const cookie = await session();
    expect(ines._pass?.used).toBe(true);
    expect(await open(cookie)).toContain('Security info');
  });

  it('takes the tenant from the address before the domain of the name', async () => {
    expect((await signIn('Right+One', '?tenantId=fabrikam.com')).status).toBe(401);
    expect((await signIn('Right+One', '?tenant=contoso.onmicrosoft.com')).status).toBe(303);
  });

  it.each([
    ['a wrong pass', () => signIn('Wrong'), 'Temporary Access Pass is incorrect'],
    ['an unknown domain', () => signIn('Right+One', '', 'ines@nowhere.example'), 'find an account'],
  ])('says why %s lets nobody in', async (_, attempt, words) => {
    const answer = await attempt();
    expect(answer.status).toBe(401);
    expect(await answer.text()).toContain(words);
    expect(ines._pass?.used).toBe(false);
  });

  it('lets a one-time pass in once, and no pass after its end', async () => {
    expect((await signIn()).status).toBe(303);
    expect((await signIn()).status).toBe(401);
    ines._pass = { ...pass(), isUsableOnce: false };
    sandbox.state.advance(61 * 60_000);
    expect(await (await signIn()).text()).toContain('expired');
  });

  it.each([
    ['microsoftAuthenticator', 'Microsoft Authenticator'],
    ['fido2', 'Passkey'],
    ['windowsHelloForBusiness', 'Windows Hello'],
    ['platformCredential', 'Platform credential'],
  ])('registers %s at the time of the clock', async (method, name) => {
    const cookie = await session();
    sandbox.state.advance(60_000);
    await send('/security-info/methods', { method }, cookie);
    const registered = ines._methods.at(-1);
    expect(registered?.['@odata.type']).toBe(`#microsoft.graph.${method}AuthenticationMethod`);
    const age = sandbox.state.now() - Date.parse(String(registered?.createdDateTime));
    expect(age).toBeGreaterThanOrEqual(0);
    expect(age).toBeLessThan(30_000);
    expect(await open(cookie)).toContain(`<li>${name} (`);
  });

  it('registers nothing unknown, nothing without a session, and nothing ten minutes after the sign-in', async () => {
    const cookie = await session();
    expect((await send('/security-info/methods', { method: 'toString' }, cookie)).status).toBe(400);
    await send('/security-info/methods', { method: 'fido2' });
    sandbox.state.advance(10 * 60_000);
    await send('/security-info/methods', { method: 'fido2' }, cookie);
    expect(ines._methods).toHaveLength(1);
    expect(await open(cookie)).toContain('sign in again');
  });

  it('ends the session with a sign-out and with a reset', async () => {
    const first = await session();
    await send('/security-info/sign-out', {}, first);
    expect(await open(first)).not.toContain('Security info</h1>');
    ines._pass = pass();
    const second = await session();
    expect(await open(second)).toContain('Security info</h1>');
    sandbox.state.reset();
    expect(await open(second)).not.toContain('Security info</h1>');
  });
});
