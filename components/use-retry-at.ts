import { useMemo } from 'preact/hooks';
import type { Failure } from '../utils/failures';

/** When trying again makes sense after this failure, in milliseconds since 1970; 0 where nobody said when. */
export function useRetryAt(failure: Failure | undefined): number {
  const { retryAfterSeconds = 0 } = failure ?? {};
  return useMemo(() => (retryAfterSeconds > 0 ? Date.now() + retryAfterSeconds * 1000 : 0), [failure]);
}
