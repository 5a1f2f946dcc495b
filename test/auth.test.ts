import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Auth } from '../utils/auth';
import { type Cloud, clouds } from '../utils/clouds';
import type { Failure, FailureCode } from '../utils/failures';
import { createSessionStore } from '../utils/session-store';
import { type SignInAnswers, type SignInClient, signInClient } from './sandbox/login/sign-in-client';
import { redirectUris } from './sandbox/redirect-uris';
import { contosoId, fabrikamId, people, sandboxClientId } from './sandbox/seed';
import { type Sandbox, startSandbox } from './sandbox/server';
import { userOf } from './sandbox/state';

const scopes = ['User.Read', 'User.Read.All'];
const avery = { username: 'avery@contoso.com' };
/** Shorter than the five minutes before its end at which MSAL takes a token for expired. */
const alreadyExpired = 200;

let sandbox: Sandbox;
/** The browser's sign-in window: its cookies, and what the admin types there (nothing: closes it). */
let client: SignInClient;
let answers: SignInAnswers | undefined;
const launchWebAuthFlow = vi.fn((details: { url: string; interactive?: boolean }) =>
  client.launchWebAuthFlow(details, answers),
);

beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(async () => {
  vi.unstubAllGlobals();
  await sandbox.close();
});
beforeEach(() => {
  sandbox.state.reset();
  sandbox.faults.clear();
  fakeBrowser.reset();
  launchWebAuthFlow.mockClear();
  client = signInClient(sandbox.fetch);
  answers = avery;
  Object.assign(browser.identity, { getRedirectURL: () => redirectUris[0], launchWebAuthFlow });
  // Browsers say where a request comes from, and Node has no navigator before version 21.
  vi.stubGlobal('fetch', (url: string, init?: RequestInit) => {
    const headers = new Headers(init?.headers);
    headers.set('origin', 'chrome-extension://guestpass');
    return sandbox.fetch(url, { ...init, headers: Object.fromEntries(headers) });
  });
  vi.stubGlobal('navigator', { onLine: true });
});

/** A worker that has just started: no memory, but the same session storage. */
async function startWorker(
  clientId = sandboxClientId,
  isManaged = false,
  cloud: Cloud = 'global',
): Promise<Auth> {
  vi.resetModules();
  const { createAuth } = await import('../utils/auth');
  const { createGraphHosts } = await import('../utils/graph-host');
  return createAuth({
    clientId,
    login: clouds[cloud].login,
    graphOf: createGraphHosts(cloud, createSessionStore('graphHost')),
    isManaged: async () => isManaged,
  });
}

async function startSignedIn(): Promise<Auth> {
  const auth = await startWorker();
  await auth.signIn({ tenant: contosoId, scopes });
  sandbox.log.length = 0;
  launchWebAuthFlow.mockClear();
  return auth;
}

const requestsTo = (endpoint: 'authorize' | 'token') =>
  sandbox.log.filter(({ url, method }) => url.includes(`/oauth2/v2.0/${endpoint}`) && method !== 'OPTIONS');

const holderOf = (accessToken: string) => sandbox.state.tokens.get(accessToken);

async function failureOf(work: Promise<unknown>): Promise<Failure> {
  const error = await work.then(
    () => expect.unreachable('it should have failed'),
    (reason: unknown) => reason,
  );
  expect(error).toHaveProperty('failure');
  return (error as { failure: Failure }).failure;
}

const sessionKeys = async () => Object.keys(await browser.storage.session.get(null));

