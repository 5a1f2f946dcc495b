import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { FailureError } from '../utils/failures';
import { createSessionStore } from '../utils/session-store';
import { contosoId, fabrikamId, people } from './sandbox/seed';
import { type Sandbox, startSandbox } from './sandbox/server';
import { userOf } from './sandbox/state';
import { startTapWorker } from './tap-worker';

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

const startWorker = (userId = people.avery, settings = {}) => startTapWorker(sandbox, { userId, settings });

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

  it('asks Graph once more for memberships on the first look, and once a minute after that', async () => {
    const tap = startWorker();
    await Promise.all([tap.readTarget(ines), tap.readTarget(ines)]);
    await tap.readTarget(ines);
    expect(sandbox.log).toHaveLength(2);
    sandbox.state.advance(61_000);
    await tap.readTarget(ines);
    expect(sandbox.log).toHaveLength(3);
  });

  it('looks again soon, and at the policy too, when the policy refuses the guest', async () => {
    const xenia = { cloud: 'global', userId: people.excluded } as const;
    const [contoso] = sandbox.state.tenants;
    const tap = startWorker();
    expect(await tap.readTarget(xenia)).toMatchObject({ scope: 'excluded' });
    if (contoso) contoso.policy.excludeTargets = [];
    expect(await tap.readTarget(xenia)).toMatchObject({ scope: 'excluded' });
    sandbox.state.advance(2_000);
    expect(await tap.readTarget(xenia)).toMatchObject({ scope: 'included' });
  });

  it('looks again when the clock was set back', async () => {
    const tap = startWorker();
    await tap.readTarget(ines);
    const { length } = sandbox.log;
    sandbox.state.advance(-600_000);
    await tap.readTarget(ines);
    expect(sandbox.log.length).toBeGreaterThan(length);
  });

  it('takes one round trip in a new worker, too, once the policy and its groups were read', async () => {
    await startWorker().readTarget(ines);
    const { length } = sandbox.log;
    expect(await startWorker().readTarget(ines)).toMatchObject({ state: 'ready' });
    expect(sandbox.log.slice(length).map(({ url }) => new URL(url).pathname)).toEqual(['/v1.0/$batch']);
  });

  it('says that passes are hidden from an admin who may not list them', async () => {
    expect(await startWorker(people.avery).readTarget(ines)).not.toHaveProperty('passHidden');
    expect(await startWorker(people.noah).readTarget(ines)).toMatchObject({ passHidden: true });
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
    expect(await startWorker().readTarget({ cloud: 'global', userId })).toMatchObject({
      state: 'notInternalGuest',
      guest: { externalUserType },
    });
  });

  it('draws the panel for members where settings say so, and for nobody else', async () => {
    const tap = startWorker(people.avery, { showForMembers: true });
    expect(await tap.readTarget({ cloud: 'global', userId: people.emil })).toMatchObject({ state: 'ready' });
    expect(await tap.readTarget({ cloud: 'global', userId: people.mara })).toMatchObject({
      state: 'notInternalGuest',
    });
  });

  it('resolves a user principal name to the object id', async () => {
    const target = await startWorker().readTarget({ cloud: 'global', userPrincipalName: 'INES@contoso.com' });
    expect(target).toMatchObject({ state: 'ready', guest: { id: people.ines } });
  });

  it('asks for the tenant that the page names, when the token is for another', async () => {
    const page = { ...ines, tenantHint: 'fabrikam.com' };
    expect(await startWorker().readTarget(page)).toEqual({
      state: 'signInRequired',
      tenant: 'fabrikam.com',
      signedIn: { admin: 'avery@contoso.com', tenant: 'Contoso' },
    });
  });

  it('asks for the directory that the portal shows, when the token is for another', async () => {
    const page = { ...ines, directory: fabrikamId };
    expect(await startWorker().readTarget(page)).toMatchObject({
      state: 'signInRequired',
      tenant: fabrikamId,
    });
  });

  it('refuses a page whose address and directory name different tenants', async () => {
    const page = { ...ines, directory: contosoId, tenantHint: 'fabrikam.com' };
    expect(await codeOf(startWorker().readTarget(page))).toBe('tenantContradicted');
  });

  it('asks Graph nothing again when the portal tells its directory a moment later', async () => {
    const tap = startWorker();
    await tap.readTarget(ines);
    const before = sandbox.log.length;
    await tap.readTarget({ ...ines, directory: contosoId });
    expect(sandbox.log).toHaveLength(before);
  });

  it('stays in the tenant that settings allow', async () => {
    const tap = startWorker(people.avery, { tenantLock: 'contoso.com' });
    expect(await tap.readTarget(ines)).toMatchObject({ state: 'ready' });
    expect(await codeOf(tap.readTarget({ ...ines, directory: fabrikamId }))).toBe('tenantLocked');
    expect(await codeOf(tap.readTarget({ ...ines, tenantHint: 'fabrikam.com' }))).toBe('tenantLocked');
    const felix = { cloud: 'global', userId: people.fabrikamGuest, tenantHint: 'fabrikam.com' } as const;
    expect(await codeOf(tap.readTarget(felix))).toBe('tenantLocked');
    const stranger = startWorker(people.avery, { tenantLock: 'contoso.com' });
    expect(await codeOf(stranger.readTarget(felix))).toBe('tenantLocked');
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
  it('refuses an order for another tenant than the one of the token', async () => {
    const order = { userId: people.ines, tenantId: fabrikamId, wish: {} };
    expect(await codeOf(startWorker().issuePass(ines, order))).toBe('targetMoved');
    expect(sent('POST', passesUrl)).toBe(0);
  });

  it('makes one POST and keeps the pass for the next worker until it is dismissed', async () => {
    const tap = startWorker();
    await tap.readTarget(ines);
    const issued = await tap.issuePass(ines, { userId: people.ines, tenantId: contosoId, wish: {} });
    expect(issued.temporaryAccessPass).toBe(passOf(people.ines)?.code);
    expect(sent('POST', passesUrl)).toBe(1);

    const next = startWorker();
    expect(await next.readTarget(ines)).toMatchObject({ issued, pass: { id: issued.id } });
    await next.dismissPass(people.ines);
    expect(await startWorker().readTarget(ines)).not.toHaveProperty('issued');
  });

  it('forgets a pass that is over', async () => {
    await startWorker().issuePass(ines, { userId: people.ines, tenantId: contosoId, wish: {} });
    sandbox.state.advance(61 * 60_000);
    expect(await startWorker().readTarget(ines)).not.toHaveProperty('issued');
  });

  it('forgets a pass that somebody else has replaced', async () => {
    await startWorker().issuePass(ines, { userId: people.ines, tenantId: contosoId, wish: {} });
    await startWorker(people.helen).issuePass(ines, { userId: people.ines, tenantId: contosoId, wish: {} });
    await createSessionStore('issued').set({
      [people.ines]: {
        ...(await createSessionStore<object>('issued').get(people.ines)),
        id: 'an-older-pass',
      },
    });
    expect(await startWorker().readTarget(ines)).not.toHaveProperty('issued');
  });

  it('keeps a pass whatever a list says that was read before the pass was made', async () => {
    await startWorker().issuePass(ines, { userId: people.ines, tenantId: contosoId, wish: {} });
    const worker = startWorker();
    const batch = { url: /\$batch/, method: 'POST', times: 1 };
    sandbox.faults.add({ ...batch, fault: { kind: 'slow', milliseconds: 300, act: 'after' } });
    const late = worker.readTarget(ines);
    await vi.waitUntil(() => sent('POST', /\$batch/) > 1);
    sandbox.state.advance(1000);
    const issued = await startWorker().issuePass(ines, {
      userId: people.ines,
      tenantId: contosoId,
      wish: {},
    });
    await late;
    expect(await worker.readTarget(ines)).toMatchObject({ issued });
  });

  it('tells whoever reads meanwhile that an order is under way', async () => {
    const worker = startWorker();
    const hold = (method: string) => {
      let letGo = () => {};
      const until = new Promise<void>((resolve) => {
        letGo = resolve;
      });
      sandbox.faults.add({ url: passesUrl, method, times: 1, fault: { kind: 'held', until } });
      return letGo;
    };
    const post = hold('POST');
    const order = { userId: people.ines, tenantId: contosoId };
    const issuing = worker.issuePass(ines, { ...order, wish: {} });
    await vi.waitUntil(() => sent('POST', passesUrl) === 1);
    expect(await worker.readTarget(ines)).toMatchObject({ underWay: 'issuing' });
    post();
    const { id: passId } = await issuing;
    const issued = await worker.readTarget(ines);
    expect(issued).not.toHaveProperty('underWay');
    expect(issued).toMatchObject({ issued: { id: passId } });
    const deletion = hold('DELETE');
    const revoking = worker.revokePass(ines, { ...order, passId });
    await vi.waitUntil(() => sent('DELETE', passesUrl) === 1);
    expect(await worker.readTarget(ines)).toMatchObject({ underWay: 'revoking' });
    deletion();
    await revoking;
  });

  it('tells so from the first moment, while it still looks who is on the page', async () => {
    const worker = startWorker();
    await worker.readTarget(ines);
    sandbox.state.advance(61_000);
    const order = worker.issuePass(ines, { userId: people.ines, tenantId: contosoId, wish: {} });
    expect(await worker.readTarget(ines)).toMatchObject({ underWay: 'issuing' });
    await order;
  });

  it('reads again after a pass, by whatever name the user was known', async () => {
    const worker = startWorker();
    const byName = { cloud: 'global', userPrincipalName: 'ines@contoso.com' } as const;
    await worker.readTarget(byName);
    const { id } = await worker.issuePass(ines, { userId: people.ines, tenantId: contosoId, wish: {} });
    expect(await worker.readTarget(byName)).toMatchObject({ pass: { id } });
  });

  it('refuses anyone but the user on the page, without a POST', async () => {
    const order = { userId: people.longName, tenantId: contosoId, wish: {} };
    expect(await codeOf(startWorker().issuePass(ines, order))).toBe('targetMoved');
    expect(sent('POST', passesUrl)).toBe(0);
  });

  it.each([
    ['an external guest', people.adele],
    ['an employee', people.emil],
  ])('refuses %s, without a POST', async (_, userId) => {
    const page = { cloud: 'global', userId } as const;
    expect(await codeOf(startWorker().issuePass(page, { userId, tenantId: contosoId, wish: {} }))).toBe(
      'notInternalGuest',
    );
    expect(sent('POST', passesUrl)).toBe(0);
  });

  it('issues one pass for two clicks at once', async () => {
    const tap = startWorker();
    const order = { userId: people.ines, tenantId: contosoId, wish: {} };
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
    expect(await codeOf(tap.issuePass(ines, { userId: people.ines, tenantId: contosoId, wish: {} }))).toBe(
      'passLost',
    );
    expect(passOf(people.ines)).toBeDefined();
    expect(sent('POST', passesUrl)).toBe(1);
    expect(await tap.readTarget(ines)).toMatchObject({ pass: { id: passOf(people.ines)?.id } });
  });

  it('says that no pass was made', async () => {
    sandbox.faults.add({ url: passesUrl, method: 'POST', times: 1, fault: { kind: 'cut', act: 'before' } });
    expect(
      await codeOf(startWorker().issuePass(ines, { userId: people.ines, tenantId: contosoId, wish: {} })),
    ).toBe('noPassMade');
    expect(passOf(people.ines)).toBeUndefined();
  });

  it('leaves the outcome unknown when the list cannot be read either', async () => {
    const tap = startWorker();
    await tap.readTarget(ines);
    sandbox.faults.add({ url: passesUrl, fault: { kind: 'cut', act: 'after' } });
    expect(await codeOf(tap.issuePass(ines, { userId: people.ines, tenantId: contosoId, wish: {} }))).toBe(
      'outcomeUnknown',
    );
  });

  it('reads a changed policy at once after a refusal by it', async () => {
    const tap = startWorker();
    await tap.readTarget(ines);
    const [contoso] = sandbox.state.tenants;
    if (contoso) contoso.policy.state = 'disabled';
    expect(await codeOf(tap.issuePass(ines, { userId: people.ines, tenantId: contosoId, wish: {} }))).toBe(
      'policyDisallows',
    );
    expect(await tap.readTarget(ines)).toMatchObject({ policy: { state: 'disabled' } });
  });
});

