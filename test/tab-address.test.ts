import { afterEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { settleAddress } from '../utils/tab-address';
import { userPage } from './e2e/story';
import { people } from './sandbox/seed';

const ines = userPage(people.ines);
const layla = userPage(people.arabic);
const sender = { kind: 'panel', tabId: 7, tabUrl: ines } as const;

afterEach(() => vi.restoreAllMocks());

/** The browser's answers, one after the other; the last one stays. */
function tabAt(...urls: string[]) {
  return vi
    .spyOn(browser.tabs, 'get')
    .mockImplementation((async () => ({ url: urls.length > 1 ? urls.shift() : urls[0] })) as never);
}

it('takes the address the browser gave when the page saw the same user', async () => {
  const get = tabAt(layla);
  expect(await settleAddress(sender, `${ines}/hidePreviewBanner~/true`)).toEqual(sender);
  expect(get).not.toHaveBeenCalled();
});

it('waits for a browser that is behind the page', async () => {
  tabAt(ines, ines, layla);
  expect(await settleAddress(sender, layla)).toEqual({ ...sender, tabUrl: layla });
});

it('ends with the address of the browser, whatever the page claims', async () => {
  vi.useFakeTimers();
  tabAt(ines);
  const settled = settleAddress(sender, layla);
  await vi.advanceTimersByTimeAsync(3000);
  expect(await settled).toEqual(sender);
  vi.useRealTimers();
});

it.each([undefined, ines])('asks nothing of a sender without a tab (%s)', async (seen) => {
  const get = tabAt(layla);
  expect(await settleAddress({ kind: 'extensionPage' }, seen)).toEqual({ kind: 'extensionPage' });
  expect(get).not.toHaveBeenCalled();
});
