import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { ConnectionService } from '../utils/connection-service';
import type { Failure } from '../utils/failures';
import { scopesFor } from '../utils/scopes';
import { type SignInAnswers, signInClient } from './sandbox/login/sign-in-client';
import { redirectUris } from './sandbox/redirect-uris';
import { contosoId, people, sandboxClientId } from './sandbox/seed';
import { type Sandbox, startSandbox } from './sandbox/server';
import { type SandboxTenant, type SandboxUser, tenantOf, userOf } from './sandbox/state';

let sandbox: Sandbox;
/** What the admin types in the sign-in window; nothing closes it. */
let answers: SignInAnswers | undefined;
const launchWebAuthFlow = vi.fn();

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
  learn.mockClear();
  const client = signInClient(sandbox.fetch);
  launchWebAuthFlow
    .mockReset()
    .mockImplementation((details: { url: string; interactive?: boolean }) =>
      client.launchWebAuthFlow(details, answers),
    );
  Object.assign(browser.identity, { getRedirectURL: () => redirectUris[0], launchWebAuthFlow });
  vi.stubGlobal('fetch', (url: string, init?: RequestInit) => {
    const headers = { ...Object.fromEntries(new Headers(init?.headers)), origin: 'chrome-extension://x' };
    return sandbox.fetch(url, { ...init, headers });
  });
  vi.stubGlobal('navigator', { onLine: true });
});

const contoso = () => tenantOf(sandbox.state, contosoId) as SandboxTenant;
const consent = () => contoso().apps[0]?.adminConsent ?? [];
const withdraw = (name: string) => consent().splice(consent().indexOf(name), 1);

const learn = vi.fn();

/** The service on a new worker, before this admin. */
async function serviceFor(username: string, tenantLock = ''): Promise<ConnectionService> {
  vi.resetModules();
  answers = { username };
  const { createAuth } = await import('../utils/auth');
  const { createConnectionService } = await import('../utils/connection-service');
  const { createGraph } = await import('../utils/graph');
  const host = 'graph.microsoft.com';
  return createConnectionService({
    auth: createAuth({
      clientId: sandboxClientId,
      login: 'login.microsoftonline.com',
      graphOf: async () => host,
    }),
    graphBy: (_tenantId, getToken) => createGraph({ host, getToken }),
    scopes: scopesFor('testConnection'),
    tenantLock,
    knowledge: { learn },
  });
}
const testAs = async (username: string) => (await serviceFor(username)).test();
/** By its shape, for each worker has classes of its own. */
const failureOf = (work: Promise<unknown>): Promise<Failure> =>
  work.then(
    () => expect.unreachable('it should have failed'),
    ({ failure }: { failure: Failure }) => failure,
  );
const windows = () => launchWebAuthFlow.mock.calls.filter(([{ interactive }]) => interactive);

describe('a test of the connection', () => {
  it('finds that all of it works, and names admin, tenant and permissions', async () => {
    const connection = await testAs('avery@contoso.com');
    expect(connection).toMatchObject({
      admin: 'avery@contoso.com',
      tenant: { id: contosoId, displayName: 'Contoso' },
      readsUser: 'works',
      readsPasses: 'works',
      readsPolicy: 'works',
    });
    expect(connection.granted).toEqual(expect.arrayContaining([...scopesFor('issue')]));
    // The list of accounts names the tenant from then on.
    expect(learn).toHaveBeenCalledExactlyOnceWith(contosoId, {
      organization: expect.objectContaining({ id: contosoId, displayName: 'Contoso' }),
    });
  });

  it('believes and learns nothing of another tenant than the token’s', async () => {
    const { createConnectionService } = await import('../utils/connection-service');
    const account = { tenantId: contosoId, username: 'avery@contoso.com', homeAccountId: 'home' };
    const service = createConnectionService({
      auth: {
        getToken: async () => ({ accessToken: 'token', account, scopes: [] }),
        signIn: async () => expect.unreachable('There is a token.'),
      },
      graphBy: () =>
        ({
          readSomeGuests: async () => ({
            organization: { id: 'another', displayName: 'Fabrikam', verifiedDomains: [] },
            guests: [],
          }),
          readPolicy: async () => ({}),
        }) as never,
      scopes: [],
      tenantLock: '',
      knowledge: { learn },
    });
    expect(await service.test()).toMatchObject({
      tenant: { id: contosoId, displayName: contosoId },
      readsUser: { code: 'graphUnavailable' },
      readsPasses: 'notTried',
    });
    expect(learn).not.toHaveBeenCalled();
  });

  it('only reads, and asks for no permission by name', async () => {
    await testAs('avery@contoso.com');
    const sent = sandbox.log.filter(({ room }) => room === 'graph').map(({ method, url }) => [method, url]);
    expect(sent.length).toBeGreaterThan(0);
    for (const [method, url] of sent) expect(method === 'GET' || url?.endsWith('/$batch')).toBe(true);
    const asked = windows().map(([{ url }]) => new URL(url).searchParams.get('scope'));
    expect(asked).toEqual([expect.stringMatching(/^https:\/\/graph\.microsoft\.com\/\.default openid/)]);
  });

  it('goes on with who is signed in, by a new token and without another window', async () => {
    const service = await serviceFor('avery@contoso.com');
    expect((await service.test()).granted).not.toContain('UserAuthenticationMethod.Read.All');
    consent().push('UserAuthenticationMethod.Read.All');
    expect((await service.test()).granted).toContain('UserAuthenticationMethod.Read.All');
    expect(windows()).toHaveLength(1);
  });

  it('signs in to the tenant that Guestpass is locked to', async () => {
    const service = await serviceFor('avery@contoso.com', 'fabrikam.com');
    expect(await service.test()).toMatchObject({ tenant: { displayName: 'Fabrikam' } });
  });
});

