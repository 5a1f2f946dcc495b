import { browser } from 'wxt/browser';
import { createNamedStore, type NamedStore } from './named-store';

/** Values that stay on this computer's disk until they are removed. */
export type LocalStore<Value> = NamedStore<Value> & { readonly area: 'local' };

/**
 * A named part of `storage.local`, which survives the browser and an update of Guestpass. Security: on disk and
 * not encrypted, so never for a pass or a token; `createIssuedPasses` does not take one. For the background only.
 * https://developer.chrome.com/docs/extensions/reference/api/storage#storage_areas
 */
export function createLocalStore<Value>(name: string): LocalStore<Value> {
  const { local } = browser.storage;
  // Security: content scripts share a process with the portal's page, and could read it all. Firefox can't forbid it.
  local.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
  return { ...createNamedStore<Value>(local, name), area: 'local' };
}
