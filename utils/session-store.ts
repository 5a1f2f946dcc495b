import { browser } from 'wxt/browser';

/** Values that live until the browser closes, by key. Each store sees only its own. */
export type SessionStore<Value> = {
  all(): Promise<Record<string, Value>>;
  get(key: string): Promise<Value | undefined>;
  set(values: Record<string, Value>): Promise<void>;
  remove(...keys: string[]): Promise<void>;
  clear(): Promise<void>;
};

/**
 * A named part of `storage.session`: survives the worker's death, never touches the disk, is out of reach of
 * content scripts. For the background only.
 * https://developer.chrome.com/docs/extensions/reference/api/storage#storage_areas
 */
export function createSessionStore<Value>(name: string): SessionStore<Value> {
  const prefix = `${name}/`;
  const { session } = browser.storage;
  const store: SessionStore<Value> = {
    async all() {
      const stored = Object.entries(await session.get(null)).filter(([key]) => key.startsWith(prefix));
      return Object.fromEntries(stored.map(([key, value]) => [key.slice(prefix.length), value as Value]));
    },
    async get(key) {
      return (await session.get(prefix + key))[prefix + key] as Value | undefined;
    },
    set: (values) =>
      session.set(Object.fromEntries(Object.entries(values).map(([key, value]) => [prefix + key, value]))),
    remove: (...keys) => session.remove(keys.map((key) => prefix + key)),
    clear: async () => store.remove(...Object.keys(await store.all())),
  };
  return store;
}