describe('signing in', () => {
  it('says who signed in, and where', async () => {
    const auth = await startWorker();
    expect(await auth.signIn({ tenant: contosoId, scopes })).toEqual({
      tenantId: contosoId,
      username: 'avery@contoso.com',
      homeAccountId: `${people.avery}.${contosoId}`,
    });
    expect(await auth.accounts()).toHaveLength(1);
  });

  it('lets the admin pick an account when none of the tenant is known', async () => {
    const auth = await startWorker();
    await auth.signIn({ scopes });
    const [{ url } = { url: '' }] = launchWebAuthFlow.mock.calls[0] ?? [];
    expect(new URL(url).pathname).toBe('/organizations/oauth2/v2.0/authorize');
    expect(new URL(url).searchParams.get('prompt')).toBe('select_account');
  });

  it('can be cancelled and begun again', async () => {
    const auth = await startWorker();
    answers = undefined;
    expect(await failureOf(auth.signIn({ scopes }))).toEqual({ code: 'signInCancelled' });
    answers = avery;
    expect(await auth.signIn({ scopes })).toMatchObject(avery);
  });

  it('happens in one window at a time', async () => {
    const auth = await startWorker();
    let close = () => {};
    const closed = new Promise<void>((resolve) => {
      close = resolve;
    });
    launchWebAuthFlow.mockImplementationOnce(async (details) => {
      await closed;
      return client.launchWebAuthFlow(details, answers);
    });
    const first = auth.signIn({ scopes });
    expect(await failureOf(auth.signIn({ scopes }))).toEqual({ code: 'signInInProgress' });
    close();
    expect(await first).toMatchObject(avery);
  });

  it.each([
    ['Only one web auth flow is allowed at a time.', 'signInInProgress'],
    ['Authorization page could not be loaded.', 'signInPageFailed'],
    ['The user did not approve access.', 'signInCancelled'],
    ['User cancelled or denied access.', 'signInCancelled'],
  ])('says what the browser means by "%s", and can be begun again', async (message, code) => {
    launchWebAuthFlow.mockRejectedValueOnce(new Error(message));
    const auth = await startWorker();
    expect(await failureOf(auth.signIn({ scopes }))).toEqual({ code });
    expect(await auth.signIn({ scopes })).toMatchObject(avery);
  });

  it("gives Entra's own words for a refusal, and never asks to sign in again because of it", async () => {
    const auth = await startWorker();
    const words =
      'AADSTS9002326: Cross-origin token redemption is permitted only for single-page applications.';
    const body = JSON.stringify({ error: 'invalid_grant', error_description: words });
    const fault = {
      kind: 'answer',
      status: 400,
      headers: { 'content-type': 'application/json' },
      body,
    } as const;
    sandbox.faults.add({ url: /\/oauth2\/v2\.0\/token/, times: 1, fault });
    const failure = await failureOf(auth.signIn({ scopes }));
    expect(failure).toMatchObject({ code: 'redirectUriNotSpa', detail: expect.stringContaining(words) });
    expect(await auth.signIn({ scopes })).toMatchObject(avery);
  });

  it('tells a declined consent from a refused sign-in', async () => {
    const auth = await startWorker();
    sandbox.rooms.login.switches.rules.push({ what: 'declineConsent', once: true });
    expect(await failureOf(auth.signIn({ scopes }))).toMatchObject({
      code: 'consentRequired',
      detail: expect.stringContaining('AADSTS65004'),
    });
  });

  it('leaves no trace of a sign-in under way that the next worker could stumble over', async () => {
    const auth = await startWorker();
    let during: string[] = [];
    launchWebAuthFlow.mockImplementationOnce(async () => {
      during = await sessionKeys();
      throw new Error('The user did not approve access.');
    });
    await failureOf(auth.signIn({ scopes }));
    expect(during).toEqual(['msal/msal.version']);
  });
});

