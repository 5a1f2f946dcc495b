import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { type Badge, noBadge } from '../utils/badge-of';
import { userPageFromUrl } from '../utils/portal-url';
import { showBadge } from '../utils/tab-badge';
import { urlOfUserPage } from '../utils/user-page-url';
import { contosoId, people } from './sandbox/seed';

const urlOf = (userId: string) => urlOfUserPage({ userId, tenantId: contosoId });
const ines = userPageFromUrl(urlOf(people.ines));
const badge: Badge = { text: 'TAP', title: 'badgeGuest', color: '#0f6cbd' };

let url: string | undefined;
beforeEach(() => {
  vi.spyOn(browser.tabs, 'get').mockImplementation((async () => ({ id: 7, url })) as never);
  for (const name of [
    'setBadgeText',
    'setTitle',
    'setBadgeBackgroundColor',
    'setBadgeTextColor',
    'setIcon',
  ] as const)
    vi.spyOn(browser.action, name).mockImplementation(async () => {});
});
afterEach(() => vi.restoreAllMocks());

it('shows text, title and colours, on this tab only', async () => {
  url = urlOf(people.ines);
  await showBadge(7, ines, badge);
  expect(browser.action.setBadgeText).toHaveBeenCalledExactlyOnceWith({ tabId: 7, text: 'TAP' });
  expect(browser.action.setTitle).toHaveBeenCalledExactlyOnceWith({
    tabId: 7,
    title: 'Guestpass: an internal guest is on this page',
  });
  expect(browser.action.setBadgeBackgroundColor).toHaveBeenCalledExactlyOnceWith({
    tabId: 7,
    color: '#0f6cbd',
  });
  expect(browser.action.setBadgeTextColor).toHaveBeenCalledExactlyOnceWith({ tabId: 7, color: '#ffffff' });
  expect(browser.action.setIcon).toHaveBeenCalledExactlyOnceWith({
    tabId: 7,
    path: { 16: '/icon/16.png', 24: '/icon/24.png', 32: '/icon/32.png' },
  });
});

it('tells in the title until when a pass is active', async () => {
  url = urlOf(people.ines);
  await showBadge(7, ines, { ...badge, title: 'badgeActive', end: Date.UTC(2026, 10, 23, 14) });
  const title = expect.stringMatching(/^Guestpass: a pass is active until .*2[34].*\d\d/);
  expect(browser.action.setTitle).toHaveBeenCalledExactlyOnceWith({ tabId: 7, title });
});

it('clears the tab that shows no user any more', async () => {
  url = 'https://entra.microsoft.com/#home';
  await showBadge(7, undefined, noBadge);
  expect(browser.action.setBadgeText).toHaveBeenCalledExactlyOnceWith({ tabId: 7, text: '' });
  expect(browser.action.setTitle).toHaveBeenCalledExactlyOnceWith({ tabId: 7, title: 'Guestpass' });
  expect(browser.action.setIcon).toHaveBeenCalledExactlyOnceWith({
    tabId: 7,
    path: { 16: '/icon/inactive-16.png', 24: '/icon/inactive-24.png', 32: '/icon/inactive-32.png' },
  });
});

it.each([
  ['another user', urlOf(people.arabic), ines],
  ['no user', 'https://entra.microsoft.com/#home', ines],
  ['an address we may not see', undefined, ines],
  ['a user again', urlOf(people.ines), undefined],
])('says nothing of a former page on a tab that has come to %s', async (_, address, page) => {
  url = address;
  await showBadge(7, page, badge);
  expect(browser.action.setBadgeText).not.toHaveBeenCalled();
  expect(browser.action.setIcon).not.toHaveBeenCalled();
});

it('leaves nothing of a page whose document goes while it is told', async () => {
  url = urlOf(people.ines);
  vi.mocked(browser.action.setBadgeText).mockImplementationOnce(async () => {
    url = undefined;
  });
  await showBadge(7, ines, badge);
  expect(browser.action.setBadgeText).toHaveBeenLastCalledWith({ tabId: 7, text: '' });
  expect(browser.action.setTitle).toHaveBeenLastCalledWith({ tabId: 7, title: 'Guestpass' });
});

it('is put there once, by the newest word, for who asks twice about one page', async () => {
  url = urlOf(people.ines);
  await Promise.all([showBadge(7, ines, noBadge), showBadge(7, ines, badge)]);
  expect(browser.action.setBadgeText).toHaveBeenCalledExactlyOnceWith({ tabId: 7, text: 'TAP' });
  // A late word about a former page takes nothing from the one that is shown.
  await Promise.all([
    showBadge(7, ines, badge),
    showBadge(7, userPageFromUrl(urlOf(people.arabic)), noBadge),
  ]);
  expect(browser.action.setBadgeText).toHaveBeenCalledTimes(2);
  expect(browser.action.setBadgeText).toHaveBeenLastCalledWith({ tabId: 7, text: 'TAP' });
});

it('does not mind that the tab is gone', async () => {
  vi.mocked(browser.tabs.get).mockRejectedValue(new Error('No tab with id: 7.'));
  await expect(showBadge(7, ines, badge)).resolves.toBeUndefined();
});