describe('a tenant that does not replace a pass by itself', () => {
  const order = { userId: people.ines, tenantId: contosoId, wish: {} };
  beforeEach(() => {
    sandbox.rooms.graph.modes.secondPass = 'conflict';
  });

  it('gets the old one deleted and the new one made', async () => {
    const tap = startWorker();
    const first = await tap.issuePass(ines, order);
    const second = await tap.issuePass(ines, order);
    expect(second.id).not.toBe(first.id);
    expect(passOf(people.ines)?.code).toBe(second.temporaryAccessPass);
  });

  it('is told that the old one is gone when the new one is refused then', async () => {
    const tap = startWorker();
    await tap.issuePass(ines, order);
    await tap.readTarget(ines);
    sandbox.faults.add({
      url: passesUrl,
      method: 'DELETE',
      times: 1,
      fault: { kind: 'slow', milliseconds: 300, act: 'after' },
    });
    const issuing = codeOf(tap.issuePass(ines, order));
    await vi.waitUntil(() => passOf(people.ines) === undefined);
    Object.assign(sandbox.state.tenants[0]?.policy ?? {}, { state: 'disabled' });
    expect(await issuing).toBe('oldPassGone');
    expect(passOf(people.ines)).toBeUndefined();
  });

  it('is not told that there is no pass where the answer to the second POST got lost', async () => {
    await startWorker().issuePass(ines, order);
    const tap = startWorker();
    await tap.readTarget(ines);
    const create = { url: passesUrl, method: 'POST', times: 1 } as const;
    sandbox.faults.add({
      ...create,
      fault: { kind: 'answer', status: 429, headers: { 'Retry-After': '0.05' } },
    });
    sandbox.faults.add({
      url: passesUrl,
      method: 'DELETE',
      times: 1,
      fault: { kind: 'slow', milliseconds: 100, act: 'after' },
    });
    const issuing = codeOf(tap.issuePass(ines, order));
    await vi.waitUntil(() => passOf(people.ines) === undefined);
    sandbox.faults.add({ ...create, fault: { kind: 'cut', act: 'after' } });
    sandbox.faults.add({ url: passesUrl, method: 'GET', times: 2, fault: { kind: 'cut', act: 'before' } });
    expect(await issuing).toBe('outcomeUnknown');
    expect(passOf(people.ines)).toBeDefined();
  });

  it('is not tried where nobody has seen the pass that stands in the way', async () => {
    const tap = startWorker();
    await tap.readTarget(ines);
    const { id } = await startWorker(people.helen).issuePass(ines, order);
    expect(await codeOf(tap.issuePass(ines, order))).toBe('passExists');
    expect(passOf(people.ines)?.id).toBe(id);
  });
});

