import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { FailureError } from '../utils/failures';
import { createGraph } from '../utils/graph';
import { createIssuedPasses } from '../utils/issued-passes';
import type { IssuedPass } from '../utils/messages';
import { createSessionStore } from '../utils/session-store';
import { createTapService } from '../utils/tap-service';
import { contosoId, people } from './sandbox/seed';
import { type Sandbox, startSandbox } from './sandbox/server';
import { tokenFor } from './sandbox/sign-in-by-hand';
import { userOf } from './sandbox/state';

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
  fakeBrowser.reset();
  sandbox.state.reset();
  sandbox.faults.clear();
});

const ines = { cloud: 'global', userId: people.ines } as const;
const passesUrl = /temporaryAccessPassMethods/;
const sent = (method: string, url: RegExp) =>
  sandbox.log.filter((entry) => entry.room === 'graph' && entry.method === method && url.test(entry.url))
    .length;
const passOf = (userId: string) => {
  const [contoso] = sandbox.state.tenants;
  return contoso && userOf(contoso, userId)?._pass;
};

/** A worker as it starts: it knows nothing but what the browser's session storage kept. */
function startWorker(userId = people.avery) {
  const accessToken = tokenFor(sandbox.state, { userId });
  const account = { tenantId: contosoId, username: 'avery@contoso.com', homeAccountId: 'home' };
  return createTapService({
    auth: { getToken: async () => ({ accessToken, account }) },
    graphOf: () => createGraph({ host: 'graph.microsoft.com', getToken: async () => accessToken }),
    issuedPasses: createIssuedPasses(createSessionStore<IssuedPass>('issued'), sandbox.state.now),
    now: sandbox.state.now,
  });
}

