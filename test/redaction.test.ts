import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createAuth } from '../utils/auth';
import { recordCsv } from '../utils/record-csv';
import { type SignInAnswers, signInClient } from './sandbox/login/sign-in-client';
import { redirectUris } from './sandbox/redirect-uris';
import { contosoId, people, sandboxClientId } from './sandbox/seed';
import { type Sandbox, startSandbox } from './sandbox/server';
import { userOf } from './sandbox/state';
import { startTapWorker } from './tap-worker';

let sandbox: Sandbox;
/** All that left the code by another way than to its caller. */
const written: string[] = [];
const failures: string[] = [];
const authorizationCodes: string[] = [];

beforeAll(async () => {
  sandbox = await startSandbox();
  vi.stubGlobal('navigator', { onLine: true });
  vi.stubGlobal('fetch', (url: string, init?: RequestInit) => {
    const headers = new Headers(init?.headers);
    headers.set('origin', 'chrome-extension://guestpass');
    return sandbox.fetch(url, { ...init, headers: Object.fromEntries(headers) });
  });
});
afterAll(async () => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  await sandbox.close();
});
beforeEach(() => {
  fakeBrowser.reset();
  for (const way of ['debug', 'error', 'info', 'log', 'trace', 'warn'] as const)
    vi.spyOn(console, way).mockImplementation((...said) => void written.push(said.map(String).join(' ')));
});

async function failing(work: Promise<unknown>): Promise<void> {
  const error = await work.then(
    () => expect.unreachable('it should have failed'),
    (reason: unknown) => reason,
  );
  expect(error).toHaveProperty('failure');
  failures.push(`${JSON.stringify((error as { failure: object }).failure)} ${(error as Error).stack}`);
}

/** Signs in as an admin does, refused, cancelled and in the end let in. */
async function signInStory(): Promise<string[]> {
  const client = signInClient(sandbox.fetch);
  let answers: SignInAnswers | undefined;
  const launchWebAuthFlow = async (details: { url: string; interactive?: boolean }) => {
    const landed = await client.launchWebAuthFlow(details, answers);
    const code = new URLSearchParams(new URL(landed).hash.slice(1)).get('code');
    if (code) authorizationCodes.push(code);
    return landed;
  };
  Object.assign(browser.identity, { getRedirectURL: () => redirectUris[0], launchWebAuthFlow });
  const hosts = { login: 'login.microsoftonline.com', graphOf: async () => 'graph.microsoft.com' };
  const auth = createAuth({ clientId: sandboxClientId, ...hosts });
  const request = { tenant: contosoId, scopes: ['User.Read', 'User.Read.All'] };
  await failing(auth.signIn(request));
  answers = { username: 'avery@contoso.com' };
  sandbox.faults.add({
    url: /\/oauth2\/v2\.0\/token/,
    times: 1,
    fault: {
      kind: 'answer',
      status: 400,
      body: JSON.stringify({ error: 'invalid_grant', error_description: 'No' }),
    },
  });
  await failing(auth.signIn(request));
  await auth.signIn(request);
  await auth.getToken(request);
  const kept = JSON.stringify(await browser.storage.session.get(null));
  sandbox.rooms.login.switches.revokeSessions(people.avery);
  await failing(auth.getToken({ ...request, scopes: ['AuditLog.Read.All'] }));
  return kept.match(/(?<=\\"secret\\":\\")[^"\\]+/g) ?? [];
}

/** Issues, replaces, loses and revokes passes, and is refused. */
async function passStory(): Promise<string[]> {
  const worker = startTapWorker(sandbox);
  const page = { cloud: 'global', userId: people.ines } as const;
  const order = { userId: people.ines, tenantId: contosoId, wish: {}, reason: 'INC-4711' };
  const user = () => sandbox.state.tenants[0] && userOf(sandbox.state.tenants[0], people.ines);
  const codes: string[] = [];
  const note = () => codes.push(user()?._pass?.code ?? expect.unreachable('there is a pass'));
  await worker.issuePass(page, order);
  note();
  await worker.issuePass(page, order);
  note();
  const posts = { method: 'POST', url: /temporaryAccessPassMethods$/, times: 1 };
  for (const fault of [{ kind: 'cut', act: 'after' }, { kind: 'truncated' }] as const) {
    sandbox.faults.add({ ...posts, fault });
    await failing(worker.issuePass(page, order));
    note();
  }
  await failing(worker.issuePass(page, { ...order, wish: { lifetimeInMinutes: 1 } }));
  sandbox.state.advance(61_000);
  await worker.revokePass(page, { ...order, passId: user()?._pass?.id ?? '' });
  written.push(recordCsv(await worker.record.entries()));
  return codes;
}

it('no console, failure, record, disk or address holds a pass, a token or a code of the sign-in', async () => {
  const tokens = await signInStory();
  const codes = await passStory();
  expect(tokens.length).toBeGreaterThanOrEqual(3);
  expect(new Set(codes).size).toBe(4);
  expect(authorizationCodes.length).toBeGreaterThanOrEqual(2);
  expect(failures.length).toBeGreaterThanOrEqual(6);
  written.push(JSON.stringify(await browser.storage.local.get(null)));
  expect(written.at(-1)).toContain('INC-4711');
  const places = { written, failures, addresses: sandbox.log.map(({ url }) => decodeURIComponent(url)) };
  const secrets = [...tokens, ...codes, ...authorizationCodes, ...sandbox.state.tokens.keys()];
  for (const [place, texts] of Object.entries(places))
    for (const secret of secrets)
      expect(texts.join('\n').includes(secret), `a secret in ${place}`).toBe(false);
});
