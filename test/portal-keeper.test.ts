import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { askForAccess, missingAccess } from '../utils/portal-access';
import { keepPortals } from '../utils/portal-keeper';
import type { Settings } from '../utils/setting-schemas';
import { readSettings, saveSettings } from '../utils/settings';
import { fakePermissions } from './fake-permissions';

const azure = 'https://portal.azure.com/*';
const intune = 'https://intune.microsoft.com/*';
const installed = ['storage', 'https://entra.microsoft.com/*', 'https://graph.microsoft.com/*'];
const usgov = [
  'https://entra.microsoft.us/*',
  'https://graph.microsoft.us/*',
  'https://dod-graph.microsoft.us/*',
];

let policy: Record<string, unknown>;
let fake: ReturnType<typeof fakePermissions>;
afterEach(() => vi.unstubAllGlobals());
beforeEach(() => {
  fakeBrowser.reset();
  policy = {};
  vi.stubGlobal('location', { origin: 'moz-extension://guestpass' });
  vi.spyOn(browser.storage.managed, 'get').mockImplementation(async () => policy);
  browser.runtime.getManifest = () =>
    ({
      content_scripts: [{ matches: ['x'], js: ['portal.js'], css: ['moz-extension://guestpass/portal.css'] }],
    }) as never;
  fake = fakePermissions();
  fake.grant(...installed);
});

/** As Options do it in a click. */
async function choose(changes: Partial<Settings>): Promise<boolean> {
  const granted = await askForAccess({ ...(await readSettings()), ...changes });
  if (granted) await saveSettings(changes);
  return granted;
}

const extras = () => [...fake.granted].filter((name) => !installed.includes(name)).sort();
const settled = (expected: { grants: string[]; scripts: string[] }) =>
  vi.waitFor(() =>
    expect({ grants: extras(), scripts: fake.matches().sort() }).toEqual({
      grants: expected.grants.sort(),
      scripts: expected.scripts.sort(),
    }),
  );
/** Long enough for all that is under way. */
const idle = () => new Promise((passed) => setTimeout(passed, 50));

describe('our script, and the access it takes', () => {
  it('are nowhere else by default', async () => {
    keepPortals();
    await idle();
    await settled({ grants: [], scripts: [] });
    expect(await missingAccess(await readSettings())).toEqual([]);
  });

  it('follow the portals that are switched on and off', async () => {
    keepPortals();
    await choose({ showInAzurePortal: true });
    await settled({ grants: [azure, 'scripting'], scripts: [azure] });
    // The manifest's own script and style, by path.
    expect(await browser.scripting.getRegisteredContentScripts()).toMatchObject([
      { js: ['/portal.js'], css: ['/portal.css'], runAt: 'document_idle' },
    ]);
    await choose({ showInIntune: true });
    await settled({ grants: [azure, intune, 'scripting'], scripts: [azure, intune] });
    await saveSettings({ showInAzurePortal: false });
    await settled({ grants: [intune, 'scripting'], scripts: [intune] });
    await saveSettings({ showInIntune: false });
    await settled({ grants: [], scripts: [] });
  });

  it('move with the portals to another cloud and back', async () => {
    keepPortals();
    await choose({ showInAzurePortal: true });
    await choose({ cloud: 'usgov' });
    const azureThere = 'https://portal.azure.us/*';
    await settled({
      grants: [...usgov, azureThere, 'scripting'],
      scripts: ['https://entra.microsoft.us/*', azureThere],
    });
    await choose({ cloud: 'global' });
    await settled({ grants: [azure, 'scripting'], scripts: [azure] });
    expect(await readSettings()).toMatchObject({ showInAzurePortal: true });
  });

  it('take no service in China', async () => {
    keepPortals();
    await choose({ cloud: 'china' });
    const entra = 'https://entra.microsoftonline.cn/*';
    await settled({ grants: [entra, 'scripting'], scripts: [entra] });
  });

  it('are not there when the user says no', async () => {
    keepPortals();
    fake.answer = false;
    expect(await choose({ showInAzurePortal: true })).toBe(false);
    await idle();
    await settled({ grants: [], scripts: [] });
    expect(await readSettings()).toMatchObject({ showInAzurePortal: false });
  });

  it('come back after an update, which makes the browser forget them', async () => {
    keepPortals();
    await choose({ showInAzurePortal: true });
    await settled({ grants: [azure, 'scripting'], scripts: [azure] });
    fake.forgetScripts();
    keepPortals();
    await settled({ grants: [azure, 'scripting'], scripts: [azure] });
  });
});

describe('access that the user takes away in the browser', () => {
  it('switches that portal off, and no other', async () => {
    keepPortals();
    await choose({ showInAzurePortal: true, showInIntune: true });
    await settled({ grants: [azure, intune, 'scripting'], scripts: [azure, intune] });
    fake.withdraw(azure);
    await settled({ grants: [intune, 'scripting'], scripts: [intune] });
    expect(await readSettings()).toMatchObject({ showInAzurePortal: false, showInIntune: true });
  });

  it('leaves the cloud what it is, for the app registration is still there', async () => {
    keepPortals();
    await choose({ cloud: 'usgov' });
    fake.withdraw(...usgov);
    await vi.waitFor(() => expect(fake.matches()).toEqual([]));
    expect(await readSettings()).toMatchObject({ cloud: 'usgov' });
    expect(await missingAccess(await readSettings())).toEqual(usgov);
  });
});

describe('what the organisation has set', () => {
  it('waits for the grant, which is the only thing missing', async () => {
    policy = { showInAzurePortal: true };
    keepPortals();
    await idle();
    expect(fake.matches()).toEqual([]);
    expect(await missingAccess(await readSettings())).toEqual([azure, 'scripting']);
    await askForAccess(await readSettings());
    await settled({ grants: [azure, 'scripting'], scripts: [azure] });
  });

  it('stays set when the user takes access away', async () => {
    policy = { showInAzurePortal: true };
    keepPortals();
    await askForAccess(await readSettings());
    await vi.waitFor(() => expect(fake.matches()).toEqual([azure]));
    fake.withdraw(azure);
    await vi.waitFor(() => expect(fake.matches()).toEqual([]));
    policy = {};
    expect(await readSettings()).toMatchObject({ showInAzurePortal: false });
    policy = { showInAzurePortal: true };
    fake.grant(azure);
    await vi.waitFor(() => expect(fake.matches()).toEqual([azure]));
  });
});
