import { expect, it } from 'vitest';
import { failureOf, graphInSandbox } from './graph-in-sandbox';
import { contosoId, people } from './sandbox/seed';
import { startTapWorker } from './tap-worker';

const { graphAs, faults, contoso, sandbox } = graphInSandbox();

it('a pass for many sign-ins, where the policy wants one-time passes', async () => {
  contoso().policy.isUsableOnce = true;
  const order = graphAs().createPass(people.ines, { isUsableOnce: false }, crypto.randomUUID());
  expect((await failureOf(order)).code).toBe('multiUseForbidden');
});

it('a change that somebody else made at the same moment', async () => {
  const body = JSON.stringify({ error: { code: 'Directory_ConcurrencyViolation', message: 'Conflict.' } });
  faults().add({ method: 'PATCH', url: /./, fault: { kind: 'answer', status: 409, body } });
  const failure = await failureOf(graphAs().updatePolicy({ defaultLifetimeInMinutes: 90 }));
  expect(failure.code).toBe('changedMeanwhile');
});

it('a token of a moment to come, which a fresh one does not mend; with the clock of Graph', async () => {
  const message = 'IDX10222: Lifetime validation failed. The token is not yet valid.';
  const body = JSON.stringify({ error: { code: 'InvalidAuthenticationToken', message } });
  const date = 'Thu, 26 Nov 2026 12:00:00 GMT';
  faults().add({ url: /./, fault: { kind: 'answer', status: 401, body, headers: { Date: date } } });
  expect(await failureOf(graphAs().listPasses(people.ines))).toMatchObject({
    code: 'clockWrong',
    timestamp: date,
  });
});

it('a second order for the same user, while the first is on its way', async () => {
  const worker = startTapWorker(sandbox());
  const page = { cloud: 'global', userId: people.ines } as const;
  const order = { userId: people.ines, tenantId: contosoId, wish: {} };
  const first = worker.issuePass(page, order);
  expect((await failureOf(worker.issuePass(page, order))).code).toBe('issueInProgress');
  await first;
});
