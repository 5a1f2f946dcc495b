import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sandboxClientId } from '../sandbox/seed';
import type { Sandbox } from '../sandbox/server';
import { type BrowserKind, openBrowser } from './browser';
import { forgetAll } from './forget-all';
import { extensionDir, type Stage } from './stage';

/**
 * Opens a browser of its own that grants every optional permission that is asked for, and closes it after `work`. No driver
 * can press the button with which a user grants it. Firefox has a preference for that (`launch-options.ts`): it grants in
 * the click and takes back as for a user. Chromium has none: it gets a copy of the build whose optional permissions are
 * granted with the installation. There the script's way into a portal is the real one; the browser's question, and giving
 * access back, are not seen.
 */
export async function withGrants(
  kind: BrowserKind,
  sandbox: Sandbox,
  work: (stage: Stage) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'guestpass-granted-'));
  try {
    const dir = kind === 'chromium' ? grantedCopy(folder) : extensionDir(kind);
    const browser = await openBrowser(kind, { sandbox, extensionDir: dir });
    try {
      await forgetAll(browser, { settings: { clientId: sandboxClientId } });
      await work({ sandbox, browser });
    } finally {
      await browser.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function grantedCopy(folder: string): string {
  cpSync(extensionDir('chromium'), folder, { recursive: true });
  const file = join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8'));
  manifest.permissions.push(...manifest.optional_permissions);
  manifest.host_permissions.push(...manifest.optional_host_permissions);
  writeFileSync(file, JSON.stringify(manifest));
  return folder;
}
