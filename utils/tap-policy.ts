/**
 * The tenant's Temporary Access Pass policy, as far as issuing needs it. Minutes throughout.
 * https://learn.microsoft.com/graph/api/resources/temporaryaccesspassauthenticationmethodconfiguration
 */
export type TapPolicy = {
  state: 'enabled' | 'disabled';
  defaultLifetimeInMinutes: number;
  minimumLifetimeInMinutes: number;
  maximumLifetimeInMinutes: number;
  defaultLength: number;
  isUsableOnce: boolean;
  includeTargets: PolicyTarget[];
  excludeTargets: PolicyTarget[];
};

/** Who the policy includes or excludes; the group id `all_users` stands for everybody. */
export type PolicyTarget = { targetType: 'user' | 'group'; id: string };
