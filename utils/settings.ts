import * as v from 'valibot';
import { browser } from 'wxt/browser';

const guid = v.pipe(v.string(), v.trim(), v.toLowerCase(), v.uuid());
const domain = v.pipe(v.string(), v.trim(), v.toLowerCase(), v.regex(/^([a-z0-9-]{1,63}\.)+[a-z]{2,63}$/));
const empty = v.literal('');
const wholeNumber = (maximum: number) => v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(maximum));

/** What each setting may be; the organisation's policy (`public/managed-schema.json`) has the same names. */
const schemas = {
  /** Application (client) ID of the organisation's app registration, or empty. */
  clientId: v.union([guid, empty]),
  /** The one tenant (GUID or domain) in which Guestpass works, or empty for any. */
  tenantLock: v.union([guid, domain, empty]),
  /** Whether members get the panel too. */
  showForMembers: v.boolean(),
  /** Whether each pass needs a reason or ticket. */
  reasonRequired: v.boolean(),
  /** Seconds after which a pass that is shown hides by itself; 0 never hides it. */
  hidePassAfterSeconds: wholeNumber(86_400),
  /** Whether it hides when the admin leaves its tab, too. */
  hidePassOnTabSwitch: v.boolean(),
  /** For how many days the record keeps an order; 0 keeps none. */
  recordRetentionInDays: wholeNumber(36_500),
};

/** What an admin or the organisation sets. */
export type Settings = { [Name in keyof typeof schemas]: v.InferOutput<(typeof schemas)[Name]> };

/** Names one setting. */
export type SettingName = keyof Settings;

const defaults: Settings = {
  clientId: import.meta.env.WXT_CLIENT_ID ?? '',
  tenantLock: '',
  showForMembers: false,
  reasonRequired: false,
  hidePassAfterSeconds: 120,
  hidePassOnTabSwitch: false,
  recordRetentionInDays: 90,
};

/** Reads the settings: the organisation's before the admin's before the defaults. A value of a wrong type counts as none. */
export async function readSettings(): Promise<Settings> {
  const stored = await browser.storage.local.get('settings');
  return { ...defaults, ...valid(stored.settings), ...valid(await readPolicy()) };
}

/** The settings that the organisation has set, which nobody else can change. */
export async function readLockedSettings(): Promise<SettingName[]> {
  return Object.keys(valid(await readPolicy())) as SettingName[];
}

/** What the organisation's policy sets without effect: a name that is no setting's, or a value that one can't have. */
export type PolicyProblem = { name: string; value: unknown };

/**
 * What is wrong in the organisation's policy. Chromium itself drops values that are not of the type its schema names,
 * and names that it does not know; Firefox drops nothing.
 * https://developer.chrome.com/docs/extensions/reference/manifest/storage
 */
export async function readPolicyProblems(): Promise<PolicyProblem[]> {
  const policy: Record<string, unknown> = Object(await readPolicy());
  const taken = valid(policy);
  return Object.entries(policy).flatMap(([name, value]) =>
    Object.hasOwn(taken, name) ? [] : [{ name, value }],
  );
}

/** Saves some settings; the others stay. */
export async function saveSettings(changes: Partial<Settings>): Promise<void> {
  const stored = await browser.storage.local.get('settings');
  await browser.storage.local.set({ settings: { ...valid(stored.settings), ...changes } });
}

/** Calls `changed` with the new settings whenever they change, in any context. */
export function onSettingsChanged(changed: (settings: Settings) => void): void {
  browser.storage.onChanged.addListener(async (changes, area) => {
    if (area === 'managed' || (area === 'local' && changes.settings)) changed(await readSettings());
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

function valid(values: unknown): Partial<Settings> {
  const parsed = Object.entries(schemas).flatMap(([name, schema]) => {
    const result = v.safeParse(schema, Object(values)[name]);
    return result.success ? [[name, result.output]] : [];
  });
  return Object.fromEntries(parsed);
}
