import { useEffect, useState } from 'preact/hooks';
import type { Failure } from '../utils/failures';
import { type Account, call } from '../utils/messages';

type Reading = { accounts: Account[] } | { failure: Failure } | undefined;

/** Who is signed in; undefined before the first answer. It is read again when the admin comes back. */
export function useAccounts(): {
  reading: Reading;
  /** Signs everybody out and reads again; gives what went wrong. */
  signOut: () => Promise<Failure | undefined>;
} {
  const [reading, setReading] = useState<Reading>();

  async function read(): Promise<void> {
    const result = await call('readAccounts');
    setReading(result.ok ? { accounts: result.value } : { failure: result.failure });
  }

  async function signOut(): Promise<Failure | undefined> {
    const result = await call('signOut');
    await read();
    return result.ok ? undefined : result.failure;
  }

  useEffect(() => {
    const readIfVisible = () => {
      if (document.visibilityState === 'visible') read();
    };
    readIfVisible();
    document.addEventListener('visibilitychange', readIfVisible);
    return () => document.removeEventListener('visibilitychange', readIfVisible);
  }, []);

  return { reading, signOut };
}
