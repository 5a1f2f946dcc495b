import { useEffect, useState } from 'preact/hooks';
import { call, type Result, type Value } from '../utils/messages';

/** Calls that read, and take nothing to know what. */
type Read = 'readAccounts' | 'readRecord';

/** What this call answers: undefined before the first answer, and read again when the admin comes back. */
export function useReading<Name extends Read>(
  name: Name,
): { reading: Result<Value<Name>> | undefined; read: () => Promise<void> } {
  const [reading, setReading] = useState<Result<Value<Name>>>();

  async function read(): Promise<void> {
    setReading((await call<Read>(name)) as Result<Value<Name>>);
  }

  useEffect(() => {
    const readIfVisible = () => {
      if (document.visibilityState === 'visible') read();
    };
    readIfVisible();
    document.addEventListener('visibilitychange', readIfVisible);
    return () => document.removeEventListener('visibilitychange', readIfVisible);
  }, []);

  return { reading, read };
}
