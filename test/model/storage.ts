import type { Browser } from 'wxt/browser';

/** What the browser keeps while workers come and go; `of` is the area as one worker reaches it. */
export type Area = {
  values: Map<string, unknown>;
  of(step: () => Promise<void>): Browser.storage.StorageArea;
};

/** An empty area. Values are copied on their way in and out, as browsers do. */
export function createArea(): Area {
  const values = new Map<string, unknown>();
  return {
    values,
    of(step) {
      const area = {
        async get(key: string | null) {
          await step();
          const keys = key === null ? [...values.keys()] : values.has(key) ? [key] : [];
          const found = Object.fromEntries(keys.map((key) => [key, structuredClone(values.get(key))]));
          await step();
          return found;
        },
        async set(added: Record<string, unknown>) {
          await step();
          for (const [key, value] of Object.entries(added)) values.set(key, structuredClone(value));
          await step();
        },
        async remove(keys: string | string[]) {
          await step();
          for (const key of [keys].flat()) values.delete(key);
          await step();
        },
      };
      return area as unknown as Browser.storage.StorageArea;
    },
  };
}
