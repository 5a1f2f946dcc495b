import { browser } from 'wxt/browser';

type Some = { origins?: string[]; permissions?: string[] };
type Script = { id: string; matches: string[] };

/** What the fake browser of WXT lacks: permissions that a user grants and takes away, and `scripting` while it is granted. */
export function fakePermissions() {
  const granted = new Set<string>();
  const scripts = new Map<string, Script>();
  const added: ((some: Some) => void)[] = [];
  const removed: ((some: Some) => void)[] = [];
  const namesOf = ({ origins = [], permissions = [] }: Some) => [...origins, ...permissions];
  const isOrigin = (name: string) => name.startsWith('https:');

  function tell(listeners: typeof added, names: string[]): void {
    if (names.length === 0) return;
    const some = { origins: names.filter(isOrigin), permissions: names.filter((name) => !isOrigin(name)) };
    for (const listener of listeners) listener(some);
  }
  const fake = {
    /** The user's answer to the next question of the browser. */
    answer: true,
    granted,
    matches: () => [...scripts.values()].flatMap(({ matches }) => matches),
    grant(...names: string[]) {
      const fresh = names.filter((name) => !granted.has(name));
      for (const name of names) granted.add(name);
      tell(added, fresh);
    },
    withdraw(...names: string[]) {
      tell(
        removed,
        names.filter((name) => granted.delete(name)),
      );
    },
    /** As an update of the extension does. */
    forgetScripts: () => scripts.clear(),
  };
  const scripting = {
    getRegisteredContentScripts: async () => [...scripts.values()],
    unregisterContentScripts: async ({ ids }: { ids: string[] }) => {
      for (const id of ids) if (!scripts.delete(id)) throw new Error(`Nonexistent script ID '${id}'`);
    },
    registerContentScripts: async (more: Script[]) => {
      for (const script of more) {
        if (scripts.has(script.id)) throw new Error(`Duplicate script ID '${script.id}'`);
        scripts.set(script.id, script);
      }
    },
  };
  Object.defineProperty(browser, 'scripting', {
    // The fake's own reset looks into all that can be counted.
    enumerable: false,
    configurable: true,
    get: () => (granted.has('scripting') ? scripting : undefined),
  });
  Object.assign(browser, {
    permissions: {
      request: async (some: Some) => {
        if (fake.answer) fake.grant(...namesOf(some));
        return namesOf(some).every((name) => granted.has(name));
      },
      contains: async (some: Some) => namesOf(some).every((name) => granted.has(name)),
      getAll: async () => ({
        origins: [...granted].filter(isOrigin),
        permissions: [...granted].filter((name) => !isOrigin(name)),
      }),
      remove: async (some: Some) => fake.withdraw(...namesOf(some)),
      onAdded: { addListener: (listener: (some: Some) => void) => added.push(listener) },
      onRemoved: { addListener: (listener: (some: Some) => void) => removed.push(listener) },
    },
  });
  return fake;
}
