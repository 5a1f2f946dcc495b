import { expect, it, vi } from 'vitest';
import type { Graph } from '../utils/graph';
import { createGraph } from '../utils/graph';
import { createPatience } from '../utils/graph-patience';
import { createGuestSearch } from '../utils/guest-search';
import { failureOf, graphInSandbox } from './graph-in-sandbox';
import { contosoId, fabrikamId, people } from './sandbox/seed';
import { tokenFor } from './sandbox/sign-in-by-hand';

const { requests, faults, state, user } = graphInSandbox();

function startSearch({ tenantLock = '' } = {}) {
  const getToken = vi.fn(async ({ tenant = contosoId }: { tenant?: string }) => ({
    accessToken: '',
    scopes: [],
    account: { tenantId: tenant, username: 'avery@contoso.com', homeAccountId: 'home' },
  }));
  const graphOf = (tenantId: string, signal: AbortSignal): Graph => {
    const userId = tenantId === fabrikamId ? people.averyAtFabrikam : people.avery;
    const token = tokenFor(state(), { userId, tenantId });
    const patience = createPatience({ signal });
    return createGraph({ host: 'graph.microsoft.com', getToken: async () => token, patience });
  };
  return { getToken, ...createGuestSearch({ auth: { getToken }, graphOf, settings: { tenantLock } }) };
}

it('finds internal guests, and says how many others it leaves out, where and for whom', async () => {
  user(people.arabic).displayName = 'Ade';
  expect(await startSearch().searchGuests(undefined, 'ade')).toEqual({
    tenant: { id: contosoId, displayName: 'Contoso' },
    admin: 'avery@contoso.com',
    guests: [expect.objectContaining({ id: people.arabic, externalUserType: 'internalGuest' })],
    external: 1,
    more: false,
  });
});

it('leaves in whoever Graph does not tell of, and makes names plain', async () => {
  Object.assign(user(people.ines), { creationType: 'Invitation', displayName: 'Ines \u202e\nrotcart' });
  const { guests } = await startSearch().searchGuests(undefined, 'ines');
  expect(guests).toMatchObject([{ externalUserType: 'uncertain', displayName: 'Ines \ufffd rotcart' }]);
});

it('believes no reply that has a member in it', async () => {
  user(people.ines).userType = 'Member';
  const body = JSON.stringify({ value: [user(people.ines)] });
  faults().add({ url: /\/users\?/, fault: { kind: 'answer', status: 200, body } });
  expect(await startSearch().searchGuests(undefined, 'ines')).toMatchObject({ guests: [], external: 0 });
});

it('searches the tenant of the page, and the one of Options before it', async () => {
  const page = { cloud: 'global', userId: people.fabrikamGuest, tenantHint: fabrikamId } as const;
  const { tenant, guests } = await startSearch().searchGuests(page, 'felix');
  expect([tenant.displayName, guests.length]).toEqual(['Fabrikam', 1]);
  const locked = startSearch({ tenantLock: contosoId });
  expect((await locked.searchGuests(page, 'felix')).tenant.displayName).toBe('Contoso');
});

it('asks for the tenant once, and again after a failure', async () => {
  const search = startSearch();
  const asked = () => requests().filter(({ url }) => url.includes('/organization')).length;
  faults().add({ url: /organization/, times: 1, fault: { kind: 'cut', act: 'before' } });
  expect((await failureOf(search.searchGuests(undefined, 'ines'))).code).toBe('offline');
  await search.searchGuests(undefined, 'ines');
  await search.searchGuests(undefined, 'ine');
  expect(asked()).toBe(2);
});

it('ends a search when another takes its place', async () => {
  const search = startSearch();
  const former = failureOf(search.searchGuests(undefined, 'adele'));
  const { guests } = await search.searchGuests(undefined, 'ines');
  expect(guests.map(({ id }) => id)).toEqual([people.ines]);
  expect((await former).code).toBe('unexpected');
});
