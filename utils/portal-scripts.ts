import { type Browser, browser } from 'wxt/browser';
import { missingAccess } from './portal-access';
import { accessFor, originOf, type PortalChoice, portalHosts, portalsOf } from './portals';

const id = 'portals';

/**
 * Puts our content script into the pages of the portals chosen, as far as the browser grants access to them, and takes it
 * out of all others. Pages that are open already get it when they are loaded again.
 * https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/API/scripting/registerContentScripts
 */
export async function keepPortalScripts(choice: PortalChoice): Promise<void> {
  // There only while the optional permission is.
  if (!browser.scripting) return;
  const missing = await missingAccess(choice);
  const hosts = portalsOf(choice).map((portal) => originOf(portalHosts[choice.cloud][portal]));
  const matches = accessFor(choice).origins.filter(
    (origin) => hosts.includes(origin) && !missing.includes(origin),
  );
  const [registered] = await browser.scripting.getRegisteredContentScripts({ ids: [id] });
  if (String(registered?.matches?.toSorted()) === String(matches.toSorted())) return;
  if (registered) await browser.scripting.unregisterContentScripts({ ids: [id] });
  const [own] = browser.runtime.getManifest().content_scripts ?? [];
  if (!own || matches.length === 0) return;
  const script = {
    id,
    matches,
    js: own.js?.map(pathOf) ?? [],
    css: own.css?.map(pathOf) ?? [],
    runAt: 'document_idle',
  } satisfies Browser.scripting.RegisteredContentScript;
  await browser.scripting.registerContentScripts([script]);
}

/** Firefox has whole addresses in its manifest, and takes only paths. */
const pathOf = (file: string) => new URL(file, location.origin).pathname;
