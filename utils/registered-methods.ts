import type { Pass } from './messages';
import { endOf, startOf } from './pass-life';

/** The kinds of method that v1.0 lists; a later one is `unknown`. */
export const methodTypes = [
  'email',
  'external',
  'fido2',
  'microsoftAuthenticator',
  'password',
  'phone',
  'platformCredential',
  'qrCodePin',
  'softwareOath',
  'temporaryAccessPass',
  'windowsHelloForBusiness',
] as const;

/**
 * A method that a user has, as far as the panel shows it. What a type does not have, or Graph does not tell, is missing.
 * https://learn.microsoft.com/graph/api/resources/authenticationmethods-overview
 */
export type RegisteredMethod = {
  id: string;
  type: (typeof methodTypes)[number] | 'unknown';
  /** `@odata.type` of what is `unknown`. */
  odataType?: string;
  createdDateTime?: string;
  displayName?: string;
  model?: string;
  /** Of a passkey: `deviceBound` or `synced`. */
  passkeyType?: string;
  /** Make of a passkey, in lower case. */
  aaGuid?: string;
  platform?: string;
  phoneType?: string;
  /** Masked for an Authentication Administrator. */
  phoneNumber?: string;
  /**
   * Of Microsoft Authenticator, which is registered either way: whether it signs in without a password. Graph tells it
   * by `createdDateTime`, which is null otherwise.
   * https://learn.microsoft.com/graph/api/resources/microsoftauthenticatorauthenticationmethod
   */
  isPhoneSignIn?: boolean;
};

/** How Graph lets one of Entra's passwordless options be seen. */
type Option = {
  option:
    | 'windowsHelloForBusiness'
    | 'platformCredential'
    | 'platformSso'
    | 'microsoftAuthenticator'
    | 'fido2'
    | 'certificate';
  /** Missing where Graph v1.0 lists no such method. */
  isOne?: (method: RegisteredMethod) => boolean;
};

/**
 * The six passwordless options of Microsoft Entra ID, in the order of its documentation.
 * https://learn.microsoft.com/entra/identity/authentication/concept-authentication-passwordless
 */
const options: readonly Option[] = [
  { option: 'windowsHelloForBusiness', isOne: ({ type }) => type === 'windowsHelloForBusiness' },
  { option: 'platformCredential', isOne: ({ type }) => type === 'platformCredential' },
  { option: 'platformSso' },
  { option: 'microsoftAuthenticator', isOne: ({ isPhoneSignIn }) => isPhoneSignIn === true },
  { option: 'fido2', isOne: ({ type }) => type === 'fido2' },
  { option: 'certificate' },
];

/** One passwordless option and what is known of it for a user. */
export type OptionState = {
  option: Option['option'];
  state: 'registered' | 'notRegistered' | 'notVisible';
  methods: RegisteredMethod[];
};

/** All six options, with the methods that a user has of each. */
export function passwordlessOptions(methods: readonly RegisteredMethod[]): OptionState[] {
  return options.map(({ option, isOne }) => {
    if (!isOne) return { option, state: 'notVisible', methods: [] };
    const found = methods.filter(isOne);
    return { option, state: found.length > 0 ? 'registered' : 'notRegistered', methods: found };
  });
}

/** The methods that are none of the six options, nor the pass itself. */
export function otherMethods(methods: readonly RegisteredMethod[]): RegisteredMethod[] {
  return methods.filter(
    (method) => method.type !== 'temporaryAccessPass' && !options.some(({ isOne }) => isOne?.(method)),
  );
}

/**
 * What a guest has registered with a pass: made while it was valid. Graph does not tell when Microsoft Authenticator
 * for codes and approvals was registered; it counts when it was not among the methods `before`.
 */
export function registeredWith(
  pass: Pick<Pass, 'startDateTime' | 'lifetimeInMinutes'>,
  methods: readonly RegisteredMethod[],
  before: ReadonlySet<string> | undefined,
): RegisteredMethod[] {
  return methods.filter(({ id, type, createdDateTime }) => {
    if (type === 'temporaryAccessPass' || type === 'password') return false;
    if (createdDateTime === undefined) return before !== undefined && !before.has(id);
    const at = Date.parse(createdDateTime);
    // The guest signs in while the pass is valid, and may register for some minutes after.
    return at >= startOf(pass) && at <= endOf(pass) + registrationInMilliseconds;
  });
}

/** https://learn.microsoft.com/entra/identity/authentication/howto-authentication-temporary-access-pass */
const registrationInMilliseconds = 10 * 60_000;
