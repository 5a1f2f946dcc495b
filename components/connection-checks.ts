import { type Failure, type FailureCode, wordsFor } from '../utils/failures';
import type { Ability, Connection, Result } from '../utils/messages';
import { type Permission, permissions } from '../utils/scopes';

/** One line of a test: what was tried, and what stands in its way. */
export type Check = {
  label: string;
  /** `warns`: Guestpass works without it, but worse; `optional`: it is asked for when it is first used. */
  state: 'works' | 'fails' | 'warns' | 'optional' | 'notTried';
  /** What was found, where the label does not say it. */
  found?: string;
  cause?: string;
  nextStep?: string;
};

const consentNext = 'Have admin consent granted, see below.';

/** What to do about a sign-in that failed, on the very page where it is mended. */
const nextSteps: Partial<Record<FailureCode, string>> = {
  notSetUp: 'Enter it in step 2 and choose Save.',
  appNotFound:
    'Compare it, in step 2, with the Overview of the app registration, and sign in to the tenant that the app is registered in.',
  redirectUriNotSpa:
    'In the app registration, under Authentication, move the redirect URI of step 1 to the platform Single-page application.',
  tenantNotFound: 'Check the tenant in step 2.',
  consentRequired: consentNext,
  signInCancelled: 'Choose Test connection again.',
  signInInProgress: 'Finish or close that window, then choose Test connection again.',
  signInPageFailed: 'Check the network connection, and look below for what the window showed.',
};

/** All that a test of the connection tries, with what became of each, in the order in which it depends on the former. */
export function checksOf(result: Result<Connection>): Check[] {
  if (!result.ok) {
    const rest = [...permissions.main, reads.user, reads.passes, reads.policy, more.changePolicy.label];
    return [
      { label: 'Signed in', state: 'fails', ...wordsForSignIn(result.failure) },
      ...rest.map((label): Check => ({ label, state: 'notTried' })),
    ];
  }
  const { admin, tenant, granted, readsUser, readsPasses, readsPolicy } = result.value;
  return [
    { label: 'Signed in', state: 'works', found: `${admin} in ${tenant.displayName}` },
    ...permissions.main.map((name) => permissionCheck(name, granted)),
    abilityCheck(reads.user, 'fails', readsUser, missing('User.Read.All', granted)),
    passesCheck(readsPasses, missing('UserAuthMethod-TAP.ReadWrite.All', granted)),
    abilityCheck(reads.policy, 'warns', readsPolicy, missing('Policy.Read.AuthenticationMethod', granted)),
    optionalCheck('watchMethods', granted),
    optionalCheck('changePolicy', granted),
  ];
}

function wordsForSignIn(failure: Failure) {
  const { cause, nextStep } = wordsFor(failure);
  return { cause, nextStep: nextSteps[failure.code] ?? nextStep };
}

/** Whether admin consent would help. */
export function lacksConsent(result: Result<Connection>): boolean {
  if (!result.ok) return result.failure.code === 'consentRequired';
  const { granted } = result.value;
  return permissions.main.some((name) => !granted.includes(name));
}

const reads = {
  user: 'Reads a user',
  passes: 'Reads the passes of a guest',
  policy: 'Reads the policy for Temporary Access Pass',
};

const more = {
  watchMethods: { label: "Shows a guest's sign-in methods", role: '' },
  changePolicy: {
    label: 'Turns Temporary Access Pass on',
    role: ' It also takes the role Authentication Policy Administrator.',
  },
};

function permissionCheck(name: Permission, granted: readonly string[]): Check {
  if (granted.includes(name)) return { label: name, state: 'works', found: 'granted' };
  const cause = 'This permission is not granted in this tenant.';
  return { label: name, state: 'fails', cause, nextStep: consentNext };
}

function optionalCheck(purpose: keyof typeof more, granted: readonly string[]): Check {
  const { label, role } = more[purpose];
  const lacking = permissions[purpose].filter((name) => !granted.includes(name));
  if (lacking.length === 0) return { label, state: 'works', found: `granted.${role}` };
  return {
    label,
    state: 'optional',
    cause: `Optional: ${lacking.join(' and ')} is asked for when it is first used.${role}`,
  };
}

/** The permission, where it is what is missing: no role helps then. */
function missing(name: Permission, granted: readonly string[]): Permission | undefined {
  return granted.includes(name) ? undefined : name;
}

function abilityCheck(
  label: string,
  otherwise: 'fails' | 'warns',
  ability: Ability,
  lacking: Permission | undefined,
): Check {
  if (ability === 'works') return { label, state: 'works' };
  return { label, state: otherwise, ...(lacking ? wordsForLack(lacking) : wordsFor(ability)) };
}

const wordsForLack = (name: Permission) => ({
  cause: `The permission ${name} is not granted.`,
  nextStep: consentNext,
});

function passesCheck(ability: Connection['readsPasses'], lacking: Permission | undefined): Check {
  const label = reads.passes;
  if (ability === 'notTried') return { label, state: 'notTried', cause: 'It takes a user.' };
  if (ability === 'noGuest')
    return { label, state: 'notTried', cause: 'This tenant has no guest yet to try it with.' };
  return abilityCheck(label, 'fails', ability, lacking);
}

/** What a failed sign-in left in its window, if the admin has to look there. */
export function mayShowError({ code }: Failure): boolean {
  return ['signInCancelled', 'signInPageFailed', 'signInFailed', 'signInInterrupted'].includes(code);
}
