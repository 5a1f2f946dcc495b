import type { Failure, FailureCode } from '../utils/failures';
import { plural, type TextKey, text } from '../utils/interface-text';
import type { Ability, Connection, Result } from '../utils/messages';
import { type Permission, permissions } from '../utils/scopes';
import { wordsFor } from './failure-words';
import { formatList } from './format-list';

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

/** What to do about a sign-in that failed, on the very page where it is mended. */
const nextSteps: Partial<Record<FailureCode, TextKey>> = {
  notSetUp: 'enterInStep2',
  appNotFound: 'compareInStep2',
  redirectUriNotSpa: 'moveRedirectUri',
  tenantNotFound: 'checkTenantInStep2',
  consentRequired: 'haveConsentGranted',
  signInCancelled: 'testAgain',
  signInInProgress: 'finishWindowTestAgain',
  signInPageFailed: 'checkNetworkLookBelow',
};

/** All that a test of the connection tries, with what became of each, in the order in which it depends on the former. */
export function checksOf(result: Result<Connection>): Check[] {
  if (!result.ok) {
    const rest = [
      ...permissions.main,
      ...(['readsUser', 'readsPasses', 'readsPolicy', 'turnsTapOn'] as const).map((key) => text(key)),
    ];
    return [
      { label: text('signedIn'), state: 'fails', ...wordsForSignIn(result.failure) },
      ...rest.map((label): Check => ({ label, state: 'notTried' })),
    ];
  }
  const { admin, tenant, granted, readsUser, readsPasses, readsPolicy } = result.value;
  return [
    {
      label: text('signedIn'),
      state: 'works',
      found: text('adminInTenant', { admin, tenant: tenant.displayName }),
    },
    ...permissions.main.map((name) => permissionCheck(name, granted)),
    abilityCheck(text('readsUser'), 'fails', readsUser, missing('User.Read.All', granted)),
    passesCheck(readsPasses, missing('UserAuthMethod-TAP.ReadWrite.All', granted)),
    abilityCheck(
      text('readsPolicy'),
      'warns',
      readsPolicy,
      missing('Policy.Read.AuthenticationMethod', granted),
    ),
    optionalCheck('watchMethods', granted),
    optionalCheck('changePolicy', granted),
  ];
}

function wordsForSignIn(failure: Failure) {
  const { cause, nextStep } = wordsFor(failure);
  const here = nextSteps[failure.code];
  return { cause, nextStep: here ? text(here) : nextStep };
}

/** Whether admin consent would help. */
export function lacksConsent(result: Result<Connection>): boolean {
  if (!result.ok) return result.failure.code === 'consentRequired';
  const { granted } = result.value;
  return permissions.main.some((name) => !granted.includes(name));
}

const more = {
  watchMethods: { label: 'showsMethods', granted: 'permissionGranted', otherwise: 'askedLater' },
  changePolicy: { label: 'turnsTapOn', granted: 'grantedTakesRole', otherwise: 'askedLaterTakesRole' },
} as const;

function permissionCheck(name: Permission, granted: readonly string[]): Check {
  if (granted.includes(name)) return { label: name, state: 'works', found: text('permissionGranted') };
  const cause = text('permissionNotGrantedHere');
  return { label: name, state: 'fails', cause, nextStep: text('haveConsentGranted') };
}

function optionalCheck(purpose: keyof typeof more, granted: readonly string[]): Check {
  const { granted: words, otherwise } = more[purpose];
  const label = text(more[purpose].label);
  const lacking = permissions[purpose].filter((name) => !granted.includes(name));
  if (lacking.length === 0) return { label, state: 'works', found: text(words) };
  return {
    label,
    state: 'optional',
    cause: plural(otherwise, lacking.length, { permissions: formatList(lacking) }),
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
  cause: text('permissionNotGranted', { permission: name }),
  nextStep: text('haveConsentGranted'),
});

function passesCheck(ability: Connection['readsPasses'], lacking: Permission | undefined): Check {
  const label = text('readsPasses');
  if (ability === 'notTried') return { label, state: 'notTried', cause: text('takesUser') };
  if (ability === 'noGuest') return { label, state: 'notTried', cause: text('noGuestYet') };
  return abilityCheck(label, 'fails', ability, lacking);
}

/** What a failed sign-in left in its window, if the admin has to look there. */
export function mayShowError({ code }: Failure): boolean {
  return ['signInCancelled', 'signInPageFailed', 'signInFailed', 'signInInterrupted'].includes(code);
}
