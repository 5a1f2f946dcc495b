import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { brokenReplies } from '../sandbox/graph/broken-replies';
import { validateReply } from '../sandbox/graph/validate-reply';
import { fabrikamId, people } from '../sandbox/seed';
import { startSandbox } from '../sandbox/server';
import { tokenFor } from '../sandbox/sign-in-by-hand';
import { graphOnLoopback, passesOf } from './graph-on-loopback';

let graph: Awaited<ReturnType<typeof graphOnLoopback>>;
beforeAll(async () => {
  graph = await graphOnLoopback();
});
beforeEach(() => graph.state.reset());
afterEach(() => expect(brokenReplies).toEqual([]));
afterAll(() => graph.close());

describe('tokens', () => {
  test.each(['', 'unknown'])('the token "%s" is a 401 with a challenge', async (token) => {
    const { status, json, headers } = await graph.get('/me', token);
    expect([status, json.error.code]).toEqual([401, 'InvalidAuthenticationToken']);
    expect(headers['www-authenticate']).toMatch(/^Bearer realm/);
  });

  test('a token runs out on the sandbox clock', async () => {
    const token = graph.signIn();
    graph.state.advance(3_599_000);
    expect((await graph.get('/me', token)).status).toBe(200);
    graph.state.advance(1000);
    const { status, json } = await graph.get('/me', token);
    expect([status, json.error.message]).toEqual([401, 'Lifetime validation failed, the token is expired.']);
  });
});

describe('headers', () => {
  test('ids of the request are told and the one of the client is echoed, in the error too', async () => {
    const { headers, json } = await graph.send('GET', '/users/nobody@contoso.com', {
      headers: { 'client-request-id': 'my-own-id' },
    });
    expect(headers['client-request-id']).toBe('my-own-id');
    expect(json.error.innerError['client-request-id']).toBe('my-own-id');
    expect(json.error.innerError['request-id']).toBe(headers['request-id']);
  });

  test('Date follows the sandbox clock', async () => {
    graph.state.advance(86_400_000);
    const { headers } = await graph.get('/me');
    expect(Math.abs(Date.parse(headers.date ?? '') - graph.state.now())).toBeLessThan(5000);
  });

  test('every origin may ask, and Retry-After is not exposed', async () => {
    const preflight = await graph.send('OPTIONS', '/me', {
      token: '',
      headers: { origin: 'https://a.example', 'access-control-request-headers': 'authorization,sdkversion' },
    });
    expect(preflight.status).toBe(200);
    expect(preflight.headers['access-control-allow-origin']).toBe('*');
    expect(preflight.headers['access-control-allow-headers']).toBe('authorization,sdkversion');
    const { headers } = await graph.get('/me');
    expect(headers['access-control-allow-origin']).toBe('*');
    expect(headers['access-control-expose-headers']).not.toMatch(/retry-after/i);
  });
});

describe('paths', () => {
  test('all four clouds answer; the Chinese one has no passes', async () => {
    const fiona = graph.signIn(people.fabrikamAdmin, undefined, fabrikamId);
    for (const [host, userId, options] of [
      ['graph.microsoft.com', people.ines, {}],
      ['graph.microsoft.us', people.ines, {}],
      ['dod-graph.microsoft.us', people.fabrikamGuest, { token: fiona }],
    ] as const) {
      expect(graph.room.answers(host)).toBe(true);
      const { json } = await graph.send('GET', passesOf(userId), { host, ...options });
      expect(json['@odata.context']).toContain(`https://${host}/v1.0/`);
    }
    // A tenant of DoD has its own Graph, and nobody else has that.
    expect((await graph.send('GET', '/me', { host: 'dod-graph.microsoft.us' })).status).toBe(401);
    expect((await graph.send('GET', '/me', { host: 'graph.microsoft.us', token: fiona })).status).toBe(401);
    const host = 'microsoftgraph.chinacloudapi.cn';
    expect((await graph.send('GET', '/me', { host })).status).toBe(200);
    expect((await graph.send('GET', passesOf(people.ines), { host })).status).toBe(400);
    expect(graph.room.answers('login.microsoftonline.com')).toBe(false);
  });

  test('an unknown segment is a 400, a wrong method a 405', async () => {
    expect((await graph.get('/nothing')).json.error.message).toBe(
      "Resource not found for the segment 'nothing'.",
    );
    expect((await graph.send('DELETE', '/me')).status).toBe(405);
  });
});

