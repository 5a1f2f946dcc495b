/** What each setting is called in Options and in the organisation's policy, and what its value has to be. */
export const settingWords = {
  clientId: { label: 'Application (client) ID', needed: 'a GUID' },
  tenantLock: { label: 'Tenant', needed: 'a tenant ID (a GUID) or a domain such as contoso.com' },
  showForMembers: { label: 'Panel for members', needed: 'true or false' },
  reasonRequired: { label: 'Reason or ticket required', needed: 'true or false' },
  hidePassAfterSeconds: {
    label: 'Hide a shown pass after',
    needed: 'a whole number of seconds from 0 to 86400',
  },
  hidePassOnTabSwitch: { label: 'Hide a shown pass on tab switch', needed: 'true or false' },
  recordRetentionInDays: { label: 'Keep entries for', needed: 'a whole number of days from 0 to 36500' },
} as const;

/** Says what in the organisation's policy has no effect, and why. */
export function describeManagedProblem({ name, value }: { name: string; value: unknown }): string {
  if (!Object.hasOwn(settingWords, name))
    return `Your organization's policy sets “${shortened(name)}”, which is not a setting of Guestpass. Ignored.`;
  const { label, needed } = settingWords[name as keyof typeof settingWords];
  const found = typeof value === 'string' ? `“${shortened(value)}”` : shortened(JSON.stringify(value));
  return `Your organization's policy sets “${label}” (${name}) to ${found}: ${needed} is needed. Ignored.`;
}

function shortened(text: string): string {
  const characters = [...text];
  return characters.length > 60 ? `${characters.slice(0, 59).join('')}…` : text;
}
