import { useEffect, useState } from 'preact/hooks';
import type { Result } from '../utils/messages';

/** Finds things by what is typed. */
export type Search<Found> = (text: string) => Promise<Result<Found>>;

const pause = 250;

/** Asks once the admin has not typed for 250 ms; only the answer to the newest text counts, `undefined` until it is there. */
export function useSearch<Found>(text: string, search: Search<Found>): Result<Found> | undefined {
  const [answer, setAnswer] = useState<{ text: string; result: Result<Found> }>();
  // Only what is typed asks: `search` is another function each time.
  useEffect(() => {
    if (text === '') return;
    let isNewest = true;
    const timer = setTimeout(async () => {
      const result = await search(text);
      if (isNewest) setAnswer({ text, result });
    }, pause);
    return () => {
      isNewest = false;
      clearTimeout(timer);
    };
  }, [text]);
  return answer?.text === text ? answer.result : undefined;
}
