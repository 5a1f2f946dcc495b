import type { Failure } from './failures';

/**
 * Whether a method is on in a tenant, and for whom.
 * https://learn.microsoft.com/graph/api/resources/authenticationmethodconfiguration
 */
export type MethodPolicy = {
  state: 'enabled' | 'disabled';
  includeTargets: PolicyTarget[];
  excludeTargets: PolicyTarget[];
};

/**
 * The tenant's Temporary Access Pass policy, as far as issuing needs it. Minutes throughout.
 * https://learn.microsoft.com/graph/api/resources/temporaryaccesspassauthenticationmethodconfiguration
 */
export type TapPolicy = MethodPolicy & {
  defaultLifetimeInMinutes: number;
  minimumLifetimeInMinutes: number;
  maximumLifetimeInMinutes: number;
  defaultLength: number;
  isUsableOnce: boolean;
};

/**
 * Who the policy includes or excludes; the group id `all_users` stands for everybody. Only included targets have
 * `isRegistrationRequired`. https://learn.microsoft.com/graph/api/resources/authenticationmethodtarget
 */
export type PolicyTarget = { targetType: 'user' | 'group'; id: string; isRegistrationRequired?: boolean };

/** The group id that stands for all users of the tenant. */
export const everybody = 'all_users';

/** What no policy can leave: 10 minutes to 30 days, 8 to 48 characters. */
export const policyLimits = {
  lifetimeInMinutes: { least: 10, most: 43_200 },
  length: { least: 8, most: 48 },
} as const;

/** Lifetimes a pass may have, in minutes, and who says so. What was `learnt` may have changed since. */
export type Bounds = {
  minimum: number;
  maximum: number;
  default?: number;
  from: 'policy' | 'learnt' | 'documented';
};

/** The bounds that a refusal of Graph named. */
export type LearntBounds = { minimum: number; maximum: number };

/** The lifetimes a pass may have: by the policy; where it cannot be read by a refusal; else by Graph's documentation. */
export function boundsOf(policy: TapPolicy | 'unknown', learnt?: LearntBounds): Bounds {
  if (policy !== 'unknown')
    return {
      minimum: policy.minimumLifetimeInMinutes,
      maximum: policy.maximumLifetimeInMinutes,
      default: policy.defaultLifetimeInMinutes,
      from: 'policy',
    };
  if (learnt) return { ...learnt, from: 'learnt' };
  const { least, most } = policyLimits.lifetimeInMinutes;
  return { minimum: least, maximum: most, from: 'documented' };
}

/** What a failed request to issue a pass teaches of the policy's bounds; undefined if nothing. */
export function learntBounds({ code, values }: Failure): LearntBounds | undefined {
  const minimum = Number(values?.minimum);
  const maximum = Number(values?.maximum);
  return code === 'lifetimeOutOfPolicy' && minimum <= maximum ? { minimum, maximum } : undefined;
}