async function codeOf(work: Promise<unknown>) {
  const error = await work.then(
    () => expect.unreachable('it should have failed'),
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(FailureError);
  return (error as FailureError).failure.code;
}

describe('readTarget', () => {
  it('names guest, tenant, admin, policy', async () => {
    expect(await startWorker().readTarget(ines)).toMatchObject({
      state: 'ready',
      guest: { id: people.ines, userPrincipalName: 'ines@contoso.com', externalUserType: 'internalGuest' },
      tenant: { id: contosoId, displayName: 'Contoso' },
      admin: 'avery@contoso.com',
      policy: { defaultLifetimeInMinutes: 60 },
    });
  });

  it('asks Graph once for questions of the same minute, also at the same time', async () => {
    const tap = startWorker();
    await Promise.all([tap.readTarget(ines), tap.readTarget(ines)]);
    await tap.readTarget(ines);
    expect(sandbox.log).toHaveLength(1);
    sandbox.state.advance(61_000);
    await tap.readTarget(ines);
    expect(sandbox.log).toHaveLength(2);
  });

  it('looks again after a failure', async () => {
    const tap = startWorker();
    sandbox.faults.add({ url: /\$batch/, times: 1, fault: { kind: 'cut', act: 'before' } });
    expect(await codeOf(tap.readTarget(ines))).toBe('offline');
    expect(await tap.readTarget(ines)).toMatchObject({ state: 'ready' });
  });

  it.each([
    ['external guest', people.adele, 'b2bCollaborationGuest'],
    ['pending guest', people.petra, 'b2bCollaborationGuest'],
    ['external member', people.mara, 'b2bCollaborationMember'],
    ['employee', people.emil, 'internalMember'],
  ])('draws nothing for an %s', async (_, userId, externalUserType) => {
    expect(await startWorker().readTarget({ cloud: 'global', userId })).toEqual({
      state: 'notInternalGuest',
      externalUserType,
    });
  });

  it('resolves a user principal name to the object id', async () => {
    const target = await startWorker().readTarget({ cloud: 'global', userPrincipalName: 'INES@contoso.com' });
    expect(target).toMatchObject({ state: 'ready', guest: { id: people.ines } });
  });

  it('asks for the tenant that the page names, when the token is for another', async () => {
    const page = { ...ines, tenantHint: 'fabrikam.com' };
    expect(await startWorker().readTarget(page)).toEqual({ state: 'signInRequired', tenant: 'fabrikam.com' });
  });

  it('accepts each verified domain of the tenant as a hint', async () => {
    const page = { ...ines, tenantHint: 'contoso.onmicrosoft.com' };
    expect(await startWorker().readTarget(page)).toMatchObject({ state: 'ready' });
  });

  it('says where nobody was found', async () => {
    const nobody = { cloud: 'global', userId: '99999999-0000-4000-8000-000000000000' } as const;
    const error = await startWorker()
      .readTarget(nobody)
      .catch((reason: unknown) => reason);
    expect((error as FailureError).failure).toMatchObject({
      code: 'userNotFound',
      values: { tenant: 'Contoso', admin: 'avery@contoso.com' },
    });
  });
});

describe('issuePass', () => {
  it('makes one POST and keeps the pass for the next worker until it is dismissed', async () => {
    const tap = startWorker();
    await tap.readTarget(ines);
    const issued = await tap.issuePass(ines, { userId: people.ines, wish: {} });
    expect(issued.temporaryAccessPass).toBe(passOf(people.ines)?.code);
    expect(sent('POST', passesUrl)).toBe(1);

    const next = startWorker();
    expect(await next.readTarget(ines)).toMatchObject({ issued, pass: { id: issued.id } });
    await next.dismissPass(people.ines);
    expect(await startWorker().readTarget(ines)).not.toHaveProperty('issued');
  });

  it('forgets a pass that is over', async () => {
    await startWorker().issuePass(ines, { userId: people.ines, wish: {} });
    sandbox.state.advance(61 * 60_000);
    expect(await startWorker().readTarget(ines)).not.toHaveProperty('issued');
  });

  it('forgets a pass that somebody else has replaced', async () => {
    await startWorker().issuePass(ines, { userId: people.ines, wish: {} });
    await startWorker(people.helen).issuePass(ines, { userId: people.ines, wish: {} });
    await createSessionStore('issued').set({
      [people.ines]: {
        ...(await createSessionStore<object>('issued').get(people.ines)),
        id: 'an-older-pass',
      },
    });
    expect(await startWorker().readTarget(ines)).not.toHaveProperty('issued');
  });

  it('refuses anyone but the user on the page, without a POST', async () => {
    const order = { userId: people.longName, wish: {} };
    expect(await codeOf(startWorker().issuePass(ines, order))).toBe('targetMoved');
    expect(sent('POST', passesUrl)).toBe(0);
  });

  it.each([
    ['an external guest', people.adele],
    ['an employee', people.emil],
  ])('refuses %s, without a POST', async (_, userId) => {
    const page = { cloud: 'global', userId } as const;
    expect(await codeOf(startWorker().issuePass(page, { userId, wish: {} }))).toBe('notInternalGuest');
    expect(sent('POST', passesUrl)).toBe(0);
  });

  it('issues one pass for two clicks at once', async () => {
    const tap = startWorker();
    const order = { userId: people.ines, wish: {} };
    const [first, second] = await Promise.allSettled([
      tap.issuePass(ines, order),
      tap.issuePass(ines, order),
    ]);
    expect([first.status, second.status].sort()).toEqual(['fulfilled', 'rejected']);
    expect(sent('POST', passesUrl)).toBe(1);
  });

  it('says that a pass exists whose code was lost', async () => {
    sandbox.faults.add({ url: passesUrl, method: 'POST', times: 1, fault: { kind: 'cut', act: 'after' } });
    const tap = startWorker();
    expect(await codeOf(tap.issuePass(ines, { userId: people.ines, wish: {} }))).toBe('passLost');
    expect(passOf(people.ines)).toBeDefined();
    expect(sent('POST', passesUrl)).toBe(1);
    expect(await tap.readTarget(ines)).toMatchObject({ pass: { id: passOf(people.ines)?.id } });
  });

  it('says that no pass was made', async () => {
    sandbox.faults.add({ url: passesUrl, method: 'POST', times: 1, fault: { kind: 'cut', act: 'before' } });
    expect(await codeOf(startWorker().issuePass(ines, { userId: people.ines, wish: {} }))).toBe('noPassMade');
    expect(passOf(people.ines)).toBeUndefined();
  });

  it('leaves the outcome unknown when the list cannot be read either', async () => {
    const tap = startWorker();
    await tap.readTarget(ines);
    sandbox.faults.add({ url: passesUrl, fault: { kind: 'cut', act: 'after' } });
    expect(await codeOf(tap.issuePass(ines, { userId: people.ines, wish: {} }))).toBe('outcomeUnknown');
  });

  it('reads a changed policy at once after a refusal by it', async () => {
    const tap = startWorker();
    await tap.readTarget(ines);
    const [contoso] = sandbox.state.tenants;
    if (contoso) contoso.policy.state = 'disabled';
    expect(await codeOf(tap.issuePass(ines, { userId: people.ines, wish: {} }))).toBe('policyDisallows');
    expect(await tap.readTarget(ines)).toMatchObject({ policy: { state: 'disabled' } });
  });
});
