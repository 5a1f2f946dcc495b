import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { FailureError } from '../utils/failures';
import { createGraph, type Graph } from '../utils/graph';
import { endOf } from '../utils/pass-life';
import { changed, changesOf, garbage, wrongTypes } from './garbage';
import { failureOf, graphInSandbox } from './graph-in-sandbox';
import { contosoId, fabrikamId, groups, people } from './sandbox/seed';
import type { startSandbox } from './sandbox/server';
import { startTapWorker } from './tap-worker';

const { graphAs, requests, faults, state, user } = graphInSandbox();
const requestId = 'a1b2c3d4-0000-4000-8000-000000000000';
const also = { policy: true, organization: true, groups: [groups.noPasses] };
const scopes = [
  'User.Read.All',
  'UserAuthMethod-TAP.ReadWrite.All',
  'Policy.ReadWrite.AuthenticationMethod',
  'Group.ReadBasic.All',
  'UserAuthenticationMethod.Read.All',
];

/** Every call that reads something out of a reply. */
const calls: [string, (graph: Graph) => Promise<unknown>][] = [
  ['readUserByName', (graph) => graph.readUserByName('ines@contoso.com')],
  ['readTarget', (graph) => graph.readTarget(people.ines, also)],
  ['checkMemberGroups', (graph) => graph.checkMemberGroups(people.ines, [groups.noPasses])],
  ['listPasses', (graph) => graph.listPasses(people.ines)],
  ['createPass', (graph) => graph.createPass(people.ines, {}, requestId)],
  ['deletePass', (graph) => graph.deletePass(people.ines, people.adele, requestId)],
  ['readPolicy', (graph) => graph.readPolicy()],
  ['updatePolicy', (graph) => graph.updatePolicy({ isUsableOnce: false }, requestId)],
  ['readGroups', (graph) => graph.readGroups([groups.noPasses])],
  ['searchGroups', (graph) => graph.searchGroups('no')],
  ['readMethods', (graph) => graph.readMethods(people.ines)],
  ['readManager', (graph) => graph.readManager(people.ines)],
  ['readSponsors', (graph) => graph.readSponsors(people.ines)],
];

const gina = () => graphAs(people.gina, scopes);

/** What Graph answers to this call, and what of it nobody may see in a failure. */
async function replyTo(call: (graph: Graph) => Promise<unknown>) {
  const real = fetch;
  let reply: unknown;
  vi.stubGlobal('fetch', async (...request: Parameters<typeof fetch>) => {
    const response = await real(...request);
    reply = await response
      .clone()
      .json()
      .catch(() => null);
    return response;
  });
  await call(gina());
  vi.stubGlobal('fetch', real);
  return { reply, code: user(people.ines)._pass?.code ?? 'no pass was made' };
}

const answer = (body: unknown, status = 200) =>
  faults().add({
    url: /./,
    fault: { kind: 'answer', status, body: typeof body === 'string' ? body : (JSON.stringify(body) ?? '') },
  });

describe.each(calls)('a reply to %s', (_, call) => {
  it('that is not what it should be ends in a failure without its values, or means nothing else', async () => {
    const graph = gina();
    const { reply, code } = await replyTo(call);
    const status = fc.constantFrom(200, 200, 200, 201, 204, 400, 403, 404, 409);
    const bodies = fc.oneof(
      changesOf(garbage).map((changes) => changed(reply, changes)),
      fc.constantFrom('', 'null', '[]', '"', '{"value":null}', '<html>', '['.repeat(100_000)),
    );
    await fc.assert(
      fc.asyncProperty(bodies, status, async (body, status) => {
        const end = answer(body, status);
        try {
          await call(graph);
        } catch (error) {
          expect(error).toBeInstanceOf(FailureError);
          expect(JSON.stringify((error as FailureError).failure)).not.toContain(code);
        } finally {
          end();
        }
      }),
      { numRuns: 60 },
    );
  });

  it('that names a next page leads nowhere', async () => {
    const { reply } = await replyTo(call);
    const before = requests().length;
    answer(Object.assign({}, reply, { '@odata.nextLink': 'https://evil.example/v1.0/users' }));
    const asked = vi.spyOn(globalThis, 'fetch');
    await call(gina()).catch(() => {});
    expect(asked.mock.calls.length).toBeLessThanOrEqual(1);
    expect(requests().length).toBeLessThanOrEqual(before + 1);
    asked.mockRestore();
  });
});

