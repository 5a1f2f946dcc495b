import { browser } from 'wxt/browser';

/** What an admin or the organisation sets. */
export type Settings = {
  /** Application (client) ID of the organisation's app registration, or empty. */
  clientId: string;
};

const defaults: Settings = { clientId: import.meta.env.WXT_CLIENT_ID ?? '' };

/** Reads the settings; what was never saved has its default. */
export async function readSettings(): Promise<Settings> {
  const stored = await browser.storage.local.get('settings');
  return { ...defaults, ...(stored.settings as Partial<Settings> | undefined) };
}

/** Saves settings. */
export async function saveSettings(settings: Settings): Promise<void> {
  await browser.storage.local.set({ settings });
}

/** Calls `changed` with the new settings whenever they change, in any context. */
export function onSettingsChanged(changed: (settings: Settings) => void): void {
  browser.storage.onChanged.addListener(async (changes, area) => {
    if (area === 'local' && changes.settings) changed(await readSettings());
  });
}
