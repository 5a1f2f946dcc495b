import { beforeEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  readLockedSettings,
  readPolicyProblems,
  readSettings,
  recallSettings,
  saveSettings,
} from '../utils/settings';

const clientId = '6e57a001-5a9d-4b0c-8c1d-9a55e5b0c0de';
const nothing = {
  clientId: '',
  cloud: 'global',
  tenantLock: '',
  showInAzurePortal: false,
  showInIntune: false,
  showForMembers: false,
  reasonRequired: false,
  hidePassAfterSeconds: 120,
  maskPass: true,
  hidePassOnTabSwitch: false,
  defaultLifetimeInMinutes: 0,
  defaultUse: 'policy',
  copyAtOnce: true,
  messageLanguage: 'en',
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

it('names what the policy sets without effect: values no setting can have, and names no setting has', async () => {
  policy = {
    clientId: 42,
    tenantLock: 'contoso.com',
    hidePassAfterSeconds: 86_401,
    recordRetentionInDays: '90',
    showForMember: true,
  };
  expect(await readPolicyProblems()).toEqual([
    { name: 'clientId', value: 42 },
    { name: 'hidePassAfterSeconds', value: 86_401 },
    { name: 'recordRetentionInDays', value: '90' },
    { name: 'showForMember', value: true },
  ]);
  policy = {};
  expect(await readPolicyProblems()).toEqual([]);
});

it('knows three clouds, and takes no other from a policy', async () => {
  policy = { cloud: ' USGov' };
  expect(await readSettings()).toMatchObject({ cloud: 'usgov' });
  expect(await readLockedSettings()).toEqual(['cloud']);
  for (const cloud of ['usdod', 'germany', '', 'constructor', 1, ['usgov']]) {
    policy = { cloud };
    expect(await readSettings(), String(cloud)).toEqual(nothing);
    expect(await readPolicyProblems()).toEqual([{ name: 'cloud', value: cloud }]);
  }
});

it('has no policy where the browser knows none', async () => {
  policy = new Error('Managed storage manifest not found');
  await saveSettings({ clientId });
  expect(await readSettings()).toEqual({ ...nothing, clientId });
  expect(await readPolicyProblems()).toEqual([]);
});

it('is recalled without asking storage again, until it changes', async () => {
  const read = vi.spyOn(browser.storage.local, 'get');
  const settingsNow = recallSettings();
  await settingsNow();
  expect(await settingsNow()).toEqual(nothing);
  expect(read).toHaveBeenCalledOnce();
  await browser.storage.local.set({ 'panel/stand': 'elsewhere' });
  await settingsNow();
  expect(read).toHaveBeenCalledOnce();
  await saveSettings({ showForMembers: true });
  expect(await settingsNow()).toEqual({ ...nothing, showForMembers: true });
});

it('is asked for again after it could not be read', async () => {
  const settingsNow = recallSettings();
  vi.spyOn(browser.storage.local, 'get').mockRejectedValueOnce(new Error('The disk is busy.'));
  await expect(settingsNow()).rejects.toThrow('The disk is busy.');
  expect(await settingsNow()).toEqual(nothing);
});
