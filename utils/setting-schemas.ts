import * as v from 'valibot';
import type { Cloud } from './clouds';
import { guestLanguageTags } from './guest-language';

const guid = v.pipe(v.string(), v.trim(), v.toLowerCase(), v.uuid());
const domain = v.pipe(v.string(), v.trim(), v.toLowerCase(), v.regex(/^([a-z0-9-]{1,63}\.)+[a-z]{2,63}$/));
const cloud = v.pipe(
  v.string(),
  v.trim(),
  v.toLowerCase(),
  v.picklist(['global', 'usgov', 'china'] satisfies Cloud[]),
);
const empty = v.literal('');
const wholeNumber = (maximum: number) => v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(maximum));

/** What each setting may be; the organisation's policy (`public/managed-schema.json`) has the same names. */
export const settingSchemas = {
  /** Application (client) ID of the organisation's app registration, or empty. */
  clientId: v.union([guid, empty]),
  /** The cloud in which that registration lives. */
  cloud,
  /** The one tenant (GUID or domain) in which Guestpass works, or empty for any. */
  tenantLock: v.union([guid, domain, empty]),
  /** Whether Guestpass is in the Azure portal and in the Intune admin center, too. */
  showInAzurePortal: v.boolean(),
  showInIntune: v.boolean(),
  /** Whether members get the panel too. */
  showForMembers: v.boolean(),
  /** Whether each pass needs a reason or ticket. */
  reasonRequired: v.boolean(),
  /** Whether a pass just issued is masked until it is asked for. */
  maskPass: v.boolean(),
  /** Seconds after which a pass that is shown hides by itself; 0 never hides it. */
  hidePassAfterSeconds: wholeNumber(86_400),
  /** Whether it hides when the admin leaves its tab, too. */
  hidePassOnTabSwitch: v.boolean(),
  /** The lifetime that each pass begins with, in minutes; 0 leaves it to the tenant's policy. */
  defaultLifetimeInMinutes: wholeNumber(43_200),
  /** Whether a pass begins as one-time; `policy` leaves it to the tenant's policy. */
  defaultUse: v.picklist(['policy', 'oneTime', 'multiUse']),
  /** Whether a pass just issued goes to the clipboard in the same click. */
  copyAtOnce: v.boolean(),
  /** The language of the message to a guest whose account names none of ours. */
  messageLanguage: v.picklist(guestLanguageTags),
  /** For how many days the record keeps an order; 0 keeps none. */
  recordRetentionInDays: wholeNumber(36_500),
};

/** What an admin or the organisation sets. */
export type Settings = {
  [Name in keyof typeof settingSchemas]: v.InferOutput<(typeof settingSchemas)[Name]>;
};

/** Names one setting. */
export type SettingName = keyof Settings;

/** What is wrong among values that somebody set: a name that is no setting's, or a value that one can't have. */
export type SettingProblem = { name: string; value: unknown };

/** The settings among `values` that can be; what else is there counts as none. */
export function validSettings(values: unknown): Partial<Settings> {
  const parsed = Object.entries(settingSchemas).flatMap(([name, schema]) => {
    const result = v.safeParse(schema, Object(values)[name]);
    return result.success ? [[name, result.output]] : [];
  });
  return Object.fromEntries(parsed);
}

/** What `validSettings` leaves out. */
export function problemsAmong(values: unknown): SettingProblem[] {
  const taken = validSettings(values);
  return Object.entries(Object(values)).flatMap(([name, value]) =>
    Object.hasOwn(taken, name) ? [] : [{ name, value }],
  );
}
