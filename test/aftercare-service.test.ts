import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { FailureError } from '../utils/failures';
import { contosoId, people } from './sandbox/seed';
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
});

const ines = { cloud: 'global', userId: people.ines } as const;
const whom = { userId: people.ines, tenantId: contosoId };

describe('readAftercare', () => {
  it('tells the pass as Graph lists it, and every method', async () => {
    const worker = startTapWorker(sandbox);
    const { id } = await worker.issuePass(ines, { ...whom, wish: {} });
    expect(await worker.readAftercare(ines, whom)).toMatchObject({
      pass: { id },
      methods: expect.arrayContaining([expect.objectContaining({ type: 'password' })]),
    });
  });

  it('tells the pass alone where the permission is not granted, and does not ask Entra again until somebody signs in', async () => {
    const grant = vi.fn((purpose: string) => {
      if (purpose === 'watchMethods') throw new FailureError({ code: 'consentRequired' });
    });
    const worker = startTapWorker(sandbox, { grant });
    const asked = () => grant.mock.calls.filter(([purpose]) => purpose === 'watchMethods').length;
    expect(await worker.readAftercare(ines, whom)).toMatchObject({ methods: 'notGranted' });
    await worker.readAftercare(ines, whom);
    expect(asked()).toBe(1);
    worker.askAgain();
    await worker.readAftercare(ines, whom);
    expect(asked()).toBe(2);
  });

  it('refuses anybody but the user on the page', async () => {
    const other = { userId: people.longName, tenantId: contosoId };
    await expect(startTapWorker(sandbox).readAftercare(ines, other)).rejects.toMatchObject({
      failure: { code: 'targetMoved' },
    });
  });
});

it('readContacts tells manager and sponsors', async () => {
  const worker = startTapWorker(sandbox, { userId: people.gina });
  expect(await worker.readContacts(ines, whom)).toEqual({
    manager: {
      displayName: 'Emil Employee',
      mail: 'emil@contoso.com',
      userPrincipalName: 'emil@contoso.com',
    },
    sponsors: [
      { displayName: 'Emil Employee', mail: 'emil@contoso.com', userPrincipalName: 'emil@contoso.com' },
    ],
  });
});
