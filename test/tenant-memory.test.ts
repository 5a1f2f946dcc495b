import { beforeEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createLocalStore } from '../utils/local-store';
import { createTenantMemory } from '../utils/tenant-memory';

const contoso = 'c0a70501-0c0a-4705-80c0-a70500000001';
const open = () => createTenantMemory(createLocalStore('tenant'));
beforeEach(() => fakeBrowser.reset());

it('remembers nothing of a tenant it has not met', async () => {
  expect(await open().read(contoso)).toEqual({});
});

it('keeps the choice, but not its start, and forgets it on demand', async () => {
  await open().learnBounds(contoso, { minimum: 60, maximum: 480 });
  await open().keepChoice(contoso, {
    lifetimeInMinutes: 120,
    isUsableOnce: true,
    startDateTime: '2026-11-24T12:00:00Z',
  });
  expect(await open().read(contoso)).toEqual({
    choice: { lifetimeInMinutes: 120, isUsableOnce: true },
    learnt: { minimum: 60, maximum: 480 },
  });
  await open().keepChoice(contoso, undefined);
  expect(await open().read(contoso)).toEqual({ learnt: { minimum: 60, maximum: 480 } });
});

it('takes what can’t be read for forgotten', async () => {
  await browser.storage.local.set({ [`tenant/${contoso}`]: { choice: { lifetimeInMinutes: 'long' } } });
  expect(await open().read(contoso)).toEqual({});
});

it('asks the disk once, and remembers at once what it is told meanwhile', async () => {
  await open().learnBounds(contoso, { minimum: 60, maximum: 480 });
  const memory = open();
  const get = vi.spyOn(browser.storage.local, 'get');
  const [before] = await Promise.all([memory.read(contoso), memory.read(contoso)]);
  expect(before).toEqual({ learnt: { minimum: 60, maximum: 480 } });
  const asked = get.mock.calls.length;
  const keeping = memory.keepChoice(contoso, { isUsableOnce: true });
  await Promise.resolve();
  expect(await memory.read(contoso)).toEqual({
    choice: { isUsableOnce: true },
    learnt: { minimum: 60, maximum: 480 },
  });
  await keeping;
  expect(get).toHaveBeenCalledTimes(asked);
  expect(await open().read(contoso)).toEqual(await memory.read(contoso));
  get.mockRestore();
});
