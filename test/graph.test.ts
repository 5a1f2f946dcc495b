import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type FailureCode, FailureError } from '../utils/failures';
import { createGraph } from '../utils/graph';
import { contosoId, people } from './sandbox/seed';
import { type Sandbox, startSandbox } from './sandbox/server';
import { tokenFor } from './sandbox/sign-in-by-hand';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
  vi.stubGlobal('fetch', sandbox.fetch);
});
afterAll(async () => {
  vi.unstubAllGlobals();
  await sandbox.close();
});
beforeEach(() => {
  sandbox.state.reset();
  sandbox.faults.clear();
});

const passes = /temporaryAccessPassMethods/;
const requests = (method: string) =>
  sandbox.log.filter((entry) => entry.room === 'graph' && entry.method === method);

function graphAs(userId = people.avery, scopes?: string[]) {
  const token = tokenFor(sandbox.state, { userId, ...(scopes ? { scopes } : {}) });
  return createGraph({ host: 'graph.microsoft.com', getToken: async () => token });
}

async function failureOf(work: Promise<unknown>) {
  const error = await work.then(
    () => expect.unreachable('it should have failed'),
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(FailureError);
  return (error as FailureError).failure;
}

describe('readTarget', () => {
  it('reads user, passes, policy and organization in one request', async () => {
    const reading = await graphAs().readTarget(people.ines, { policy: true, organization: true });
    expect(reading.user).toMatchObject({
      id: people.ines,
      displayName: 'Ines Contractor',
      userType: 'Guest',
    });
    expect(reading.passes).toEqual([]);
    expect(reading.policy).toMatchObject({ state: 'enabled', defaultLifetimeInMinutes: 60 });
    expect(reading.organization).toEqual({
      id: contosoId,
      displayName: 'Contoso',
      verifiedDomains: ['contoso.com', 'contoso.onmicrosoft.com'],
    });
    expect(sandbox.log.filter(({ room }) => room === 'graph')).toHaveLength(1);
  });

  it('leaves out what is known already', async () => {
    const reading = await graphAs().readTarget(people.ines, { policy: false, organization: false });
    expect(Object.keys(reading).sort()).toEqual(['passes', 'user']);
  });

  it('calls a policy unknown that the role may not read', async () => {
    const reading = await graphAs(people.helen).readTarget(people.ines, {
      policy: true,
      organization: false,
    });
    expect(reading.policy).toBe('unknown');
  });

  it('tells that an id is nobody', async () => {
    const nobody = '99999999-0000-4000-8000-000000000000';
    const failure = await failureOf(graphAs().readTarget(nobody, { policy: true, organization: true }));
    expect(failure.code).toBe('userNotFound');
  });

  it.each([
    '../me',
    'ines@contoso.com',
    '',
    `${people.ines}/manager`,
    'ABCDEF00-0000-4000-8000-000000000001',
  ])('sends nothing for "%s", which is not an object id', async (userId) => {
    const failure = await failureOf(graphAs().readTarget(userId, { policy: false, organization: false }));
    expect(failure.code).toBe('userNotFound');
    expect(sandbox.log).toHaveLength(0);
  });

  it('reads a B2B name whole, its # included', async () => {
    const user = await graphAs().readUserByName('adele_fabrikam.com#EXT#@contoso.onmicrosoft.com');
    expect(user.id).toBe(people.adele);
  });

  it('waits as long as a throttled read is told to, then reads again', async () => {
    const fault = { kind: 'answer', status: 429, headers: { 'Retry-After': '0.05' } } as const;
    sandbox.faults.add({ url: /\$batch/, times: 2, fault });
    const reading = await graphAs().readTarget(people.ines, { policy: false, organization: false });
    expect(reading.user.id).toBe(people.ines);
    expect(requests('POST')).toHaveLength(3);
  });

  it('gives up at once when the pause would be too long, and says how long', async () => {
    const fault = { kind: 'answer', status: 429, headers: { 'Retry-After': '300' } } as const;
    sandbox.faults.add({ url: /\$batch/, fault });
    const failure = await failureOf(
      graphAs().readTarget(people.ines, { policy: false, organization: false }),
    );
    expect(failure).toMatchObject({ code: 'throttled', retryAfterSeconds: 300, values: { seconds: '300' } });
  });

  it('never lets a reply of another shape through', async () => {
    sandbox.faults.add({ url: /\$batch/, fault: { kind: 'truncated' } });
    const failure = await failureOf(
      graphAs().readTarget(people.ines, { policy: false, organization: false }),
    );
    expect(failure.code).toBe('graphUnavailable');
  });

  it('says offline when nobody answers', async () => {
    sandbox.faults.add({ url: /\$batch/, fault: { kind: 'cut', act: 'before' } });
    const failure = await failureOf(
      graphAs().readTarget(people.ines, { policy: false, organization: false }),
    );
    expect(failure.code).toBe('offline');
  });
});

describe('createPass', () => {
  it('gives back the code, once', async () => {
    const graph = graphAs();
    const pass = await graph.createPass(people.ines, {}, 'a1b2c3d4-0000-4000-8000-000000000000');
    expect(pass.temporaryAccessPass).toHaveLength(8);
    expect(pass).toMatchObject({ lifetimeInMinutes: 60, isUsableOnce: false, isUsable: true });
    const [listed] = await graph.listPasses(people.ines);
    expect(listed).toMatchObject({ id: pass.id });
    expect(listed).not.toHaveProperty('temporaryAccessPass', pass.temporaryAccessPass);
  });

  it.each<[string, string, object, FailureCode]>([
    ['a lifetime outside the policy', people.ines, { lifetimeInMinutes: 10 }, 'lifetimeOutOfPolicy'],
    ['a start in the past', people.ines, { startDateTime: '2020-01-01T00:00:00Z' }, 'startInPast'],
    ['an external guest', people.adele, {}, 'externalGuest'],
    ['a guest out of scope', people.excluded, {}, 'policyDisallows'],
    ['oneself', people.avery, {}, 'selfService'],
    ['somebody with an administrator role', people.roleHolder, {}, 'roleMissing'],
  ])('explains the refusal for %s', async (_, userId, wish, code) => {
    const failure = await failureOf(
      graphAs().createPass(userId, wish, 'a1b2c3d4-0000-4000-8000-000000000000'),
    );
    expect(failure.code).toBe(code);
    expect(failure.requestId).toBeTruthy();
    if (code === 'lifetimeOutOfPolicy') expect(failure.values).toEqual({ minimum: '60', maximum: '480' });
  });

  it.each([
    ['cut before it acted', { kind: 'cut', act: 'before' }],
    ['cut after it acted', { kind: 'cut', act: 'after' }],
    ['500', { kind: 'answer', status: 500 }],
    ['502 with HTML', { kind: 'answer', status: 502, body: '<html>Bad gateway</html>' }],
    ['503', { kind: 'answer', status: 503, headers: { 'Retry-After': '0.01' } }],
    ['504', { kind: 'answer', status: 504, headers: { 'Retry-After': '0.01' } }],
    ['half an answer', { kind: 'truncated' }],
  ] as const)(
    'sends one POST only when the answer is %s, and calls the outcome unknown',
    async (_, fault) => {
      sandbox.faults.add({ url: passes, method: 'POST', fault });
      const failure = await failureOf(
        graphAs().createPass(people.ines, {}, 'a1b2c3d4-0000-4000-8000-000000000000'),
      );
      expect(failure).toMatchObject({
        code: 'outcomeUnknown',
        clientRequestId: 'a1b2c3d4-0000-4000-8000-000000000000',
      });
      expect(requests('POST')).toHaveLength(1);
    },
  );

  it('sends the POST again after a 429, when nothing was done', async () => {
    const fault = { kind: 'answer', status: 429, headers: { 'Retry-After': '0.01' } } as const;
    sandbox.faults.add({ url: passes, method: 'POST', times: 1, fault });
    const pass = await graphAs().createPass(people.ines, {}, 'a1b2c3d4-0000-4000-8000-000000000000');
    expect(pass.temporaryAccessPass).toBeTruthy();
    expect(requests('POST')).toHaveLength(2);
  });
});

describe('claims challenge', () => {
  const claims = '{"access_token":{"nbf":{"essential":true,"value":"1604106651"}}}';
  const challenges = [
    `Bearer realm="", error="invalid_token"`,
    `Bearer realm="", error="insufficient_claims", claims="${btoa(claims)}"`,
  ];

  it('asks for one token with the claims and goes on', async () => {
    const fault = { kind: 'answer', status: 401, headers: { 'WWW-Authenticate': challenges } } as const;
    sandbox.faults.add({ url: /\$batch/, times: 1, fault });
    const token = tokenFor(sandbox.state);
    const getToken = vi.fn(async (_claims?: string) => token);
    const graph = createGraph({ host: 'graph.microsoft.com', getToken });
    await graph.readTarget(people.ines, { policy: false, organization: false });
    expect(getToken.mock.calls).toEqual([[undefined], [claims]]);
  });

  it('gives up when the second token is refused as well', async () => {
    const fault = { kind: 'answer', status: 401, headers: { 'WWW-Authenticate': challenges } } as const;
    sandbox.faults.add({ url: /\$batch/, fault });
    const failure = await failureOf(
      graphAs().readTarget(people.ines, { policy: false, organization: false }),
    );
    expect(failure.code).toBe('signInRequired');
    expect(requests('POST')).toHaveLength(2);
  });

  it("passes on the token's own failure", async () => {
    const getToken = () => Promise.reject(new FailureError({ code: 'consentRequired' }));
    const graph = createGraph({ host: 'graph.microsoft.com', getToken });
    const failure = await failureOf(graph.readTarget(people.ines, { policy: false, organization: false }));
    expect(failure).toEqual({ code: 'consentRequired' });
  });
});
