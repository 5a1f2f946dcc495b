import type { SessionStore } from './session-store';

/**
 * The same store, read once: the browser takes longer over a question to its storage than over one to Microsoft Graph.
 * For a store that only this worker writes to, by this one way; what is read is not to be changed. Each call sees what
 * those before it wrote. Rejects as the store does, and then reads again.
 */
export function keepAtHand<Value>(store: SessionStore<Value>): SessionStore<Value> {
  let values: Promise<Map<string, Value>> | undefined;

  function known(): Promise<Map<string, Value>> {
    values ??= store.all().then((all) => new Map(Object.entries(all)));
    return orForget(values);
  }

  /** What is in the storage after a failure, nobody knows. */
  async function orForget<Done>(work: Promise<Done>): Promise<Done> {
    try {
      return await work;
    } catch (error) {
      values = undefined;
      throw error;
    }
  }

  /** Written at hand at once, for those who ask meanwhile; done when the browser has it. */
  async function write(
    change: (values: Map<string, Value>) => void,
    work: () => Promise<void>,
  ): Promise<void> {
    const changing = known().then(change);
    await Promise.all([changing, orForget(work())]);
  }

  return {
    area: store.area,
    all: async () => Object.fromEntries(await known()),
    get: async (key) => (await known()).get(key),
    set: (added) =>
      write(
        (values) => {
          for (const [key, value] of Object.entries(added)) values.set(key, value);
        },
        () => store.set(added),
      ),
    remove: (...keys) =>
      write(
        (values) => {
          for (const key of keys) values.delete(key);
        },
        () => store.remove(...keys),
      ),
    clear: () =>
      write(
        (values) => values.clear(),
        () => store.clear(),
      ),
  };
}