describe('a redirect', () => {
  it.each([301, 302, 303, 307, 308])('%i takes the token nowhere, not even within Graph', async (status) => {
    for (const location of ['https://login.microsoftonline.com/x', 'https://graph.microsoft.com/v1.0/me']) {
      const end = faults().add({
        url: /temporaryAccessPassMethods/,
        fault: { kind: 'answer', status, headers: { Location: location } },
      });
      const before = state().log.length;
      expect(await failureOf(gina().listPasses(people.ines))).toMatchObject({ code: 'offline' });
      expect(await failureOf(gina().createPass(people.ines, {}, requestId))).toMatchObject({
        code: 'outcomeUnknown',
      });
      expect(state().log.slice(before)).toHaveLength(2);
      end();
    }
  });
});

describe('a token', () => {
  it('that can not be sent is not told either', async () => {
    const graph = createGraph({ host: 'graph.microsoft.com', getToken: async () => 'secret\ntoken' });
    expect(JSON.stringify(await failureOf(graph.readPolicy()))).not.toMatch(/secret|token\\/);
  });

  it('that a refusal quotes is left out', async () => {
    const graph = createGraph({ host: 'graph.microsoft.com', getToken: async () => 'the-token' });
    answer({ error: { code: 'InvalidAuthenticationToken', message: 'What is the-token?' } }, 403);
    expect((await failureOf(graph.readPolicy())).detail).toBe(
      'HTTP 403 InvalidAuthenticationToken: What is …?',
    );
  });
});

describe('a reply of any size', () => {
  it('comes to an end', async () => {
    const pass = { id: people.ines, startDateTime: 'never', isUsable: true };
    answer({ value: Array.from({ length: 100_000 }, () => pass) });
    expect(await failureOf(gina().listPasses(people.ines))).toMatchObject({ code: 'graphUnavailable' });
    faults().clear();
    answer({ error: { code: 'x'.repeat(1_000_000), message: '\u202e'.repeat(1_000_000) } }, 403);
    const { detail = '' } = await failureOf(gina().listPasses(people.ines));
    expect(detail.length).toBeLessThanOrEqual(2000);
  });
});

describe('the verdict', () => {
  async function verdict(userId: string, changes: fc.Arbitrary<ReturnType<typeof changed>>) {
    const sandbox = { state: state() } as Awaited<ReturnType<typeof startSandbox>>;
    await fc.assert(
      fc.asyncProperty(changes, async (body) => {
        fakeBrowser.reset();
        const worker = startTapWorker(sandbox);
        const end = answer(body);
        const target = await worker.readTarget({ cloud: 'global', userId }).catch((error: unknown) => {
          expect(error).toBeInstanceOf(FailureError);
          return undefined;
        });
        end();
        if (target?.state !== 'ready') return;
        expect(target.guest.id).toBe(userId);
        expect(target.tenant.id).toBe(contosoId);
        if (target.pass) expect(new Date(endOf(target.pass)).getTime()).not.toBeNaN();
        if (userId !== people.ines) expect(target.guest.externalUserType).not.toBe('internalGuest');
      }),
      { numRuns: 150 },
    );
  }
  const batchOf = async (userId: string) =>
    (await replyTo((graph) => graph.readTarget(userId, { policy: true, organization: true }))).reply;

  it('is about the user and the tenant asked for, or is none', async () => {
    const reply = await batchOf(people.ines);
    const ids = fc.constantFrom<unknown>(people.adele, people.arabic, contosoId, fabrikamId, 'Member');
    await verdict(
      people.ines,
      changesOf(fc.oneof(garbage, ids)).map((changes) => changed(reply, changes)),
    );
  });

  it.each([people.adele, people.otto, people.emil])(
    'never makes an internal guest of %s, whatever is missing or of another type',
    async (userId) => {
      const reply = await batchOf(userId);
      await verdict(
        userId,
        changesOf(wrongTypes).map((changes) => changed(reply, changes)),
      );
    },
  );

  it('does not go by a reply about somebody else', async () => {
    const sandbox = { state: state() } as Awaited<ReturnType<typeof startSandbox>>;
    for (const [mine, other] of [
      [people.adele, people.ines],
      [contosoId, fabrikamId],
    ] as const) {
      const userId = people.adele;
      const text = JSON.stringify(await batchOf(people.ines)).replaceAll(
        mine === userId ? '\u0000' : mine,
        other,
      );
      const end = answer(text);
      const page = { cloud: 'global', userId: mine === userId ? userId : people.ines } as const;
      expect(await failureOf(startTapWorker(sandbox).readTarget(page))).toMatchObject({
        code: 'graphUnavailable',
      });
      end();
    }
  });
});