describe('a token', () => {
  it('comes from the cache without a request, also in the next life of the worker', async () => {
    const first = await (await startSignedIn()).getToken({ tenant: contosoId, scopes });
    const second = await (await startWorker()).getToken({ tenant: contosoId, scopes });
    expect(holderOf(first.accessToken)).toMatchObject({ tenantId: contosoId, userId: people.avery });
    expect(second).toEqual(first);
    expect(sandbox.log).toEqual([]);
  });

  it('is asked for without a request or a window when nobody ever signed in', async () => {
    const auth = await startWorker();
    expect(await failureOf(auth.getToken({ tenant: contosoId, scopes }))).toEqual({ code: 'signInRequired' });
    expect(sandbox.log).toEqual([]);
    expect(launchWebAuthFlow).not.toHaveBeenCalled();
  });

  it('is renewed once for all who ask at the same time', async () => {
    sandbox.rooms.login.switches.accessTokenSeconds = alreadyExpired;
    const auth = await startSignedIn();
    const tokens = await Promise.all(Array.from({ length: 5 }, () => auth.getToken({ scopes })));
    expect(new Set(tokens.map(({ accessToken }) => accessToken)).size).toBe(1);
    expect(requestsTo('token')).toHaveLength(1);
    expect(requestsTo('authorize')).toHaveLength(0);
  });

  it('is safe in session storage, and nowhere else, before anybody has it', async () => {
    const { session, local } = browser.storage;
    const set = session.set.bind(session);
    const slow = vi.spyOn(session, 'set').mockImplementation(async (items) => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      await set(items);
    });
    await startSignedIn();
    slow.mockRestore();
    expect((await sessionKeys()).some((key) => key.includes('accesstoken'))).toBe(true);
    expect(await local.get(null)).toEqual({});
  });

  it("is got unseen by the identity provider's session when the refresh token has ended", async () => {
    sandbox.rooms.login.switches.accessTokenSeconds = alreadyExpired;
    sandbox.rooms.login.switches.refreshTokenSeconds = 60;
    const auth = await startSignedIn();
    sandbox.state.advance(61_000);
    const asked = [
      auth.getToken({ tenant: contosoId, scopes }),
      auth.getToken({ tenant: contosoId, scopes }),
    ];
    const [first, second] = await Promise.all(asked);
    expect(holderOf(first?.accessToken ?? '')).toMatchObject({ userId: people.avery });
    expect(second).toEqual(first);
    expect(launchWebAuthFlow).toHaveBeenCalledExactlyOnceWith({
      url: expect.stringMatching(/prompt=none/),
      interactive: false,
      abortOnLoadForNonInteractive: false,
      timeoutMsForNonInteractive: 10_000,
    });
  });

  it('takes a new sign-in when that session has ended too', async () => {
    sandbox.rooms.login.switches.accessTokenSeconds = alreadyExpired;
    const auth = await startSignedIn();
    sandbox.rooms.login.switches.revokeSessions(people.avery);
    expect(await failureOf(auth.getToken({ tenant: contosoId, scopes }))).toMatchObject({
      code: 'sessionEnded',
    });
    expect(await auth.signIn({ tenant: contosoId, scopes })).toMatchObject(avery);
  });
});

describe('a token that Graph refused', () => {
  it('is renewed though it seems to be good, for all who ask at once and for good', async () => {
    const auth = await startSignedIn();
    const refused = await auth.getToken({ tenant: contosoId, scopes });
    sandbox.log.length = 0;
    const [fresh, same] = await Promise.all([
      auth.getToken({ tenant: contosoId, scopes, forceRefresh: true }),
      auth.getToken({ tenant: contosoId, scopes, forceRefresh: true }),
    ]);
    expect(fresh?.accessToken).not.toBe(refused.accessToken);
    expect(same).toEqual(fresh);
    expect(requestsTo('token')).toHaveLength(1);
    expect(await auth.getToken({ tenant: contosoId, scopes })).toEqual(fresh);
    expect(launchWebAuthFlow).not.toHaveBeenCalled();
  });
});

