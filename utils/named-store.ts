import type { Browser } from 'wxt/browser';

/** Values by key. Each store sees only its own. */
export type NamedStore<Value> = {
  all(): Promise<Record<string, Value>>;
  get(key: string): Promise<Value | undefined>;
  set(values: Record<string, Value>): Promise<void>;
  remove(...keys: string[]): Promise<void>;
  clear(): Promise<void>;
};

/** A named part of one storage area. What is read is what was written, by whatever version of Guestpass. */
export function createNamedStore<Value>(area: Browser.storage.StorageArea, name: string): NamedStore<Value> {
  const prefix = `${name}/`;
  const store: NamedStore<Value> = {
    async all() {
      const stored = Object.entries(await area.get(null)).filter(([key]) => key.startsWith(prefix));
      return Object.fromEntries(stored.map(([key, value]) => [key.slice(prefix.length), value as Value]));
    },
    async get(key) {
      return (await area.get(prefix + key))[prefix + key] as Value | undefined;
    },
    set: (values) =>
      area.set(Object.fromEntries(Object.entries(values).map(([key, value]) => [prefix + key, value]))),
    remove: (...keys) => area.remove(keys.map((key) => prefix + key)),
    clear: async () => store.remove(...Object.keys(await store.all())),
  };
  return store;
}
