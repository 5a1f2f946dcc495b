import { generateKeyPairSync } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extensionIdOf } from '../extension-id';
import { findBrowser } from '../run/browsers.mjs';
import { firefoxAddonId } from '../sandbox/redirect-uris';
import type { Sandbox } from '../sandbox/server';
import { type BrowserKind, openBrowser, type TestBrowser } from './browser';
import { extensionDir } from './stage';

/** Why an organisation can't be played here, or nothing. Chromium's policies are one for the whole machine. */
export function noOrganization(kind: BrowserKind): string | undefined {
  if (process.platform !== 'linux') return 'The files of an organisation are known for Linux only.';
  if (kind === 'firefox') return undefined;
  if (!findBrowser('chromium')?.includes('chromium'))
    return 'The folder of policies is known for Chromium only.';
  return process.getuid?.() === 0 ? undefined : 'Policies of Chromium can be set by root only.';
}

/**
 * Opens a browser of an organisation that has set `values` for Guestpass, and closes it after `work`. Chromium gets
 * them by a policy file for a copy of the extension under an id of its own, so that no other browser of this machine
 * is concerned; Firefox by a managed storage manifest in a home of its own.
 * https://www.chromium.org/administrators/linux-quick-start,
 * https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/Native_manifests#managed_storage_manifests
 */
export async function withOrganization(
  kind: BrowserKind,
  sandbox: Sandbox,
  values: Record<string, unknown>,
  work: (browser: TestBrowser) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'guestpass-organization-'));
  const file = kind === 'chromium' ? policyFile(folder, values) : manifestFile(folder, values);
  const dir = kind === 'chromium' ? folder : extensionDir(kind);
  try {
    const browser = await openBrowser(kind, { sandbox, extensionDir: dir, home: folder });
    await work(browser).finally(() => browser.close());
  } finally {
    rmSync(file);
    rmSync(folder, { recursive: true, force: true });
  }
}

function policyFile(folder: string, values: Record<string, unknown>): string {
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const key = publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
  cpSync(extensionDir('chromium'), folder, { recursive: true });
  const manifest = join(folder, 'manifest.json');
  writeFileSync(manifest, JSON.stringify({ ...JSON.parse(readFileSync(manifest, 'utf8')), key }));
  const id = extensionIdOf(key);
  return written('/etc/chromium/policies/managed', `guestpass-test-${id}.json`, {
    '3rdparty': { extensions: { [id]: values } },
  });
}

const manifestFile = (folder: string, values: Record<string, unknown>) =>
  written(join(folder, '.mozilla', 'managed-storage'), `${firefoxAddonId}.json`, {
    name: firefoxAddonId,
    description: 'What an organisation set.',
    type: 'storage',
    data: values,
  });

function written(folder: string, name: string, value: object): string {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, name);
  writeFileSync(file, JSON.stringify(value));
  return file;
}