describe('two tenants', () => {
  it('each get their own token for the same person', async () => {
    const auth = await startSignedIn();
    const away = await auth.getToken({ tenant: fabrikamId, scopes });
    const home = await auth.getToken({ tenant: contosoId, scopes });
    expect(holderOf(away.accessToken)).toMatchObject({
      tenantId: fabrikamId,
      userId: people.averyAtFabrikam,
    });
    expect(away.account).toMatchObject({ tenantId: fabrikamId, homeAccountId: home.account.homeAccountId });
    expect(holderOf(home.accessToken)).toMatchObject({ tenantId: contosoId, userId: people.avery });
  });

  it('are told apart by domain too, and remembered', async () => {
    await (await startSignedIn()).getToken({ tenant: 'fabrikam.com', scopes });
    sandbox.log.length = 0;
    const { account } = await (await startWorker()).getToken({ tenant: 'Fabrikam.com', scopes });
    expect(account.tenantId).toBe(fabrikamId);
    expect(sandbox.log).toEqual([]);
  });

  it('do not lend each other accounts', async () => {
    answers = { username: 'helen@contoso.com' };
    const auth = await startSignedIn();
    expect(await failureOf(auth.getToken({ tenant: fabrikamId, scopes }))).toMatchObject({
      code: 'signInRequired',
    });
    answers = { username: 'fiona@fabrikam.com' };
    await auth.signIn({ tenant: fabrikamId, scopes });
    const { accessToken } = await auth.getToken({ tenant: fabrikamId, scopes });
    expect(holderOf(accessToken)).toMatchObject({ tenantId: fabrikamId, userId: people.fabrikamAdmin });
    expect((await auth.accounts()).map(({ tenantId }) => tenantId).sort()).toEqual([contosoId, fabrikamId]);
  });
});

describe('a claims challenge', () => {
  it('is met by a refresh where no person is needed', async () => {
    const auth = await startSignedIn();
    const before = await auth.getToken({ tenant: contosoId, scopes });
    sandbox.rooms.login.switches.challengeTokens(people.avery);
    const claims = sandbox.rooms.login.switches.challengeFor(before.accessToken) ?? '';
    const { accessToken } = await auth.getToken({ tenant: contosoId, scopes, claims });
    expect(sandbox.rooms.login.switches.challengeFor(accessToken)).toBeUndefined();
    expect((await auth.getToken({ tenant: contosoId, scopes })).accessToken).toBe(accessToken);
    expect(launchWebAuthFlow).not.toHaveBeenCalled();
  });

  it.each([
    ['in the tenant of the page', { tenant: contosoId }],
    ['when the page tells no tenant', {}],
  ])('is remembered for the sign-in where one is, %s', async (_, tenant) => {
    const auth = await startSignedIn();
    const before = await auth.getToken({ ...tenant, scopes });
    sandbox.rooms.login.switches.demandContext(people.avery, 'c1');
    const claims = sandbox.rooms.login.switches.challengeFor(before.accessToken) ?? '';
    const failure = await failureOf(auth.getToken({ tenant: contosoId, scopes, claims }));
    expect(failure).toMatchObject({ code: 'stepUpRequired' });
    expect(launchWebAuthFlow).not.toHaveBeenCalled();
    await auth.signIn({ ...tenant, scopes });
    const { accessToken } = await auth.getToken({ tenant: contosoId, scopes });
    expect(sandbox.rooms.login.switches.challengeFor(accessToken)).toBeUndefined();
  });
});

