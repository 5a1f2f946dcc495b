import { browser } from 'wxt/browser';
import { createSessionStore } from './session-store';

const store = createSessionStore<string>('msal');

/**
 * Tokens, accounts and their index. What MSAL notes while an interaction runs must die with the worker: kept,
 * it would read as `interaction_in_progress` for ever.
 */
const isLasting = (key: string) => /^msal\.(\d+[.|]|version$)|\.active-account-filters$/.test(key);

const changes = new Map<string, string | undefined>();
let saving: Promise<void> = Promise.resolve();

function change(key: string, value: string | undefined): void {
  if (!isLasting(key)) return;
  if (changes.size === 0) saving = saving.then(save, save);
  changes.set(key, value);
}

async function save(): Promise<void> {
  const all = [...changes];
  changes.clear();
  const written = all.filter((entry): entry is [string, string] => entry[1] !== undefined);
  const removed = all.filter(([, value]) => value === undefined).map(([key]) => key);
  if (written.length > 0) await store.set(Object.fromEntries(written));
  if (removed.length > 0) await store.remove(...removed);
}

/** MSAL lists its keys with `Object.keys`, so they are own properties here, as in the real thing. */
class Cache {
  getItem(key: string): string | null {
    return Object.hasOwn(this, key) ? (Reflect.get(this, key) as string) : null;
  }
  setItem(key: string, value: string): void {
    Reflect.set(this, key, value);
    change(key, value);
  }
  removeItem(key: string): void {
    if (Object.hasOwn(this, key) && Reflect.deleteProperty(this, key)) change(key, undefined);
  }
}

const sessionStorage = new Cache();
const ignore = () => {};

/** Loads what an earlier life of the worker knew. Await it before MSAL is constructed. */
export async function loadCache(): Promise<void> {
  Object.assign(sessionStorage, await store.all());
}

/** Resolves when `storage.session` holds all that MSAL wrote so far. */
export async function flushCache(): Promise<void> {
  while (changes.size > 0) await saving;
  await saving;
}

/** Forgets all that MSAL keeps, of whatever app; also what it noted for a sign-in under way, which fails then. */
export async function forgetCache(): Promise<void> {
  for (const key of Object.keys(sessionStorage)) sessionStorage.removeItem(key);
  await flushCache();
  await store.clear();
}

/**
 * The `window` of MSAL's modules: what signing in by redirect and renewing tokens touch, no more. That nothing
 * is missing is proved by `test/msal-environment.test.ts`.
 */
export const msalWindow = {
  get location() {
    const { href, origin } = new URL(browser.runtime.getURL('/'));
    return { href, origin, pathname: '/', search: '', hash: '' };
  },
  get parent(): object {
    return msalWindow;
  },
  get navigator() {
    return globalThis.navigator;
  },
  addEventListener: ignore,
  removeEventListener: ignore,
  sessionStorage,
  crypto: globalThis.crypto,
  performance: globalThis.performance,
  indexedDB: globalThis.indexedDB,
};

/** For so many milliseconds Microsoft Entra may be silent: a token that never comes would hold up all else. */
const answerTime = 25_000;

/** The `fetch` of MSAL's modules, which knows no limit of its own. */
export const msalFetch: typeof fetch = (input, init) =>
  fetch(input, { ...init, signal: AbortSignal.timeout(answerTime) });

/** The `document` of MSAL's modules. */
export const msalDocument = {
  title: '',
  addEventListener: ignore,
  removeEventListener: ignore,
};
