import type { PauseMessage } from './portal-tabs';

/** Tells our pages of pauses, for those among them that wait for an answer. */
export type PauseNews = {
  /** A pause of so many milliseconds begins. */
  begin(milliseconds: number): void;
  /** Tells of the pause that is on, if one is, to a page that may not have been there when it began. */
  repeat(): void;
  /** What `answer` gives, or `early` as soon as a pause is on. */
  unlessPaused<Value>(answer: Promise<Value>, early: Value): Promise<Value>;
};

/** What is over sooner is not worth a word. */
const shortest = 2000;

/** News of one background, which `tell` brings to its pages. */
export function createPauseNews(tell: (message: PauseMessage) => void): PauseNews {
  let pauseUntil = 0;
  const hearers = new Set<() => void>();

  function repeat(): void {
    if (pauseUntil > Date.now()) tell({ pauseUntil });
  }

  return {
    begin(milliseconds) {
      if (milliseconds < shortest) return;
      pauseUntil = Math.max(pauseUntil, Date.now() + milliseconds);
      repeat();
      for (const hear of hearers) hear();
    },
    repeat,
    unlessPaused: (answer, early) =>
      new Promise((resolve, reject) => {
        const hear = () => resolve(early);
        hearers.add(hear);
        answer.then(resolve, reject).finally(() => hearers.delete(hear));
        if (pauseUntil > Date.now()) hear();
      }),
  };
}
