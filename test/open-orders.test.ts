import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { FailureError } from '../utils/failures';
import { outcomeOf } from '../utils/order-outcome';
import { failureOf } from './graph-in-sandbox';
import { contosoId, people } from './sandbox/seed';
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
const whom = { userId: people.ines, tenantId: contosoId };
const passesUrl = /temporaryAccessPassMethods/;
const passOf = (userId: string) => {
  const [contoso] = sandbox.state.tenants;
  return contoso && userOf(contoso, userId)?._pass;
};
const startWorker = (userId = people.avery) => startTapWorker(sandbox, { userId });
const issue = (worker = startWorker()) => worker.issuePass(ines, { ...whom, wish: {} });
const news = async (worker: ReturnType<typeof startWorker>) => {
  const target = await worker.readTarget(ines);
  if (target.state !== 'ready') return expect.unreachable(target.state);
  const { underWay, unsettled, revoked } = target;
  return underWay ?? unsettled?.failure.code ?? (revoked === undefined ? undefined : 'revoked');
};
const cut = (method: string, act: 'before' | 'after') =>
  sandbox.faults.add({ url: passesUrl, method, times: 1, fault: { kind: 'cut', act } });

/** A worker dies while its request is on its way, before or after Graph has acted on it. */
async function dieOver(method: 'POST' | 'DELETE', act: 'before' | 'after', order: () => Promise<unknown>) {
  const sent = () => sandbox.log.filter((entry) => entry.method === method && passesUrl.test(entry.url));
  const before = sent().length;
  const held = passOf(people.ines)?.id;
  const until = new Promise<void>(() => {});
  sandbox.faults.add({ url: passesUrl, method, times: 1, fault: { kind: 'held', until, act } });
  order().catch(() => {});
  await vi.waitUntil(() => sent().length > before && (act === 'before' || passOf(people.ines)?.id !== held), {
    timeout: 10_000,
  });
}

describe('an order whose worker died', () => {
  it('is told as a pass whose code was lost, until it is dismissed', async () => {
    await dieOver('POST', 'after', issue);
    expect(await news(startWorker())).toBe('passLost');
    const next = startWorker();
    expect(await news(next)).toBe('passLost');
    await next.dismissPass(people.ines);
    expect(await news(startWorker())).toBeUndefined();
  });

  it('is still under way until nothing can travel any more; nobody orders anew, nor forgets it, meanwhile', async () => {
    await dieOver('POST', 'before', issue);
    const worker = startWorker();
    expect(await news(worker)).toBe('issuing');
    expect((await failureOf(issue(worker))).code).toBe('issueInProgress');
    await worker.dismissPass(people.ines);
    sandbox.state.advance(4_000);
    expect(await news(worker)).toBe('issuing');
    sandbox.state.advance(1_000);
    expect(await news(worker)).toBe('noPassMade');
    expect(await news(startWorker())).toBe('noPassMade');
    await issue(worker);
    expect(await news(worker)).toBeUndefined();
  });

  it('is told anew where a later list knows better', async () => {
    sandbox.rooms.graph.modes.replicationDelay = 100_000;
    await dieOver('POST', 'after', issue);
    const worker = startWorker();
    expect(await news(worker)).toBe('issuing');
    sandbox.state.advance(5_000);
    expect(await news(worker)).toBe('noPassMade');
    sandbox.state.advance(100_000);
    expect(await news(worker)).toBe('passLost');
  });

  it('is told as not revoked only when nothing can travel any more', async () => {
    const { id: passId } = await issue();
    await dieOver('DELETE', 'before', () => startWorker().revokePass(ines, { ...whom, passId }));
    const worker = startWorker();
    expect(await news(worker)).toBe('revoking');
    sandbox.state.advance(5_000);
    expect(await news(worker)).toBe('notRevoked');
  });

  it('is told as revoked, and the secret of the pass is forgotten', async () => {
    const { id: passId } = await issue();
    await dieOver('DELETE', 'after', () => startWorker().revokePass(ines, { ...whom, passId }));
    // However late: until then the secret was there.
    sandbox.state.advance(70_000);
    const worker = startWorker();
    expect(await news(worker)).toBe('revoked');
    expect(await worker.readTarget(ines)).not.toHaveProperty('issued');
    sandbox.state.advance(70_000);
    expect(await news(worker)).toBeUndefined();
  });

  it('is told as revoked, too, after it was given again for a pass that was gone by then', async () => {
    const { id: passId } = await issue();
    await dieOver('DELETE', 'after', () => startWorker().revokePass(ines, { ...whom, passId }));
    sandbox.state.advance(70_000);
    await dieOver('DELETE', 'before', () => startWorker().revokePass(ines, { ...whom, passId }));
    sandbox.state.advance(70_000);
    const worker = startWorker();
    expect(await news(worker)).toBe('revoked');
    expect(await worker.readTarget(ines)).not.toHaveProperty('issued');
  });

  it('concludes nothing from a list that has never shown the pass', async () => {
    sandbox.rooms.graph.modes.replicationDelay = 60_000;
    const { id: passId } = await issue();
    await dieOver('DELETE', 'before', () => startWorker().revokePass(ines, { ...whom, passId }));
    const worker = startWorker();
    expect(await news(worker)).toBe('revoking');
    sandbox.state.advance(5_000);
    expect(await news(worker)).toBe('revocationUnknown');
    expect(await startWorker().readTarget(ines)).toMatchObject({ issued: { id: passId } });
  });
});

