import { everybody, type PolicyTarget, policyLimits, type TapPolicy } from './tap-policy';

/** How the policy is to be changed; what is left out stays. Guestpass lets more people in, and takes nobody out. */
export type PolicyChange = {
  state?: 'enabled';
  /** Id of the group that gets in, or `all_users`. */
  include?: string;
  minimumLifetimeInMinutes?: number;
  defaultLifetimeInMinutes?: number;
  maximumLifetimeInMinutes?: number;
  defaultLength?: number;
  isUsableOnce?: boolean;
};

type LifetimeField = `${'minimum' | 'default' | 'maximum'}LifetimeInMinutes`;
type ChangeableField = Exclude<keyof TapPolicy, 'excludeTargets'>;

/** Why a change makes no sense, or would be refused: which field, and what the words for it need. */
export type PolicyProblem =
  | { field: LifetimeField | 'defaultLength'; problem: 'outOfLimits'; least: number; most: number }
  | { field: LifetimeField; problem: 'outOfOrder' }
  /** `excluded`: the wished group is excluded too, and stays out. */
  | { field: 'include'; problem: 'nobodyIncluded' | 'excluded' };

/** One difference that a change makes, for the confirmation. */
export type PolicyDifference = {
  [Field in ChangeableField]: { what: Field; from: TapPolicy[Field]; to: TapPolicy[Field] };
}[ChangeableField];

/** The order in which differences are shown. */
const fields = [
  'state',
  'includeTargets',
  'minimumLifetimeInMinutes',
  'defaultLifetimeInMinutes',
  'maximumLifetimeInMinutes',
  'defaultLength',
  'isUsableOnce',
] as const satisfies ChangeableField[];

const lifetimes = fields.filter((field): field is LifetimeField => field.endsWith('LifetimeInMinutes'));

/**
 * All that is wrong with a change of this policy: numbers out of Graph's limits, lifetimes not in the order minimum ≤
 * default ≤ maximum, nobody let in by the policy as a whole, or the wished group excluded at the same time.
 * https://learn.microsoft.com/graph/api/resources/temporaryaccesspassauthenticationmethodconfiguration
 */
export function checkPolicyChange(current: TapPolicy, change: PolicyChange): PolicyProblem[] {
  const after = policyAfter(current, change);
  const problems: PolicyProblem[] = [];
  for (const field of [...lifetimes, 'defaultLength'] as const) {
    const { least, most } = policyLimits[field === 'defaultLength' ? 'length' : 'lifetimeInMinutes'];
    const value = after[field];
    if (!Number.isInteger(value) || value < least || value > most)
      problems.push({ field, problem: 'outOfLimits', least, most });
  }
  // Said only of numbers that stand: a typing error is one mistake, not two.
  if (problems.length === 0) {
    const usual = after.defaultLifetimeInMinutes;
    if (after.minimumLifetimeInMinutes > usual)
      problems.push({ field: 'minimumLifetimeInMinutes', problem: 'outOfOrder' });
    if (after.maximumLifetimeInMinutes < usual)
      problems.push({ field: 'maximumLifetimeInMinutes', problem: 'outOfOrder' });
  }
  if (after.includeTargets.length === 0 || hasGroup(after.excludeTargets, everybody))
    problems.push({ field: 'include', problem: 'nobodyIncluded' });
  else if (change.include !== undefined && hasGroup(after.excludeTargets, change.include))
    problems.push({ field: 'include', problem: 'excluded' });
  return problems;
}

/** The policy as it is after a change: what is included now stays, and the wished group joins it unless it is in already. */
export function policyAfter(current: TapPolicy, { include, ...values }: PolicyChange): TapPolicy {
  const { includeTargets } = current;
  const after = { ...current, ...values };
  if (include === undefined || hasGroup(includeTargets, include) || hasGroup(includeTargets, everybody))
    return after;
  const joining = { targetType: 'group', id: include, isRegistrationRequired: false } as const;
  return { ...after, includeTargets: [...includeTargets, joining] };
}

/** What a change really changes, in the order to show it; empty if all is so already. */
export function describeChanges(current: TapPolicy, change: PolicyChange): PolicyDifference[] {
  const after = policyAfter(current, change);
  return fields
    .filter((field) => after[field] !== current[field])
    .map((field) => ({ what: field, from: current[field], to: after[field] }) as PolicyDifference);
}

/**
 * The body of the PATCH that makes a change. Only what differs is sent, as Graph advises; a collection is replaced as a
 * whole, so `includeTargets` carries those of now. Read the policy right before, or a change made meanwhile is lost.
 * https://learn.microsoft.com/graph/api/temporaryaccesspassauthenticationmethodconfiguration-update
 */
export function policyPatch(current: TapPolicy, change: PolicyChange) {
  const differences = describeChanges(current, change).map(({ what, to }) => [what, to] as const);
  return {
    '@odata.type': '#microsoft.graph.temporaryAccessPassAuthenticationMethodConfiguration' as const,
    ...(Object.fromEntries(differences) as Partial<Pick<TapPolicy, ChangeableField>>),
  };
}

function hasGroup(targets: PolicyTarget[], wanted: string): boolean {
  return targets.some(
    ({ targetType, id }) => targetType === 'group' && id.toLowerCase() === wanted.toLowerCase(),
  );
}
