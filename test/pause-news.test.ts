import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createPauseNews } from '../utils/pause-news';

const tell = vi.fn();
beforeEach(() => {
  tell.mockClear();
  vi.useFakeTimers({ now: 1_000_000 });
});

describe('a pause', () => {
  it('is told with its end, and once more to who comes later; a shorter one does not cut it short', () => {
    const news = createPauseNews(tell);
    news.repeat();
    expect(tell).not.toHaveBeenCalled();
    news.begin(5000);
    news.begin(3000);
    vi.advanceTimersByTime(4000);
    news.repeat();
    expect(tell.mock.calls).toEqual(Array(3).fill([{ pauseUntil: 1_005_000 }]));
    vi.advanceTimersByTime(1000);
    news.repeat();
    expect(tell).toHaveBeenCalledTimes(3);
  });

  it('that nobody would see the end of is not told', async () => {
    const news = createPauseNews(tell);
    news.begin(1999);
    expect(tell).not.toHaveBeenCalled();
    expect(await news.unlessPaused(Promise.resolve(false), true)).toBe(false);
  });
});

describe('an answer that a pause holds back', () => {
  const never = new Promise<boolean>(() => {});

  it('is given early when the pause begins, or is on', async () => {
    const news = createPauseNews(tell);
    const early = news.unlessPaused(never, true);
    news.begin(5000);
    expect(await early).toBe(true);
    expect(await news.unlessPaused(never, true)).toBe(true);
  });

  it('comes as it is without one, as a failure too', async () => {
    const news = createPauseNews(tell);
    expect(await news.unlessPaused(Promise.resolve(false), true)).toBe(false);
    await expect(news.unlessPaused(Promise.reject(new Error('no')), true)).rejects.toThrow('no');
  });
});