describe('a permission that is not granted', () => {
  it('is missing in the answer, and so is what it would open', async () => {
    withdraw('User.Read.All');
    withdraw('Policy.Read.AuthenticationMethod');
    const connection = await testAs('avery@contoso.com');
    expect(connection.granted).toContain('UserAuthMethod-TAP.ReadWrite.All');
    expect(connection.granted).not.toContain('User.Read.All');
    expect(connection).toMatchObject({
      tenant: { id: contosoId, displayName: contosoId },
      readsUser: { code: 'directoryDenied' },
      readsPasses: 'notTried',
      readsPolicy: { code: 'policyRoleMissing' },
    });
  });

  it('stops the sign-in where none is, unless the admin may grant them', async () => {
    consent().length = 0;
    const service = await serviceFor('gina@contoso.com');
    answers = { username: 'gina@contoso.com', consent: 'Cancel' };
    expect((await failureOf(service.test())).code).toBe('consentRequired');
    answers = { username: 'gina@contoso.com' };
    expect(await service.test()).toMatchObject({ readsPasses: 'works' });
  });
});

describe('a role that is missing', () => {
  it.each([
    ['helen@contoso.com', { readsPasses: 'works', readsPolicy: { code: 'policyRoleMissing' } }],
    ['pat@contoso.com', { readsPasses: { code: 'roleMissing' }, readsPolicy: 'works' }],
    [
      'noah@contoso.com',
      {
        readsUser: 'works',
        readsPasses: { code: 'roleMissing' },
        readsPolicy: { code: 'policyRoleMissing' },
      },
    ],
  ])('is told apart from one that is there: %s', async (username, expected) => {
    expect(await testAs(username)).toMatchObject(expected);
  });

  it('is not concluded from one guest who holds an administrator’s role', async () => {
    const { users } = contoso();
    users.unshift(...users.splice(users.indexOf(userOf(contoso(), people.roleHolder) as never), 1));
    expect(await testAs('avery@contoso.com')).toMatchObject({ readsPasses: 'works' });
  });
});

it('tries it with internal guests before all others', async () => {
  const { users } = contoso();
  const adele = userOf(contoso(), people.adele) as SandboxUser;
  const hidden = [60, 61, 62, 63, 64].map((number) => ({
    ...adele,
    id: adele.id.replace(/..$/, String(number)),
    _roles: ['User Administrator'],
  }));
  users.unshift(...hidden);
  expect(await testAs('avery@contoso.com')).toMatchObject({ readsPasses: 'works' });
});

it('says that there is nobody to try it with', async () => {
  contoso().users = contoso().users.filter(({ userType }) => userType === 'Member');
  expect(await testAs('avery@contoso.com')).toMatchObject({ readsUser: 'works', readsPasses: 'noGuest' });
});

it('opens no window for what no person can mend', async () => {
  const service = await serviceFor('avery@contoso.com');
  await service.test();
  sandbox.faults.add({ url: /token/, fault: { kind: 'cut', act: 'before' } });
  expect((await failureOf(service.test())).code).toBe('offline');
  expect(windows()).toHaveLength(1);
});

it('tells what came of the window', async () => {
  const service = await serviceFor('avery@contoso.com');
  answers = undefined;
  expect(await failureOf(service.test())).toEqual({ code: 'signInCancelled' });
});
