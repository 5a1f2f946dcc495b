import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createFaults, type Fault } from '../sandbox/faults';
import { people } from '../sandbox/seed';
import { graphOnLoopback } from './graph-on-loopback';

let graph: Awaited<ReturnType<typeof graphOnLoopback>>;
beforeAll(async () => {
  graph = await graphOnLoopback();
});
beforeEach(() => {
  graph.state.reset();
  graph.faults.clear();
});
afterAll(() => graph.close());

const once = (fault: Fault) => graph.faults.add({ url: /\/v1\.0\//, times: 1, fault });
const passOfInes = () => graph.user(people.ines)._pass;

describe('a fault meets', () => {
  test('the rooms, methods, addresses and times it names', () => {
    const faults = createFaults();
    const fault: Fault = { kind: 'truncated' };
    const remove = faults.add({ room: 'graph', method: 'post', url: /users/g, times: 2, fault });
    const post = { method: 'POST', url: new URL('https://graph.microsoft.com/v1.0/users') };
    expect(faults.take({ ...post, method: 'GET' })).toBeUndefined();
    expect(faults.take({ ...post, url: new URL('https://login.microsoftonline.com/users') })).toBeUndefined();
    expect(faults.take({ ...post, url: new URL('https://graph.microsoft.com/v1.0/me') })).toBeUndefined();
    expect([faults.take(post), faults.take(post), faults.take(post)]).toEqual([fault, fault, undefined]);
    remove();
    const removeNext = faults.add({ url: /./, fault });
    expect(faults.take(post)).toBe(fault);
    removeNext();
    expect(faults.take(post)).toBeUndefined();
  });
});

describe('a connection cut', () => {
  test('before the server acts leaves nothing behind', async () => {
    once({ kind: 'cut', act: 'before' });
    await expect(graph.issue(people.ines)).rejects.toThrow('socket hang up');
    expect(passOfInes()).toBeUndefined();
  });

  test('after the server acted leaves a pass whose code nobody saw', async () => {
    once({ kind: 'cut', act: 'after' });
    await expect(graph.issue(people.ines)).rejects.toThrow('socket hang up');
    expect(passOfInes()).toBeDefined();
    expect((await graph.issue(people.ines)).status).toBe(201);
  });
});

describe('another answer', () => {
  const retryAfter = ['7', '0.249', 'Wed, 21 Oct 2026 07:28:00 GMT', 'soon', undefined];
  test.each([429, 503, 504].flatMap((status) => retryAfter.map((after) => [status, after] as const)))(
    '%i with Retry-After %s',
    async (status, after) => {
      once({ kind: 'answer', status, ...(after === undefined ? {} : { headers: { 'retry-after': after } }) });
      const answer = await graph.issue(people.ines);
      expect([answer.status, answer.headers['retry-after']]).toEqual([status, after]);
      expect(answer.json.error.code).toMatch(/^(TooManyRequests|ServiceUnavailable|GatewayTimeout)$/);
      expect(passOfInes()).toBeUndefined();
    },
  );

  test.each(['before', 'after'] as const)('500, %s the server acts', async (act) => {
    once({ kind: 'answer', status: 500, act });
    const { status, json } = await graph.issue(people.ines);
    expect([status, json.error.code]).toEqual([500, 'InternalServerError']);
    expect(passOfInes() !== undefined).toBe(act === 'after');
  });

  test('502 with HTML, the server having acted', async () => {
    const body = '<html><h1>Bad gateway</h1></html>';
    once({ kind: 'answer', status: 502, headers: { 'content-type': 'text/html' }, body, act: 'after' });
    const { status, json, headers } = await graph.issue(people.ines);
    expect([status, json, headers['content-type']]).toEqual([502, body, 'text/html']);
    expect(passOfInes()).toBeDefined();
  });

  test('401 with several challenges, one of them for claims', async () => {
    const claims = '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}';
    once({ kind: 'claimsChallenge', claims });
    const { status, headers, json } = await graph.issue(people.ines);
    expect([status, json.error.code]).toEqual([401, 'InvalidAuthenticationToken']);
    const challenges = headers['www-authenticate']?.split(/, (?=Bearer )/) ?? [];
    expect(challenges).toHaveLength(2);
    const base64 = /error="insufficient_claims", claims="(.*)"/.exec(challenges[1] ?? '')?.[1] ?? '';
    expect(Buffer.from(base64, 'base64').toString()).toBe(claims);
    expect(passOfInes()).toBeUndefined();
  });
});

describe('the own answer of the server', () => {
  test('breaks off in the middle', async () => {
    once({ kind: 'truncated' });
    await expect(graph.issue(people.ines)).rejects.toThrow(SyntaxError);
    expect(passOfInes()).toBeDefined();
  });

  test('comes under another content type', async () => {
    once({ kind: 'contentType', contentType: 'text/plain' });
    const { status, json } = await graph.issue(people.ines);
    expect(status).toBe(201);
    expect(JSON.parse(json).id).toBe(passOfInes()?.id);
  });

  test.each(['before', 'after'] as const)('comes late, the time spent %s the server acts', async (act) => {
    once({ kind: 'slow', milliseconds: 60, act });
    const start = performance.now();
    expect((await graph.issue(people.ines)).json.id).toBe(passOfInes()?.id);
    expect(performance.now() - start).toBeGreaterThanOrEqual(59);
  });
});