describe('an order whose answer got lost', () => {
  it('is not said to have made no pass while it may still arrive', async () => {
    const worker = startWorker();
    await worker.readTarget(ines);
    cut('POST', 'before');
    const before = sandbox.state.now();
    expect((await failureOf(issue(worker))).code).toBe('noPassMade');
    expect(sandbox.state.now() - before).toBeGreaterThanOrEqual(5_000);
  });

  it('keeps the next one back until nothing can travel any more, whatever was told', async () => {
    const worker = startWorker();
    cut('POST', 'after');
    const lost = sandbox.state.now();
    expect((await failureOf(issue(worker))).code).toBe('passLost');
    expect(sandbox.state.now() - lost).toBeLessThan(5_000);
    await issue(worker);
    expect(sandbox.state.now() - lost).toBeGreaterThanOrEqual(5_000);
  });

  it('is told to the next page too, with what support asks for', async () => {
    cut('POST', 'after');
    const { clientRequestId } = await failureOf(issue());
    expect(await startWorker().readTarget(ines)).toMatchObject({
      unsettled: { action: 'issue', failure: { code: 'passLost', clientRequestId } },
    });
  });

  it('is told once the list can be read', async () => {
    const worker = startWorker();
    await worker.readTarget(ines);
    const end = sandbox.faults.add({ url: passesUrl, fault: { kind: 'cut', act: 'after' } });
    expect((await failureOf(issue(worker))).code).toBe('outcomeUnknown');
    end();
    expect(await news(worker)).toBe('passLost');
  });

  it('leaves no trace once another is refused', async () => {
    cut('POST', 'after');
    const worker = startWorker();
    await failureOf(issue(worker));
    const wish = { lifetimeInMinutes: 1 };
    await worker.issuePass(ines, { ...whom, wish }).catch((error: FailureError) => error.failure);
    expect(await news(worker)).toBeUndefined();
  });
});

it('is noted without a pass', async () => {
  const { temporaryAccessPass } = await issue();
  cut('POST', 'after');
  await failureOf(issue());
  const kept = await fakeBrowser.storage.session.get(null);
  const orders = Object.entries(kept).filter(([key]) => key.startsWith('order/'));
  expect(orders).toHaveLength(1);
  for (const secret of [temporaryAccessPass, passOf(people.ines)?.code ?? '?'])
    expect(JSON.stringify(orders).includes(secret)).toBe(false);
});

it('stays unknown where the admin may not list passes', () => {
  const order = { ...whom, passId: 'p', at: 0, clientRequestId: 'c' };
  const hidden = 'unknown' as const;
  expect(outcomeOf({ ...order, action: 'issue', before: hidden }, [], false)).toBe('outcomeUnknown');
  expect(outcomeOf({ ...order, action: 'issue', before: [] }, hidden, false)).toBe('outcomeUnknown');
  expect(outcomeOf({ ...order, action: 'revoke', before: hidden }, [], false)).toBe('revocationUnknown');
  expect(outcomeOf({ ...order, action: 'revoke', before: ['p'] }, hidden, false)).toBe('revocationUnknown');
});