describe('revokePass', () => {
  const whom = { userId: people.ines, tenantId: contosoId };
  const issue = () => startWorker().issuePass(ines, { ...whom, wish: {} });
  const deletes = { url: passesUrl, method: 'DELETE', times: 1 } as const;

  it('deletes the pass, forgets its secret, and tells the record', async () => {
    const { id } = await issue();
    const tap = startWorker();
    expect(await tap.revokePass(ines, { ...whom, passId: id })).toBe('deleted');
    expect(passOf(people.ines)).toBeUndefined();
    expect(await tap.readTarget(ines)).not.toHaveProperty('issued');
    expect((await tap.record.entries())[0]).toMatchObject({ action: 'revoke', outcome: 'done' });
  });

  it('keeps the secret of a pass that was issued since the admin saw the one to revoke', async () => {
    const { id: passId } = await issue();
    const next = await issue();
    expect(await startWorker().revokePass(ines, { ...whom, passId })).toBe('gone');
    expect(await startWorker().readTarget(ines)).toMatchObject({ issued: next });
  });

  it('says that a pass was gone already', async () => {
    const { id } = await issue();
    const tap = startWorker();
    await tap.revokePass(ines, { ...whom, passId: id });
    expect(await tap.revokePass(ines, { ...whom, passId: id })).toBe('gone');
  });

  it('settles a lost answer by reading', async () => {
    const { id } = await issue();
    sandbox.faults.add({ ...deletes, fault: { kind: 'cut', act: 'after' } });
    expect(await startWorker().revokePass(ines, { ...whom, passId: id })).toBe('deleted');
    const next = await issue();
    sandbox.faults.add({ ...deletes, fault: { kind: 'cut', act: 'before' } });
    expect(await codeOf(startWorker().revokePass(ines, { ...whom, passId: next.id }))).toBe('notRevoked');
  });

  it("does not take a proxy's page for the answer of Graph", async () => {
    const { id } = await issue();
    sandbox.faults.add({ ...deletes, fault: { kind: 'answer', status: 200, body: '<html>Blocked</html>' } });
    expect(await codeOf(startWorker().revokePass(ines, { ...whom, passId: id }))).toBe('notRevoked');
    expect(await startWorker().readTarget(ines)).toMatchObject({ issued: { id } });
  });

  it('concludes nothing from a list that has never shown the pass', async () => {
    sandbox.rooms.graph.modes.replicationDelay = 20_000;
    const { id } = await issue();
    sandbox.faults.add({ ...deletes, fault: { kind: 'cut', act: 'before' } });
    expect(await codeOf(startWorker().revokePass(ines, { ...whom, passId: id }))).toBe('revocationUnknown');
    expect(passOf(people.ines)?.id).toBe(id);
  });

  it('refuses anybody but the user on the page', async () => {
    const { id } = await issue();
    const other = { userId: people.longName, tenantId: contosoId, passId: id };
    expect(await codeOf(startWorker().revokePass(ines, other))).toBe('targetMoved');
    expect(passOf(people.ines)).toBeDefined();
  });
});

