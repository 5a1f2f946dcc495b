import { useEffect, useState } from 'preact/hooks';
import type { Result } from '../utils/messages';
import type { FoundGroup } from './policy-draft';

/** Finds groups by what is typed; `undefined` until the first answer. */
export type GroupSearch = (text: string) => Promise<Result<FoundGroup[]>>;

const pause = 250;

/** Asks once the admin has not typed for 250 ms; only the answer to the newest text counts. */
export function useGroupSearch(text: string, search: GroupSearch): Result<FoundGroup[]> | undefined {
  const [answer, setAnswer] = useState<{ text: string; result: Result<FoundGroup[]> }>();
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
