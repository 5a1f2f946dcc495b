import { readFileSync } from 'node:fs';
import { beforeEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { readLockedSettings, readSettings, saveSettings } from '../utils/settings';

const clientId = '6e57a001-5a9d-4b0c-8c1d-9a55e5b0c0de';
const nothing = {
  clientId: '',
  tenantLock: '',
  showForMembers: false,
  reasonRequired: false,
  hidePassAfterSeconds: 120,
  hidePassOnTabSwitch: false,
  recordRetentionInDays: 90,
};

/** What the organisation deployed. */
let policy: Record<string, unknown> | Error = {};
beforeEach(() => {
  fakeBrowser.reset();
  policy = {};
  vi.spyOn(browser.storage.managed, 'get').mockImplementation(async () => {
    if (policy instanceof Error) throw policy;
    return policy;
  });
});

it('begins with nothing set', async () => {
  expect(await readSettings()).toEqual(nothing);
  expect(await readLockedSettings()).toEqual([]);
});

it('saves one setting and keeps the others', async () => {
  await saveSettings({ clientId });
  await saveSettings({ showForMembers: true });
  expect(await readSettings()).toEqual({ ...nothing, clientId, showForMembers: true });
});

it('puts the policy of the organisation before what the admin saved', async () => {
  await saveSettings({ tenantLock: 'fabrikam.com', showForMembers: true });
  policy = { clientId: clientId.toUpperCase(), tenantLock: 'contoso.com' };
  expect(await readSettings()).toMatchObject({ clientId, tenantLock: 'contoso.com', showForMembers: true });
  expect(await readLockedSettings()).toEqual(['clientId', 'tenantLock']);
});

it('takes a value of a wrong type for none, and the others all the same', async () => {
  policy = { clientId: 42, tenantLock: 'not a tenant', showForMembers: 'yes', more: true };
  expect(await readSettings()).toEqual(nothing);
  policy = { clientId: 42, showForMembers: true };
  expect(await readSettings()).toEqual({ ...nothing, showForMembers: true });
  expect(await readLockedSettings()).toEqual(['showForMembers']);
});

it('has no policy where the browser knows none', async () => {
  policy = new Error('Managed storage manifest not found');
  await saveSettings({ clientId });
  expect(await readSettings()).toEqual({ ...nothing, clientId });
});

it('lets the organisation set every setting by its name', () => {
  const { properties } = JSON.parse(
    readFileSync(new URL('../public/managed-schema.json', import.meta.url), 'utf8'),
  );
  expect(Object.keys(properties).sort()).toEqual(Object.keys(nothing).sort());
});
