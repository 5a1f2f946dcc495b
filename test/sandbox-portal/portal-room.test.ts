import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { groups, people } from '../sandbox/seed';
import { type Sandbox, startSandbox } from '../sandbox/server';

type HostList = { clouds: { portalHosts: { host: string }[] }[] };

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.state.reset());

const entra = 'https://entra.microsoft.com';
const ask = (path: string, init?: RequestInit) => sandbox.fetch(`${entra}${path}`, init);
const post = (userId: string, body: object) =>
  ask(`/api/users/${userId}/pass`, { method: 'POST', body: JSON.stringify(body) });
const messageOf = async (answer: Response) =>
  ((await answer.json()) as { error: { message: string } }).error.message;

describe('the portal', () => {
  it('answers with the shell under every known portal host', async () => {
    const list = JSON.parse(
      await readFile(new URL('../fixtures/portal-hosts.json', import.meta.url), 'utf8'),
    ) as HostList;
    const hosts = new Set(list.clouds.flatMap(({ portalHosts }) => portalHosts.map(({ host }) => host)));
    expect(hosts.size).toBeGreaterThan(20);
    for (const host of hosts) {
      const answer = await sandbox.fetch(`https://${host.replace('*', 'contoso')}/contoso.com?x=1`);
      expect([host, answer.status], host).toEqual([host, 200]);
      expect(await answer.text(), host).toContain('fxs-topbar');
    }
  });

  it('serves no file outside its own folders', async () => {
    const paths = ['/Content/shell/../portal-room.ts', '/Content/shell/%2e%2e/backend.js', '/Content/x/y.js'];
    for (const path of paths) expect((await ask(path)).status, path).not.toBe(200);
    expect((await ask('/Content/shell/shell.js')).status).toBe(200);
  });

  it('lists the users of the tenant that is asked for', async () => {
    const users = (await (await ask('/api/users?tenant=fabrikam.com')).json()) as { displayName: string }[];
    expect(users.map(({ displayName }) => displayName)).toContain('Felix Freelancer');
    expect(users.map(({ displayName }) => displayName)).not.toContain('Ines Contractor');
  });

  it('knows a user by object id and by user principal name', async () => {
    const byName = await (await ask('/api/users/ines%40contoso.com')).json();
    expect(byName).toEqual(await (await ask(`/api/users/${people.ines}`)).json());
    expect((await ask('/api/users/nobody')).status).toBe(404);
  });

  it('shows a group with its direct members only', async () => {
    const group = (await (await ask(`/api/groups/${groups.contractors}`)).json()) as {
      members: { id: string }[];
    };
    expect(group.members.map(({ id }) => id)).toEqual([people.ines]);
  });

  it.each([
    ['csp', 'content-security-policy', /script-src 'nonce-.+require-trusted-types-for 'script'/],
    ['permissions', 'permissions-policy', /^clipboard-write=\(\)$/],
    ['coep', 'cross-origin-embedder-policy', /^require-corp$/],
  ])('sends the headers of the variant %s, and none of them unasked', async (variant, name, value) => {
    expect((await ask(`/?headers=${variant}`)).headers.get(name)).toMatch(value);
    expect((await ask('/')).headers.get(name)).toBeNull();
  });
});

describe("the portal's own way to a pass", () => {
  it('tells the code once and asks nothing of Graph', async () => {
    const answer = await post(people.ines, { lifetimeInMinutes: 90, isUsableOnce: true });
    const pass = (await answer.json()) as { temporaryAccessPass: string; lifetimeInMinutes: number };
    const held = sandbox.state.tenants[0]?.users.find(({ id }) => id === people.ines)?._pass;
    expect(answer.status).toBe(201);
    expect(held).toMatchObject({ code: pass.temporaryAccessPass, lifetimeInMinutes: 90, isUsableOnce: true });
    const listed = await (await ask(`/api/users/${people.ines}/pass`)).text();
    expect(listed).toContain('"lifetimeInMinutes":90');
    expect(listed).not.toContain(pass.temporaryAccessPass);
    expect(sandbox.log.filter(({ room }) => room === 'graph')).toEqual([]);
  });

  it('deletes a pass, and finds nothing to delete afterwards', async () => {
    await post(people.ines, {});
    const remove = () => ask(`/api/users/${people.ines}/pass`, { method: 'DELETE' });
    expect((await remove()).status).toBe(204);
    expect(sandbox.state.tenants[0]?.users.find(({ id }) => id === people.ines)?._pass).toBeUndefined();
    expect((await remove()).status).toBe(204);
  });

  it.each([
    [
      'a lifetime outside the policy',
      people.ines,
      { lifetimeInMinutes: 10 },
      400,
      'Invalid LifetimeInMinutes',
    ],
    ['an external guest', people.adele, {}, 400, 'external guest user'],
    ['a user the policy excludes', people.excluded, {}, 400, 'Converged UserCredentialPolicy'],
    ['oneself', people.avery, {}, 403, 'Self-service'],
    ['a holder of an administrator role', people.gina, {}, 403, ''],
  ])('refuses %s as Graph does', async (_, userId, body, status, words) => {
    const answer = await post(userId, body);
    expect(answer.status).toBe(status);
    expect(await messageOf(answer)).toContain(words);
  });
});
