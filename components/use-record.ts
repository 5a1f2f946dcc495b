import { useEffect, useState } from 'preact/hooks';
import type { Failure } from '../utils/failures';
import { call } from '../utils/messages';
import type { RecordEntry } from '../utils/record-entry';

type Reading = { entries: RecordEntry[] } | { failure: Failure } | undefined;

/** The record as last read; undefined before the first answer. It is read again when the admin comes back. */
export function useRecord(): {
  reading: Reading;
  read: () => Promise<void>;
  /** Deletes all entries and reads again. */
  clear: () => Promise<void>;
} {
  const [reading, setReading] = useState<Reading>();

  async function read(): Promise<void> {
    const result = await call('readRecord');
    setReading(result.ok ? { entries: result.value } : { failure: result.failure });
  }

  async function clear(): Promise<void> {
    const result = await call('clearRecord');
    if (result.ok) await read();
    else setReading({ failure: result.failure });
  }

  useEffect(() => {
    const readIfVisible = () => {
      if (document.visibilityState === 'visible') read();
    };
    readIfVisible();
    document.addEventListener('visibilitychange', readIfVisible);
    return () => document.removeEventListener('visibilitychange', readIfVisible);
  }, []);

  return { reading, read, clear };
}
