import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { contosoId, groups, people } from './sandbox/seed';
import { type Sandbox, startSandbox } from './sandbox/server';
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
const policy = () => sandbox.state.tenants[0]?.policy;
const gina = () => startTapWorker(sandbox, { userId: people.gina });
const patches = { url: /temporaryAccessPass$/, method: 'PATCH', times: 1 };

it('reads the policy with the names of its groups', async () => {
  expect(await gina().readPolicy(ines, whom)).toMatchObject({
    policy: { state: 'enabled' },
    groupNames: { [groups.noPasses]: 'No passes' },
  });
});

it('lets a group in, keeps everybody who was in, and shows it at the next look', async () => {
  const worker = gina();
  Object.assign(policy() ?? {}, { state: 'disabled', includeTargets: [] });
  expect(await worker.readTarget(ines)).toMatchObject({ scope: 'methodDisabled' });
  const change = { state: 'enabled', include: groups.contractors } as const;
  expect(await worker.changePolicy(ines, whom, change)).toMatchObject({ seen: true });
  expect(policy()).toMatchObject({
    state: 'enabled',
    includeTargets: [{ targetType: 'group', id: groups.contractors }],
    excludeTargets: [{ targetType: 'group', id: groups.noPasses }],
  });
  sandbox.state.advance(61_000);
  expect(await worker.readTarget(ines)).toMatchObject({ scope: 'included' });
  expect(await worker.record.entries()).toMatchObject([{ action: 'changePolicy', outcome: 'done' }]);
});

it('settles a lost answer by reading', async () => {
  Object.assign(policy() ?? {}, { state: 'disabled' });
  sandbox.faults.add({ ...patches, fault: { kind: 'cut', act: 'after' } });
  expect(await gina().changePolicy(ines, whom, { state: 'enabled' })).toMatchObject({ seen: true });
});

it('says that nothing was changed when the request never arrived', async () => {
  Object.assign(policy() ?? {}, { state: 'disabled' });
  sandbox.faults.add({ ...patches, fault: { kind: 'cut', act: 'before' } });
  await expect(gina().changePolicy(ines, whom, { state: 'enabled' })).rejects.toMatchObject({
    failure: { code: 'policyNotChanged' },
  });
});

it('sends nothing that makes no sense', async () => {
  await expect(gina().changePolicy(ines, whom, { minimumLifetimeInMinutes: 5 })).rejects.toMatchObject({
    failure: { code: 'policyNotChanged' },
  });
  expect(sandbox.log.filter(({ method }) => method === 'PATCH')).toEqual([]);
});

it('names the role that is missing', async () => {
  await expect(startTapWorker(sandbox).changePolicy(ines, whom, { state: 'enabled' })).rejects.toMatchObject({
    failure: { code: 'policyRoleMissing' },
  });
});

function policyOfContoso() {
  const [contoso] = sandbox.state.tenants;
  if (!contoso) throw new Error('The seed begins with Contoso.');
  return contoso.policy;
}

it('lets the panel see a change at once, however lately it looked', async () => {
  Object.assign(policyOfContoso(), { state: 'disabled', includeTargets: [] });
  const worker = startTapWorker(sandbox, { userId: people.gina });
  expect(await worker.readTarget(ines)).toMatchObject({ scope: 'methodDisabled' });
  const change = { state: 'enabled', include: groups.contractors } as const;
  expect(await worker.changePolicy(ines, whom, change)).toMatchObject({ seen: true });
  expect(await worker.readTarget(ines)).toMatchObject({ scope: 'included' });
});

it('lets the panel see what it read, however lately the panel looked', async () => {
  const worker = startTapWorker(sandbox, { userId: people.gina });
  expect(await worker.readTarget(ines)).toMatchObject({ scope: 'included' });
  policyOfContoso().state = 'disabled';
  await worker.readPolicy(ines, whom);
  expect(await worker.readTarget(ines)).toMatchObject({ scope: 'methodDisabled' });
});

it('never calls a change a failure because it could not be seen', async () => {
  policyOfContoso().state = 'disabled';
  const worker = startTapWorker(sandbox, { userId: people.gina });
  await worker.readTarget(ines);
  const reading = { method: 'GET', url: /temporaryAccessPass$/ };
  // The reading before the change works, the one after it does not.
  sandbox.faults.add({ ...reading, times: 1, fault: { kind: 'slow', milliseconds: 0 } });
  sandbox.faults.add({ ...reading, fault: { kind: 'answer', status: 500 } });
  await expect(worker.changePolicy(ines, whom, { state: 'enabled' })).rejects.toMatchObject({
    failure: { code: 'policyUnknown' },
  });
  expect(policyOfContoso().state).toBe('enabled');
});

it('looks anew after a lost answer, whatever became of the change', async () => {
  policyOfContoso().state = 'disabled';
  const worker = startTapWorker(sandbox, { userId: people.gina });
  expect(await worker.readTarget(ines)).toMatchObject({ scope: 'methodDisabled' });
  const reading = { method: 'GET', url: /temporaryAccessPass$/ };
  sandbox.faults.add({ ...reading, times: 1, fault: { kind: 'slow', milliseconds: 0 } });
  sandbox.faults.add({ ...reading, fault: { kind: 'answer', status: 500 } });
  sandbox.faults.add({ method: 'PATCH', url: /./, fault: { kind: 'answer', status: 502, act: 'after' } });
  await expect(worker.changePolicy(ines, whom, { state: 'enabled' })).rejects.toMatchObject({
    failure: { code: 'policyUnknown' },
  });
  expect(await worker.readTarget(ines)).toMatchObject({ scope: 'included' });
});
