import { everybody, type MethodPolicy, type PolicyTarget } from './tap-policy';

/** Whether a policy lets a user have its method, and if not why. `unknown`: try it, Graph decides. */
export type TapScope = 'included' | 'methodDisabled' | 'excluded' | 'notIncluded' | 'unknown';

/** A scope in which Graph refuses every pass. */
export type OutOfScope = Exclude<TapScope, 'included' | 'unknown'>;

/** Whether the policy is known to refuse a pass to this user. */
export function isOutOfScope(scope: TapScope): scope is OutOfScope {
  return scope !== 'included' && scope !== 'unknown';
}

/** Ids of the groups whose transitive membership decides, in lower case and once each: what to ask `checkMemberGroups`. */
export function policyGroups({ includeTargets, excludeTargets }: MethodPolicy): string[] {
  const ids = [...includeTargets, ...excludeTargets]
    .filter(({ targetType }) => targetType === 'group')
    .map(({ id }) => id.toLowerCase());
  return [...new Set(ids)].filter((id) => id !== everybody);
}

/**
 * Whether a user is in the policy's scope: the method is enabled, the user is not excluded, and is included; each by
 * user id, by `all_users` or by a group of `memberOf` (transitive). Without memberships it says what is certain all
 * the same; `notIncluded` may then hide that the user is excluded too.
 * https://learn.microsoft.com/graph/api/resources/temporaryaccesspassauthenticationmethodconfiguration
 */
export function scopeOf(
  policy: MethodPolicy | 'unknown',
  userId: string,
  memberOf: readonly string[] | 'unknown',
): TapScope {
  if (policy === 'unknown') return 'unknown';
  if (policy.state === 'disabled') return 'methodDisabled';
  const groups = memberOf === 'unknown' ? memberOf : new Set(memberOf.map((id) => id.toLowerCase()));
  const isExcluded = names(policy.excludeTargets, userId.toLowerCase(), groups);
  if (isExcluded === true) return 'excluded';
  const isIncluded = names(policy.includeTargets, userId.toLowerCase(), groups);
  if (isIncluded === false) return 'notIncluded';
  return isIncluded === true && isExcluded === false ? 'included' : 'unknown';
}

/** Whether one of the targets is this user, everybody, or one of the user's groups. */
function names(
  targets: PolicyTarget[],
  userId: string,
  groups: Set<string> | 'unknown',
): boolean | 'unknown' {
  const answers = targets.map(({ targetType, id }) => {
    const name = id.toLowerCase();
    if (targetType === 'user') return name === userId;
    if (name === everybody) return true;
    return groups === 'unknown' ? groups : groups.has(name);
  });
  if (answers.includes(true)) return true;
  return answers.includes('unknown') ? 'unknown' : false;
}