describe('$batch', () => {
  type Inner = { id: string; method?: string; url?: string; body?: unknown; dependsOn?: string[] };
  type InnerAnswer = { id: string; status: number; body?: { error?: { code: string } } };
  const batch = async (...requests: Inner[]) => {
    const full = requests.map((request) => ({
      method: 'GET',
      url: '/me',
      ...(request.body === undefined ? {} : { headers: { 'Content-Type': 'application/json' } }),
      ...request,
    }));
    const { status, json } = await graph.send('POST', '/$batch', { body: { requests: full } });
    const responses = (json.responses ?? []) as InnerAnswer[];
    return { status, json, byId: Object.fromEntries(responses.map((response) => [response.id, response])) };
  };

  test('each request has its own status and body, whatever the others do', async () => {
    const { status, byId } = await batch(
      { id: 'user', url: `/users/${people.ines}?$select=id,userType` },
      { id: 'passes', url: passesOf(people.ines) },
      { id: 'nobody', url: '/users/adele_fabrikam.com%23EXT%23@nowhere' },
      { id: 'issue', method: 'POST', url: passesOf(people.ines), body: {} },
    );
    expect(status).toBe(200);
    expect(byId.user?.body).toMatchObject({ id: people.ines, userType: 'Guest' });
    expect(byId.passes?.body).toMatchObject({ value: [] });
    expect(byId.nobody?.status).toBe(404);
    expect(byId.issue?.status).toBe(201);
  });

  test('21 requests are too many, 20 are not', async () => {
    const requests = Array.from({ length: 21 }, (_, index) => ({ id: String(index) }));
    expect((await batch(...requests)).status).toBe(400);
    expect(Object.keys((await batch(...requests.slice(1))).byId)).toHaveLength(20);
  });

  test('what depends on a failure is 424 and does not happen', async () => {
    const { byId } = await batch(
      { id: 'a', url: '/users/nobody' },
      { id: 'b', method: 'POST', url: passesOf(people.ines), body: {}, dependsOn: ['a'] },
      { id: 'c', dependsOn: ['b'] },
      { id: 'd' },
    );
    expect([byId.a?.status, byId.b?.status, byId.c?.status, byId.d?.status]).toEqual([404, 424, 424, 200]);
    expect(graph.user(people.ines)._pass).toBeUndefined();
  });

  test('a malformed batch is refused as a whole', async () => {
    expect((await batch({ id: 'a' }, { id: 'A' })).status).toBe(400);
    expect((await batch()).status).toBe(400);
    const body = { requests: [{ id: 'a', method: 'POST', url: passesOf(people.ines), body: {} }] };
    expect((await graph.send('POST', '/$batch', { body })).status).toBe(400);
    expect(graph.user(people.ines)._pass).toBeUndefined();
  });

  test('throttling meets requests one by one', async () => {
    graph.room.modes.throttling = true;
    const six = Array.from({ length: 6 }, (_, index) => ({ id: `${index}`, url: passesOf(people.ines) }));
    const { status, byId } = await batch(...six);
    expect(status).toBe(200);
    const statuses = Object.values(byId).map((response) => response.status);
    expect(statuses.filter((inner) => inner === 429)).toHaveLength(1);
    expect(byId[5]?.body?.error?.code).toBe('TooManyRequests');
    graph.state.advance(10_000);
    expect((await graph.get(passesOf(people.ines))).status).toBe(200);
  });
});

describe('the description', () => {
  test('is held against every reply, those inside a batch too', async () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => {});
    graph.user(people.ines)._methods.push({ id: 5 });
    const url = `/users/${people.ines}/authentication/methods`;
    await graph.get(url);
    await graph.send('POST', '/$batch', { body: { requests: [{ id: '1', method: 'GET', url }] } });
    expect(brokenReplies.splice(0)).toMatchObject([
      { method: 'GET', path: url, status: 200 },
      { method: 'GET', path: url, status: 200 },
    ]);
    expect(said).toHaveBeenCalledTimes(2);
    said.mockRestore();
  });

  test('fails the run of whoever started a sandbox, by the rejection of `close`', async () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => {});
    const sandbox = await startSandbox();
    sandbox.state.tenants[0]?.users[0]?._methods.push({ id: 5 });
    const scopes = ['UserAuthenticationMethod.Read.All'];
    await sandbox.fetch(`https://graph.microsoft.com/v1.0/users/${people.ines}/authentication/methods`, {
      headers: { authorization: `Bearer ${tokenFor(sandbox.state, { scopes })}` },
    });
    await expect(sandbox.close()).rejects.toThrow(/authentication\/methods 200: body/);
    brokenReplies.length = 0;
    said.mockRestore();
  });

  const problem = (body: unknown, path = `/users/${people.ines}`) => validateReply('GET', path, 200, body);

  test('accepts a right reply and refuses a wrong type, a leaked field, an unknown status and a body too many', () => {
    expect(problem({ id: people.ines, displayName: null, '@odata.context': 'x' })).toBeUndefined();
    expect(problem({ id: 5 })).toMatch(/must be string/);
    expect(problem({ id: 'a', _pass: {} })).toMatch(/additional properties/);
    expect(problem({ value: [{ id: 'a', code: 'secret' }] }, passesOf(people.ines))).toMatch(
      /additional properties/,
    );
    expect(validateReply('GET', '/me', 201, {})).toMatch(/no 201/);
    expect(validateReply('DELETE', `${passesOf('a')}/b`, 204, {})).toMatch(/no body/);
    expect(validateReply('GET', '/me', 404, { message: 'no' })).toMatch(/required property 'error'/);
  });
});
