import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { createPauseNews } from '../utils/pause-news';

const sendMessage = vi.spyOn(browser.runtime, 'sendMessage').mockResolvedValue(undefined);
beforeEach(() => {
  sendMessage.mockClear();
  vi.useFakeTimers({ now: 1_000_000 });
});

describe('a pause', () => {
  it('is told with its end, and once more to who comes later; a shorter one does not cut it short', () => {
    const news = createPauseNews();
    news.repeat();
    expect(sendMessage).not.toHaveBeenCalled();
    news.begin(5000);
    news.begin(3000);
    vi.advanceTimersByTime(4000);
    news.repeat();
    expect(sendMessage.mock.calls).toEqual(Array(3).fill([{ pauseUntil: 1_005_000 }]));
    vi.advanceTimersByTime(1000);
    news.repeat();
    expect(sendMessage).toHaveBeenCalledTimes(3);
  });

  it('that nobody would see the end of is not told', async () => {
    const news = createPauseNews();
    news.begin(1999);
    expect(sendMessage).not.toHaveBeenCalled();
    expect(await news.unlessPaused(Promise.resolve(false), true)).toBe(false);
  });

  it('may have no listener', () => {
    sendMessage.mockRejectedValueOnce(new Error('Receiving end does not exist.'));
    expect(() => createPauseNews().begin(5000)).not.toThrow();
  });
});

describe('an answer that a pause holds back', () => {
  const never = new Promise<boolean>(() => {});

  it('is given early when the pause begins, or is on', async () => {
    const news = createPauseNews();
    const early = news.unlessPaused(never, true);
    news.begin(5000);
    expect(await early).toBe(true);
    expect(await news.unlessPaused(never, true)).toBe(true);
  });

  it('comes as it is without one, as a failure too', async () => {
    const news = createPauseNews();
    expect(await news.unlessPaused(Promise.resolve(false), true)).toBe(false);
    await expect(news.unlessPaused(Promise.reject(new Error('no')), true)).rejects.toThrow('no');
  });
});
