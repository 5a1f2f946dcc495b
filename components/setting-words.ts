import { type TextKey, text } from '../utils/interface-text';
import type { SettingName } from '../utils/setting-schemas';

/** What each setting is called in Options and in the organisation's policy, and what its value has to be. */
export const settingWords: Record<SettingName, { label: TextKey; needed: TextKey }> = {
  clientId: { label: 'applicationClientId', needed: 'neededGuid' },
  cloud: { label: 'settingCloud', needed: 'neededCloud' },
  tenantLock: { label: 'settingTenant', needed: 'neededTenant' },
  showInAzurePortal: { label: 'azurePortal', needed: 'neededTrueOrFalse' },
  showInIntune: { label: 'intuneAdminCenter', needed: 'neededTrueOrFalse' },
  showForMembers: { label: 'settingShowForMembers', needed: 'neededTrueOrFalse' },
  reasonRequired: { label: 'settingReasonRequired', needed: 'neededTrueOrFalse' },
  maskPass: { label: 'settingMaskPass', needed: 'neededTrueOrFalse' },
  hidePassAfterSeconds: { label: 'settingHidePassAfter', needed: 'neededSeconds' },
  hidePassOnTabSwitch: { label: 'settingHideOnTabSwitch', needed: 'neededTrueOrFalse' },
  defaultLifetimeInMinutes: { label: 'settingDefaultLifetime', needed: 'neededMinutes' },
  defaultUse: { label: 'settingDefaultUse', needed: 'neededUse' },
  copyAtOnce: { label: 'settingCopyAtOnce', needed: 'neededTrueOrFalse' },
  messageLanguage: { label: 'settingMessageLanguage', needed: 'neededLanguage' },
  recordRetentionInDays: { label: 'settingRecordRetention', needed: 'neededDays' },
};

type Problem = { name: string; value: unknown };

/** Who sets what can't be: the organisation's policy without effect, or a file that is not taken. */
const sentences = {
  policy: { unknown: 'policySetsUnknown', wrong: 'policySetsWrong' },
  file: { unknown: 'fileSetsUnknown', wrong: 'fileSetsWrong' },
} as const satisfies Record<string, Record<string, TextKey>>;

/** Says what is set without effect, and why: `It sets “Tenant” (tenantLock) to 5: a tenant ID … is needed.` */
export function describeProblem({ name, value }: Problem, by: keyof typeof sentences): string {
  const { unknown, wrong } = sentences[by];
  if (!Object.hasOwn(settingWords, name)) return text(unknown, { name: shortened(name) });
  const { label, needed } = settingWords[name as SettingName];
  return text(wrong, {
    label: text(label),
    name,
    value:
      typeof value === 'string'
        ? text('quoted', { words: shortened(value) })
        : shortened(JSON.stringify(value)),
    needed: text(needed),
  });
}

function shortened(text: string): string {
  const characters = [...text];
  return characters.length > 60 ? `${characters.slice(0, 59).join('')}…` : text;
}