describe('a refusal', () => {
  beforeEach(() => {
    sandbox.rooms.login.switches.accessTokenSeconds = alreadyExpired;
  });

  it('of an app that the tenant does not know is told from others', async () => {
    const auth = await startSignedIn();
    for (const tenant of sandbox.state.tenants) tenant.apps.length = 0;
    expect(await failureOf(auth.getToken({ tenant: contosoId, scopes }))).toMatchObject({
      code: 'appNotFound',
    });
  });

  it('of an app that the organization has set is not for the admin to mend', async () => {
    await startSignedIn();
    for (const tenant of sandbox.state.tenants) tenant.apps.length = 0;
    const auth = await startWorker(sandboxClientId, true);
    const code = 'managedAppNotFound';
    expect(await failureOf(auth.getToken({ tenant: contosoId, scopes }))).toMatchObject({ code });
  });

  it('for want of consent is told from others, and no window opens', async () => {
    const auth = await startSignedIn();
    const failure = await failureOf(auth.getToken({ tenant: contosoId, scopes: ['AuditLog.Read.All'] }));
    expect(failure).toMatchObject({
      code: 'consentRequired',
      detail: expect.stringContaining('AADSTS65001'),
    });
    expect(launchWebAuthFlow).not.toHaveBeenCalled();
  });

  it('of a disabled account is told from others', async () => {
    const auth = await startSignedIn();
    const [contoso] = sandbox.state.tenants;
    const user = contoso && userOf(contoso, people.avery);
    if (user) user.accountEnabled = false;
    expect(await failureOf(auth.getToken({ tenant: contosoId, scopes }))).toMatchObject({
      code: 'accountDisabled',
    });
  });

  it('by Conditional Access is told from others', async () => {
    const auth = await startSignedIn();
    sandbox.rooms.login.switches.rules.push({ what: 'block', userId: people.avery });
    expect(await failureOf(auth.getToken({ tenant: contosoId, scopes }))).toMatchObject({
      code: 'signInBlocked',
    });
  });

  const ids = {
    traceId: 'c2f4b0f1-0000-4000-8000-000000000001',
    correlationId: 'c2f4b0f1-0000-4000-8000-000000000002',
    timestamp: '2026-11-26 12:00:00Z',
  };

  it.each<[number, string, FailureCode]>([
    [50055, 'The password is expired.', 'passwordExpired'],
    [50079, 'You must enroll in multi-factor authentication.', 'stepUpRequired'],
    [50105, 'The signed in user is not assigned to a role for the application.', 'userNotAssigned'],
    [50132, 'The session is not valid due to password expiration or recent password change.', 'sessionEnded'],
    [90002, "Tenant 'nowhere' not found.", 'tenantNotFound'],
    [700024, 'Client assertion is not within its valid time range.', 'clockWrong'],
    [4711, 'Pay\u202eload <b>of strangers</b>\r\nNo.', 'signInRequired'],
  ])('AADSTS%i has its own meaning, and the ids that support asks for', async (number, text, code) => {
    const auth = await startSignedIn();
    const { traceId, correlationId, timestamp } = ids;
    const told = `AADSTS${number}: ${text} Trace ID: ${traceId} Correlation ID: ${correlationId} Timestamp: ${timestamp}`;
    const body = JSON.stringify({ error: 'invalid_grant', error_description: told });
    sandbox.faults.add({ url: /\/oauth2\/v2\.0\/token/, fault: { kind: 'answer', status: 400, body } });
    const failure = await failureOf(auth.getToken({ tenant: contosoId, scopes }));
    expect(failure).toMatchObject({ code, ...ids });
    // Security: what Entra says is a stranger's text, too.
    expect(failure.detail).toMatch(new RegExp(`AADSTS${number}: .*\\.$`));
    expect(failure.detail).not.toMatch(/[\u202e\n]|Trace ID/);
  });

  it('of one account does not keep another of the same tenant from its token', async () => {
    const auth = await startSignedIn();
    answers = { username: 'helen@contoso.com' };
    await auth.signIn({ tenant: contosoId, scopes, pick: true });
    const [contoso] = sandbox.state.tenants;
    const user = contoso && userOf(contoso, people.helen);
    if (user) user.accountEnabled = false;
    const { account } = await auth.getToken({ tenant: contosoId, scopes });
    expect(account).toMatchObject(avery);
  });

  it('by the network is told from others', async () => {
    const auth = await startSignedIn();
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
    expect(await failureOf(auth.getToken({ tenant: contosoId, scopes }))).toMatchObject({ code: 'offline' });
  });
});

