import { afterAll, beforeAll, beforeEach, expect, vi } from 'vitest';
import { type Failure, FailureError } from '../utils/failures';
import { createGraph } from '../utils/graph';
import type { Patience } from '../utils/graph-patience';
import { contosoId, people } from './sandbox/seed';
import { type Sandbox, startSandbox } from './sandbox/server';
import { tokenFor } from './sandbox/sign-in-by-hand';
import { type SandboxTenant, type SandboxUser, tenantOf, userOf } from './sandbox/state';

/** A sandbox for one test file, back at its seed before each test, that `fetch` leads to. */
export function graphInSandbox() {
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
  const contoso = (): SandboxTenant => tenantOf(sandbox.state, contosoId) as SandboxTenant;
  return {
    /** Graph as an administrator of Contoso sees it, with the scopes of the main flow unless told otherwise. */
    graphAs(userId = people.avery, scopes?: string[], patience?: Patience) {
      const token = tokenFor(sandbox.state, { userId, ...(scopes ? { scopes } : {}) });
      return createGraph({
        host: 'graph.microsoft.com',
        getToken: async () => token,
        ...(patience ? { patience } : {}),
      });
    },
    /** Requests with this method that reached Graph. */
    requests: (method?: string) =>
      sandbox.log.filter((entry) => entry.room === 'graph' && (!method || entry.method === method)),
    sandbox: () => sandbox,
    faults: () => sandbox.faults,
    modes: () => sandbox.rooms.graph.modes,
    state: () => sandbox.state,
    contoso,
    user: (userId: string) => userOf(contoso(), userId) as SandboxUser,
  };
}

/** What work failed with, which must be a failure of the catalogue. */
export async function failureOf(work: Promise<unknown>): Promise<Failure> {
  const error = await work.then(
    () => expect.unreachable('it should have failed'),
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(FailureError);
  return (error as FailureError).failure;
}

/** Faults after which nobody can know whether Graph acted. */
export const lostAnswers = [
  ['cut before it acted', { kind: 'cut', act: 'before' }],
  ['cut after it acted', { kind: 'cut', act: 'after' }],
  ['500', { kind: 'answer', status: 500 }],
  ['502 with HTML', { kind: 'answer', status: 502, body: '<html>Bad gateway</html>' }],
  ['503', { kind: 'answer', status: 503, headers: { 'Retry-After': '0.01' } }],
  ['504', { kind: 'answer', status: 504, headers: { 'Retry-After': '0.01' } }],
] as const;

/** A 429 that is over at once. */
export const shortPause = { kind: 'answer', status: 429, headers: { 'Retry-After': '0.01' } } as const;
