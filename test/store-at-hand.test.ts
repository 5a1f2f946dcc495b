import { beforeEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createSessionStore } from '../utils/session-store';
import { keepAtHand } from '../utils/store-at-hand';

const start = () => keepAtHand(createSessionStore<string>('name'));
const stored = () => browser.storage.session.get(null);
beforeEach(() => fakeBrowser.reset());

it('asks the browser once, and finds what a former worker left', async () => {
  await start().set({ a: '1' });
  const store = start();
  const get = vi.spyOn(browser.storage.session, 'get');
  expect(await store.get('a')).toBe('1');
  expect(await store.get('b')).toBeUndefined();
  expect(await store.all()).toEqual({ a: '1' });
  expect(get).toHaveBeenCalledTimes(1);
  get.mockRestore();
});

it('leaves in the storage what it shows, for the next worker', async () => {
  const store = start();
  await store.set({ a: '1', b: '2' });
  await store.remove('a');
  expect(await stored()).toEqual({ 'name/b': '2' });
  await store.set({ c: '3' });
  await store.clear();
  expect(await store.all()).toEqual({});
  expect(await stored()).toEqual({});
});

it('shows to each call what those before it wrote, while the browser is still at it', async () => {
  await start().set({ a: '1' });
  const store = start();
  const calls = [
    store.get('a'),
    store.set({ a: '2' }),
    store.get('a'),
    store.remove('a'),
    store.get('a'),
    store.set({ a: '3' }),
    store.clear(),
    store.all(),
    store.set({ a: '4' }),
    store.all(),
  ];
  const said = await Promise.all(calls);
  expect(said.filter((answer) => typeof answer === 'string')).toEqual(['1', '2']);
  expect(said[4]).toBeUndefined();
  expect([said[7], said[9]]).toEqual([{}, { a: '4' }]);
});

it('is done when the browser has it, not before', async () => {
  const store = start();
  await store.all();
  let finish = () => {};
  const held = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const set = vi.spyOn(browser.storage.session, 'set').mockReturnValueOnce(held as never);
  let isDone = false;
  const setting = store.set({ a: '1' }).then(() => {
    isDone = true;
  });
  expect(await store.get('a')).toBe('1');
  expect(isDone).toBe(false);
  finish();
  await setting;
  set.mockRestore();
});

it('says when the browser could not keep it, and shows then what is really there', async () => {
  const store = start();
  await store.set({ a: '1' });
  const set = vi.spyOn(browser.storage.session, 'set').mockRejectedValueOnce(new Error('quota'));
  await expect(store.set({ a: '2' })).rejects.toThrow('quota');
  expect(await store.get('a')).toBe('1');
  set.mockRestore();
});

it('asks again after the browser did not answer', async () => {
  await start().set({ a: '1' });
  const store = start();
  const get = vi.spyOn(browser.storage.session, 'get').mockRejectedValueOnce(new Error('gone'));
  await expect(store.get('a')).rejects.toThrow('gone');
  expect(await store.get('a')).toBe('1');
  get.mockRestore();
});
