import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createAftercareWatch } from '../../components/aftercare-watch';
import type { Aftercare, Result } from '../../utils/messages';

const waiting: Result<Aftercare> = { ok: true, value: { methods: [{ id: 'a', type: 'password' }] } };
const failed: Result<Aftercare> = { ok: false, failure: { code: 'throttled' } };

let answer: Result<Aftercare>;
let over: boolean;
const read = vi.fn(async () => answer);
const show = vi.fn();
const watch = () => createAftercareWatch({ read, show, goesOn: () => !over });

beforeEach(() => {
  vi.useFakeTimers();
  answer = waiting;
  over = false;
  read.mockClear();
  show.mockClear();
});
afterEach(() => {
  vi.useRealTimers();
});

it('looks at once, then less and less often, at most once a minute in the end', async () => {
  const watching = watch();
  watching.start();
  const looks: number[] = [];
  const begin = Date.now();
  for (let second = 0; second < 400; second += 1) {
    if (read.mock.calls.length > looks.length) looks.push(Math.round((Date.now() - begin) / 1000));
    await vi.advanceTimersByTimeAsync(1000);
  }
  watching.stop();
  const pauses = looks.slice(1).map((at, index) => at - (looks[index] ?? 0));
  expect(looks[0]).toBe(0);
  expect(pauses.slice(0, 3)).toEqual([10, 15, 22].map((pause) => expect.closeTo(pause, -0.5)));
  expect(Math.max(...pauses)).toBeLessThanOrEqual(61);
});

it('looks no more once it is stopped, and shows no answer that comes later', async () => {
  const watching = watch();
  watching.start();
  watching.stop();
  await vi.advanceTimersByTimeAsync(300_000);
  expect(read).toHaveBeenCalledOnce();
  expect(show).not.toHaveBeenCalled();
});

it('ends with the pass', async () => {
  over = true;
  watch().start();
  await vi.advanceTimersByTimeAsync(300_000);
  expect(read).toHaveBeenCalledOnce();
});

it('keeps what it knew beside a failure, and goes on', async () => {
  const watching = watch();
  watching.start();
  await vi.advanceTimersByTimeAsync(0);
  answer = failed;
  await vi.advanceTimersByTimeAsync(10_000);
  expect(show).toHaveBeenLastCalledWith(
    expect.objectContaining({ methods: [{ id: 'a', type: 'password' }], failure: { code: 'throttled' } }),
  );
  answer = waiting;
  await vi.advanceTimersByTimeAsync(15_000);
  expect(show).toHaveBeenLastCalledWith(expect.not.objectContaining({ failure: expect.anything() }));
  watching.stop();
});

it('remembers which methods were there at its first look', async () => {
  const watching = watch();
  watching.start();
  await vi.advanceTimersByTimeAsync(0);
  answer = { ok: true, value: { methods: [{ id: 'b', type: 'fido2' }] } };
  await vi.advanceTimersByTimeAsync(10_000);
  expect(show).toHaveBeenLastCalledWith(expect.objectContaining({ before: new Set(['a']) }));
  watching.stop();
});
