import { browser } from 'wxt/browser';
import { createNamedStore, type NamedStore } from './named-store';

/** Values that live until the browser closes. Security: `area` keeps a store on disk from passing for one. */
export type SessionStore<Value> = NamedStore<Value> & { readonly area: 'session' };

/**
 * A named part of `storage.session`: survives the worker's death, never touches the disk, is out of reach of
 * content scripts. For the background only.
 * https://developer.chrome.com/docs/extensions/reference/api/storage#storage_areas
 */
export function createSessionStore<Value>(name: string): SessionStore<Value> {
  return { ...createNamedStore<Value>(browser.storage.session, name), area: 'session' };
}
