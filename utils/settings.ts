import { browser } from 'wxt/browser';
import {
  problemsAmong,
  type SettingName,
  type SettingProblem,
  type Settings,
  validSettings,
} from './setting-schemas';

/** The Application (client) ID that this build brings along, or nothing. */
export const builtInClientId: string = import.meta.env.WXT_CLIENT_ID ?? '';

const defaults: Settings = {
  clientId: builtInClientId,
  cloud: 'global',
  tenantLock: '',
  showInAzurePortal: false,
  showInIntune: false,
  showForMembers: false,
  reasonRequired: false,
  maskPass: true,
  hidePassAfterSeconds: 120,
  hidePassOnTabSwitch: false,
  defaultLifetimeInMinutes: 0,
  defaultUse: 'policy',
  copyAtOnce: true,
  messageLanguage: 'en',
  recordRetentionInDays: 90,
};

/** Reads the settings: the organisation's before the admin's before the defaults. A value of a wrong type counts as none. */
export async function readSettings(): Promise<Settings> {
  const [stored, policy] = await Promise.all([browser.storage.local.get('settings'), readPolicy()]);
  return { ...defaults, ...validSettings(stored.settings), ...validSettings(policy) };
}

/**
 * Gives what reads the settings once, and again after they have changed: from page to page, asking storage would take
 * longer than all else that is done there. To be called as the worker starts.
 */
export function recallSettings(): () => Promise<Settings> {
  let known: Promise<Settings> | undefined;
  const forget = () => {
    known = undefined;
  };
  whenSettingsChange(forget);
  return () => {
    if (!known) {
      known = readSettings();
      known.catch(forget);
    }
    return known;
  };
}

/** The settings that the organisation has set, which nobody else can change. */
export async function readLockedSettings(): Promise<SettingName[]> {
  return Object.keys(validSettings(await readPolicy())) as SettingName[];
}

/**
 * What is wrong in the organisation's policy. Chromium itself drops values that are not of the type its schema names,
 * and names that it does not know; Firefox drops nothing.
 * https://developer.chrome.com/docs/extensions/reference/manifest/storage
 */
export async function readPolicyProblems(): Promise<SettingProblem[]> {
  return problemsAmong(await readPolicy());
}

/** Saves some settings; the others stay. */
export async function saveSettings(changes: Partial<Settings>): Promise<void> {
  const stored = await browser.storage.local.get('settings');
  await browser.storage.local.set({ settings: { ...validSettings(stored.settings), ...changes } });
}

/** Calls `changed` with the new settings whenever they change, in any context. */
export function onSettingsChanged(changed: (settings: Settings) => void): void {
  whenSettingsChange(async () => changed(await readSettings()));
}

function whenSettingsChange(changed: () => void): void {
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'managed' || (area === 'local' && changes.settings)) changed();
  });
}

/** Calls `changed` when the organisation's policy has changed; just installed, Chromium knows it only after a moment. */
export function onPolicyChanged(changed: () => void): void {
  browser.storage.onChanged.addListener((_changes, area) => {
    if (area === 'managed') changed();
  });
}

/** What the organisation deployed: https://developer.chrome.com/docs/extensions/reference/manifest/storage */
async function readPolicy(): Promise<unknown> {
  try {
    return await browser.storage.managed.get(null);
  } catch {
    // Firefox rejects where no policy exists.
    return {};
  }
}
