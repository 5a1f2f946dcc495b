import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { people } from './sandbox/seed';
import { type Sandbox, startSandbox } from './sandbox/server';
import { tokenFor } from './sandbox/sign-in-by-hand';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());
beforeEach(() => sandbox.state.reset());

const me = (token: string) =>
  sandbox.fetch('https://graph.microsoft.com/v1.0/me', { headers: { Authorization: `Bearer ${token}` } });

describe('the rooms together', () => {
  it('let Graph challenge a token that the sign-in has revoked, with claims', async () => {
    const token = tokenFor(sandbox.state);
    expect((await me(token)).status).toBe(200);
    sandbox.rooms.login.switches.challengeTokens(people.avery);
    const refused = await me(token);
    expect(refused.status).toBe(401);
    const challenge = refused.headers.get('WWW-Authenticate') ?? '';
    expect(challenge).toContain('error="insufficient_claims"');
    const claims = /claims="([^"]+)"/.exec(challenge)?.[1] ?? '';
    expect(JSON.parse(atob(claims))).toHaveProperty('access_token');
    expect((await me(tokenFor(sandbox.state))).status).toBe(200);
  });

  it('answer for no host but their own', async () => {
    await expect(sandbox.fetch('https://example.com/')).rejects.toThrow();
    expect(sandbox.log).toEqual([]);
  });
});

it('tells a request whose sender has gone from one that is under way', async () => {
  const held = { kind: 'held', until: new Promise<void>(() => {}) } as const;
  sandbox.faults.add({ url: /\/me$/, times: 1, fault: held });
  const gone = new AbortController();
  const asked = sandbox.fetch('https://graph.microsoft.com/v1.0/me', { signal: gone.signal }).catch(() => {});
  const statuses = () => sandbox.log.map(({ status }) => status);
  await expect.poll(statuses).toEqual([0]);
  gone.abort();
  await asked;
  await expect.poll(statuses).toEqual([499]);
});
