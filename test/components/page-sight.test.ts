import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createPageSight } from '../../components/page-sight';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const framed = () => {
  const sight = createPageSight(true, Date.now);
  sight.vouched();
  return sight;
};

it('is clear for a page that nobody framed', () => {
  expect(createPageSight(false).isClear()).toBe(true);
});

it('is not clear before anything was heard', () => {
  expect(framed().isClear()).toBe(false);
});

it('believes no line that nobody vouched for', () => {
  const sight = createPageSight(true, Date.now);
  sight.heard(true);
  expect(sight.isClear()).toBe(false);
  sight.vouched();
  expect(sight.isClear()).toBe(true);
});

it('is clear for 300 ms after a clear look, and tells when that is over', () => {
  const sight = framed();
  const told: boolean[] = [];
  sight.listen(() => told.push(sight.isClear()));
  sight.heard(true);
  vi.advanceTimersByTime(299);
  expect(sight.isClear()).toBe(true);
  vi.advanceTimersByTime(1);
  expect(sight.isClear()).toBe(false);
  expect(told).toEqual([true, false]);
});

it('is not clear from the first look on that is not', () => {
  const sight = framed();
  sight.heard(true);
  sight.heard(false);
  expect(sight.isClear()).toBe(false);
});

it('tells nobody who has stopped listening', () => {
  const sight = framed();
  const changed = vi.fn();
  sight.listen(changed)();
  sight.heard(true);
  expect(changed).not.toHaveBeenCalled();
});
