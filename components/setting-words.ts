/** What each setting is called in Options and in the organisation's policy, and what its value has to be. */
export const settingWords = {
  clientId: { label: 'Application (client) ID', needed: 'a GUID' },
  cloud: { label: 'Cloud', needed: 'global, usgov or china' },
  tenantLock: { label: 'Tenant', needed: 'a tenant ID (a GUID) or a domain such as contoso.com' },
  showInAzurePortal: { label: 'Azure portal', needed: 'true or false' },
  showInIntune: { label: 'Intune admin center', needed: 'true or false' },
  showForMembers: { label: 'Panel for members', needed: 'true or false' },
  reasonRequired: { label: 'Reason or ticket required', needed: 'true or false' },
  hidePassAfterSeconds: {
    label: 'Hide a shown pass after',
    needed: 'a whole number of seconds from 0 to 86400',
  },
  hidePassOnTabSwitch: { label: 'Hide a shown pass on tab switch', needed: 'true or false' },
  defaultLifetimeInMinutes: {
    label: 'Lifetime to begin with',
    needed: 'a whole number of minutes from 0 to 43200',
  },
  defaultUse: { label: 'One-time use to begin with', needed: 'policy, oneTime or multiUse' },
  copyAtOnce: { label: 'Copy the pass at once', needed: 'true or false' },
  messageLanguage: {
    label: 'Language of the message',
    needed: 'one of en, de, fr, es, pt-BR, ja, zh-Hans, ar',
  },
  recordRetentionInDays: { label: 'Keep entries for', needed: 'a whole number of days from 0 to 36500' },
} as const;

type Problem = { name: string; value: unknown };

/** Says what in the organisation's policy has no effect, and why. */
export function describeManagedProblem(problem: Problem): string {
  return `Your organization's policy sets ${describeProblem(problem)} Ignored.`;
}

/** The same of any values: `“Tenant” (tenantLock) to 5: a tenant ID … is needed.` */
export function describeProblem({ name, value }: Problem): string {
  if (!Object.hasOwn(settingWords, name)) return `“${shortened(name)}”, which is not a setting of Guestpass.`;
  const { label, needed } = settingWords[name as keyof typeof settingWords];
  const found = typeof value === 'string' ? `“${shortened(value)}”` : shortened(JSON.stringify(value));
  return `“${label}” (${name}) to ${found}: ${needed} is needed.`;
}

function shortened(text: string): string {
  const characters = [...text];
  return characters.length > 60 ? `${characters.slice(0, 59).join('')}…` : text;
}
