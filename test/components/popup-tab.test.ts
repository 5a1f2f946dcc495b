import { expect, it, vi } from 'vitest';
import { createPopupTab, type PopupPlace } from '../../components/popup-tab';
import type { Guest } from '../../utils/messages';
import { urlOfUserPage } from '../../utils/user-page-url';
import { contosoId, people } from '../sandbox/seed';

const pageOf = (userId: string) => urlOfUserPage({ userId, tenantId: contosoId });
const contoso = { cloud: 'global', tenant: { id: contosoId, displayName: 'Contoso' } } as const;
const guest = (id: string): Guest => ({
  id,
  displayName: id,
  userPrincipalName: `${id}@contoso.com`,
  externalUserType: 'internalGuest',
  accountEnabled: true,
});
const ines = guest(people.ines);
const layla = guest(people.arabic);
const home = 'https://entra.microsoft.com/#home';

/** A popup on a tab at this address, in a browser whose tabs move when the test says so. */
function room(url?: string) {
  const shown: PopupPlace[] = [];
  const about: unknown[] = [];
  const addresses = new Map<number, string | undefined>([[1, url]]);
  const tab = (id: number) => {
    const url = addresses.get(id);
    return { id, index: id, ...(url === undefined ? {} : { url }) };
  };
  const tabs = {
    create: vi.fn(async () => {
      addresses.set(2, undefined);
      return tab(2);
    }),
    update: vi.fn(async () => {}),
    get: async (id: number) => tab(id),
  };
  const popup = createPopupTab(tab(1), {
    tabs,
    about: (id) => about.push(id),
    show: (place) => shown.push(place),
  });
  const moved = (id: number, url: string | undefined, status?: string) => {
    addresses.set(id, url);
    popup.updated(id, { status }, tab(id));
  };
  return { popup, tabs, shown, about, moved, addresses, now: () => popup.place() };
}

it('begins at the user whom the tab shows, or at nobody', () => {
  expect(JSON.parse(room(pageOf(people.ines)).now().page)).toMatchObject({ userId: people.ines });
  expect(room(home).now()).toEqual({ tabId: 1, page: '', isBehind: false });
  expect(room().now().page).toBe('');
});

it('opens a guest in a tab of its own, behind, and shows nobody before the browser names that user there', async () => {
  const { popup, tabs, now, about, moved } = room();
  await popup.open(ines, contoso);
  expect(tabs.create).toHaveBeenCalledExactlyOnceWith({ url: pageOf(people.ines), active: false, index: 2 });
  expect(tabs.update).not.toHaveBeenCalled();
  expect(now()).toMatchObject({ tabId: 2, page: '', awaited: { isStuck: false }, isBehind: true });
  expect(about.at(-1)).toBe(2);
  moved(2, undefined, 'loading');
  expect(now().awaited).toBeDefined();
  moved(2, pageOf(people.ines), 'loading');
  expect(now().awaited).toBeUndefined();
  expect(JSON.parse(now().page)).toMatchObject({ userId: people.ines, tenantHint: contosoId });
});

it('moves a tab of the portal, and does not open another', async () => {
  const { popup, tabs, now, moved } = room(home);
  await popup.open(ines, contoso);
  expect(tabs.update).toHaveBeenCalledExactlyOnceWith(1, { url: pageOf(people.ines) });
  expect(tabs.create).not.toHaveBeenCalled();
  moved(1, pageOf(people.ines));
  expect(now()).toMatchObject({ tabId: 1, isBehind: false });
  expect(now().page).not.toBe('');
});

it('takes the next guest to the tab that it has opened', async () => {
  const { popup, tabs, moved, now } = room('https://example.com/');
  await popup.open(ines, contoso);
  moved(2, pageOf(people.ines));
  await popup.open(layla, contoso);
  expect(tabs.create).toHaveBeenCalledTimes(1);
  expect(tabs.update).toHaveBeenCalledExactlyOnceWith(2, { url: pageOf(people.arabic) });
  // The former guest is not shown for the new one.
  expect(now().awaited?.guest.id).toBe(people.arabic);
  moved(2, pageOf(people.ines), 'complete');
  expect(now().awaited).toMatchObject({ isStuck: true });
  moved(2, pageOf(people.arabic));
  expect(JSON.parse(now().page)).toMatchObject({ userId: people.arabic });
});

it('opens another where the tab of the portal is gone', async () => {
  const { popup, tabs, now } = room(home);
  tabs.update.mockRejectedValue(new Error('No tab with id: 1'));
  await popup.open(ines, contoso);
  expect(tabs.create).toHaveBeenCalledTimes(1);
  expect(now()).toMatchObject({ tabId: 2, isBehind: true });
});

it('leaves a tab alone that shows the guest already', async () => {
  const { popup, tabs, shown } = room(pageOf(people.ines));
  await popup.open(ines, contoso);
  expect([tabs.create, tabs.update].flatMap(({ mock }) => mock.calls)).toEqual([]);
  expect(shown).toEqual([]);
});

it('says that a tab came to rest elsewhere, and goes on once it shows the guest', async () => {
  const { popup, now, moved } = room();
  await popup.open(ines, contoso);
  moved(2, 'https://login.microsoftonline.com/', 'complete');
  expect(now().awaited).toMatchObject({ isStuck: true });
  moved(2, pageOf(people.ines));
  expect(now().awaited).toBeUndefined();
});

it('notices an address that was there before it listened', async () => {
  const { popup, addresses, tabs, now } = room(home);
  tabs.update.mockImplementation(async () => void addresses.set(1, pageOf(people.ines)));
  await popup.open(ines, contoso);
  expect(now().awaited).toBeUndefined();
  expect(now().page).not.toBe('');
});

it('follows its tab to another user, and no other tab', () => {
  const { moved, shown, now } = room(pageOf(people.ines));
  moved(7, pageOf(people.arabic));
  moved(1, pageOf(people.ines), 'complete');
  expect(shown).toEqual([]);
  moved(1, pageOf(people.arabic));
  expect(JSON.parse(now().page)).toMatchObject({ userId: people.arabic });
  moved(1, home);
  expect(now().page).toBe('');
});

it('goes to the tab when asked', async () => {
  const { popup, tabs } = room();
  await popup.open(ines, contoso);
  await popup.goTo();
  expect(tabs.update).toHaveBeenCalledExactlyOnceWith(2, { active: true });
});