describe('signing out', () => {
  it('leaves nothing behind', async () => {
    const auth = await startSignedIn();
    await auth.getToken({ tenant: 'contoso.com', scopes });
    await auth.signOut();
    expect(await auth.accounts()).toEqual([]);
    expect(await sessionKeys()).toEqual([]);
    expect(await failureOf(auth.getToken({ tenant: contosoId, scopes }))).toEqual({ code: 'signInRequired' });
    expect(launchWebAuthFlow).not.toHaveBeenCalled();
  });

  it('forgets what a former app left, and works without having signed in in this life of the worker', async () => {
    await (await startSignedIn()).getToken({ tenant: 'contoso.com', scopes });
    await (await startWorker('00000000-0000-4000-8000-00000000beef')).signOut();
    expect(await sessionKeys()).toEqual([]);
  });

  it('takes along a renewal that is under way', async () => {
    sandbox.rooms.login.switches.accessTokenSeconds = alreadyExpired;
    const auth = await startSignedIn();
    const fault = { kind: 'slow', milliseconds: 200, act: 'after' } as const;
    sandbox.faults.add({ url: /\/oauth2\/v2\.0\/token/, times: 1, fault });
    const renewing = failureOf(auth.getToken({ tenant: contosoId, scopes }));
    await vi.waitFor(() => expect(requestsTo('token')).toHaveLength(1));
    await auth.signOut();
    expect(await renewing).toMatchObject({ code: 'signInRequired' });
    expect(await sessionKeys()).toEqual([]);
    expect(await auth.accounts()).toEqual([]);
  });

  it('takes along a sign-in whose window is still open, and lets the next one in', async () => {
    const auth = await startSignedIn();
    launchWebAuthFlow.mockImplementationOnce(async (details) => {
      await auth.signOut();
      return client.launchWebAuthFlow(details, answers);
    });
    expect(await failureOf(auth.signIn({ tenant: contosoId, scopes }))).toMatchObject({
      code: 'signInFailed',
    });
    expect(await auth.accounts()).toEqual([]);
    expect(await sessionKeys()).toEqual([]);
    expect(await auth.signIn({ tenant: contosoId, scopes })).toMatchObject(avery);
    expect(await auth.getToken({ tenant: contosoId, scopes })).toHaveProperty('accessToken');
  });
});

it('takes an answer of Entra that never comes for a network that is down', async () => {
  sandbox.rooms.login.switches.accessTokenSeconds = alreadyExpired;
  const auth = await startSignedIn();
  const limits: number[] = [];
  vi.spyOn(AbortSignal, 'timeout').mockImplementation((limit) => {
    limits.push(limit);
    return AbortSignal.abort(new DOMException('The operation timed out.', 'TimeoutError'));
  });
  const failure = await failureOf(auth.getToken({ tenant: contosoId, scopes }));
  vi.mocked(AbortSignal.timeout).mockRestore();
  expect(failure.code).toBe('offline');
  expect(limits[0]).toBe(25_000);
});

describe('in the US Government cloud', () => {
  it('asks for a token of the Graph that the metadata of the tenant names, and signs in there only', async () => {
    const auth = await startWorker(sandboxClientId, false, 'usgov');
    answers = { username: 'fiona@fabrikam.com' };
    await auth.signIn({ scopes });
    const { accessToken } = await auth.getToken({ tenant: fabrikamId, scopes });
    expect(holderOf(accessToken)).toMatchObject({
      tenantId: fabrikamId,
      audience: 'dod-graph.microsoft.us',
    });
    const hosts = new Set(sandbox.log.map(({ url }) => new URL(url).host));
    expect([...hosts]).toEqual(['login.microsoftonline.us']);
  });

  it('knows nobody of another cloud', async () => {
    await startSignedIn();
    const auth = await startWorker(sandboxClientId, false, 'usgov');
    expect(await auth.accounts()).toEqual([]);
    expect(await failureOf(auth.getToken({ tenant: contosoId, scopes }))).toMatchObject({
      code: 'signInRequired',
    });
    expect(requestsTo('token')).toEqual([]);
    await auth.signIn({ tenant: contosoId, scopes });
    expect(await auth.accounts()).toMatchObject([{ username: 'avery@contoso.com' }]);
    // Back again, somebody is known in both.
    const back = await startWorker();
    expect(await back.accounts()).toMatchObject([{ username: 'avery@contoso.com' }]);
    await back.signIn({ tenant: contosoId, scopes, pick: true });
  });
});