it('remembers the choice of an order where the admin wishes it, and the bounds of a refusal', async () => {
  const wish = { lifetimeInMinutes: 120, isUsableOnce: true };
  const order = { userId: people.ines, tenantId: contosoId, wish };
  await startWorker().issuePass(ines, { ...order, remember: true });
  expect(await startWorker().readTarget(ines)).toMatchObject({ choice: wish });
  expect(await codeOf(startWorker().issuePass(ines, { ...order, wish: { lifetimeInMinutes: 30 } }))).toBe(
    'lifetimeOutOfPolicy',
  );
  expect(await startWorker().readTarget(ines)).toMatchObject({
    choice: wish,
    learnt: { minimum: 60, maximum: 480 },
  });
});

describe('the record', () => {
  it('tells who issued what to whom, and that the next one replaced it', async () => {
    const order = { userId: people.ines, tenantId: contosoId };
    const issued = await startWorker().issuePass(ines, { ...order, wish: {}, reason: 'INC-1' });
    sandbox.state.advance(1000);
    await startWorker().issuePass(ines, { ...order, wish: { isUsableOnce: true } });
    expect(await startWorker().record.entries()).toMatchObject([
      { action: 'replace', options: { lifetimeInMinutes: 60, isUsableOnce: true } },
      {
        action: 'issue',
        admin: 'avery@contoso.com',
        tenant: { id: contosoId, displayName: 'Contoso' },
        guest: { id: people.ines, userPrincipalName: 'ines@contoso.com', displayName: 'Ines Contractor' },
        options: { lifetimeInMinutes: 60, isUsableOnce: false, startDateTime: issued.startDateTime },
        reason: 'INC-1',
        clientRequestId: issued.clientRequestId,
        outcome: 'done',
      },
    ]);
  });

  it('tells what became of an order that failed', async () => {
    sandbox.faults.add({ url: passesUrl, method: 'POST', times: 1, fault: { kind: 'cut', act: 'after' } });
    await codeOf(startWorker().issuePass(ines, { userId: people.ines, tenantId: contosoId, wish: {} }));
    expect(await startWorker().record.entries()).toMatchObject([
      { outcome: 'lost', failure: 'passLost', clientRequestId: expect.any(String) },
    ]);
  });

  it('knows nothing of an order that was never sent', async () => {
    await codeOf(startWorker().issuePass(ines, { userId: people.longName, tenantId: contosoId, wish: {} }));
    expect(await startWorker().record.entries()).toEqual([]);
  });
});
