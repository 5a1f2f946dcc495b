/** A failure an admin can meet. Plain data: it crosses the wire and is shown by `components/`. */
export type Failure = {
  code: FailureCode;
  /** Facts the text needs: bounds, role, tenant … */
  values?: Record<string, string>;
  /** The service's own words, shown behind a disclosure. */
  detail?: string;
  /** Graph's `request-id` and ours, for support. */
  requestId?: string;
  clientRequestId?: string;
  /** Entra's ids of the same kind. */
  traceId?: string;
  correlationId?: string;
  /** When it happened, by the service's own clock. */
  timestamp?: string;
  /** When trying again makes sense, in seconds from now. */
  retryAfterSeconds?: number;
};

/** Carries a failure up to the edge of a context, where it becomes a value. */
export class FailureError extends Error {
  override name = 'FailureError';
  constructor(readonly failure: Failure) {
    super(failure.code);
  }
}

type Words = { cause: string; nextStep: string };

/** What happened and what to do now, for every failure. `{name}` is filled from `Failure.values`. */
export const failures = {
  notSetUp: {
    cause: 'Guestpass does not know its Application (client) ID yet.',
    nextStep: 'Open Options and enter the Application (client) ID of your app registration.',
  },
  signInRequired: {
    cause: 'You are not signed in to this tenant.',
    nextStep: 'Sign in with an account that may issue passes here.',
  },
  signInCancelled: {
    cause: 'The sign-in window was closed.',
    nextStep:
      'Choose Sign in again. If the window shows an error, check the Application (client) ID in Options.',
  },
  signInInterrupted: {
    cause: 'The sign-in was interrupted.',
    nextStep: 'Close its window if it is still open, then choose Sign in again.',
  },
  signInInProgress: {
    cause: 'Another sign-in window is still open.',
    nextStep: 'Finish or close that window, then choose Sign in again.',
  },
  signInFailed: {
    cause: 'Microsoft Entra refused the sign-in.',
    nextStep: 'Read the details, then sign in again.',
  },
  consentRequired: {
    cause: 'The permissions that Guestpass needs are not granted in this tenant.',
    nextStep: 'Ask a Privileged Role Administrator to grant admin consent to the app.',
  },
  appNotFound: {
    cause: 'The Application (client) ID is unknown in this tenant.',
    nextStep: 'Check the Application (client) ID in Options, or register the app in this tenant.',
  },
  managedAppNotFound: {
    cause: 'The Application (client) ID of your organization is unknown in this tenant.',
    nextStep: 'Ask whoever manages this browser to check it.',
  },
  signInPageFailed: {
    cause: "Microsoft's sign-in page could not be loaded.",
    nextStep: 'Check the network connection, and the Application (client) ID in Options.',
  },
  redirectUriNotSpa: {
    cause: 'The redirect URI of the app registration is not one of a single-page application.',
    nextStep: 'In the app registration, move it to the platform Single-page application.',
  },
  tenantNotFound: {
    cause: 'Microsoft Entra does not know this tenant.',
    nextStep: 'Check the tenant in the address.',
  },
  graphHostUnknown: {
    cause: 'Microsoft Entra does not say which Microsoft Graph belongs to this tenant.',
    nextStep: 'Try again in a minute. If it stays so, check the cloud in Options.',
  },
  otherCloud: {
    cause: 'This page belongs to {page}; your app registration to {app}.',
    nextStep: "Open the user in that cloud's portal, or change the cloud in Options.",
  },
  tapNotOffered: {
    cause: 'Microsoft Graph offers no Temporary Access Pass in the China cloud.',
    nextStep: 'Guestpass can do nothing here, and has asked Microsoft Graph nothing.',
  },
  signInBlocked: {
    cause: 'Conditional Access blocks this sign-in.',
    nextStep: 'Use a device and place that your policies allow.',
  },
  stepUpRequired: {
    cause: 'This takes more than your sign-in gave, for example multifactor authentication.',
    nextStep: 'Sign in again.',
  },
  sessionEnded: {
    cause: 'Your sign-in was ended, for example because your password was changed.',
    nextStep: 'Sign in again.',
  },
  userNotAssigned: {
    cause: 'Your account is not assigned to the app.',
    nextStep:
      'Ask an administrator to assign it under Enterprise applications, or sign in with another account.',
  },
  accountDisabled: {
    cause: 'Your account is disabled.',
    nextStep: 'Sign in with another account.',
  },
  passwordExpired: {
    cause: 'Your password has expired.',
    nextStep: 'Sign in again and change it there.',
  },
  clockWrong: {
    cause: 'The clock of this computer is wrong.',
    nextStep: 'Set the clock and try again.',
  },
  offline: {
    cause: 'This browser cannot reach Microsoft.',
    nextStep: 'Check the network connection and try again.',
  },
  userNotFound: {
    cause: 'This user does not exist in {tenant}, where you are signed in as {admin}.',
    nextStep: 'Check the address, or sign in to the tenant that the user belongs to.',
  },
  tenantContradicted: {
    cause: 'The address names the tenant {address}, but the portal shows the directory {portal}.',
    nextStep: "Open the user from the portal's own list of users.",
  },
  tenantLocked: {
    cause: 'Guestpass works only in the tenant {tenant}. This page belongs to another one.',
    nextStep: 'Switch the directory, or change the tenant in Options.',
  },
  notInternalGuest: {
    cause: 'This account is not an internal guest.',
    nextStep: 'A Temporary Access Pass is for accounts that sign in in this tenant.',
  },
  externalGuest: {
    cause: 'This is an external guest: the sign-in lives in another organization.',
    nextStep: 'The pass has to come from the home organization of the guest.',
  },
  targetMoved: {
    cause: 'The page moved to another user before the pass was requested. No pass was issued.',
    nextStep: 'Check the name, then choose Issue TAP again.',
  },
  issueInProgress: {
    cause: 'A pass for this user is on its way.',
    nextStep: 'Wait for its result.',
  },
  policyDisallows: {
    cause: "The tenant's policy does not allow a Temporary Access Pass for this user.",
    nextStep:
      'Check that the method is enabled and the user in its scope; a recent change can take some minutes.',
  },
  lifetimeOutOfPolicy: {
    cause: 'The policy allows lifetimes from {minimum} to {maximum} minutes.',
    nextStep: 'Choose a lifetime inside these bounds.',
  },
  multiUseForbidden: {
    cause: 'The policy of this tenant allows one-time passes only.',
    nextStep: 'Issue a one-time pass.',
  },
  startInPast: {
    cause: 'The start time lies in the past.',
    nextStep: 'Choose a later start, or start now.',
  },
  selfService: {
    cause: 'Nobody can issue their own pass.',
    nextStep: 'Ask another administrator.',
  },
  roleMissing: {
    cause: 'Your role does not allow this for this user.',
    nextStep:
      'It takes Authentication Administrator, or Privileged Authentication Administrator where the user holds an administrator role. Activate the role and sign in again, or ask somebody who holds it.',
  },
  policyRoleMissing: {
    cause: 'Your role does not allow this for the policy of this tenant.',
    nextStep:
      'To change the policy takes Authentication Policy Administrator; to read it, Global Reader will do. Activate the role and sign in again, or ask somebody who holds it.',
  },
  policyNotChanged: {
    cause: 'Microsoft Graph refused this change of the policy.',
    nextStep: 'Read the details, check lifetimes, length and groups, and try again.',
  },
  directoryDenied: {
    cause: 'Your account or the app may not read this in the directory.',
    nextStep:
      'Ask for admin consent to the permissions of Guestpass, or for a role that reads the directory.',
  },
  groupsHidden: {
    cause: 'Your account may not read the groups of this tenant.',
    nextStep: 'It takes a role that reads the directory, for example Directory Readers.',
  },
  passExists: {
    cause: 'This user already has a pass, and Microsoft Graph did not replace it.',
    nextStep: 'Revoke the pass, then issue another.',
  },
  changedMeanwhile: {
    cause: 'Somebody else made a change at the same moment. Yours was not made.',
    nextStep: 'Read the state again.',
  },
  throttled: {
    cause: 'Microsoft Graph asks for a pause.',
    nextStep: 'Try again when it is over.',
  },
  graphUnavailable: {
    cause: 'Microsoft Graph did not answer as it should.',
    nextStep: 'Try again in a minute.',
  },
  outcomeUnknown: {
    cause: 'The answer got lost on its way. A pass may exist whose code nobody saw.',
    nextStep: 'Read the state again; if a pass exists, replace it.',
  },
  passLost: {
    cause: 'A pass was made, but its code got lost on its way.',
    nextStep: 'Replace it: the lost pass stops working.',
  },
  noPassMade: {
    cause: 'The answer got lost on its way. Microsoft Graph lists no new pass.',
    nextStep: 'Issue it again.',
  },
  oldPassGone: {
    cause: 'The former pass was deleted, but the new one was refused. The user has no pass now.',
    nextStep: 'Read the details, then issue a new pass.',
  },
  notRevoked: {
    cause: 'The answer got lost on its way. Microsoft Graph still lists the pass.',
    nextStep: 'Choose Revoke TAP again.',
  },
  revocationUnknown: {
    cause: 'The answer got lost on its way. The pass may still work.',
    nextStep: 'Read the state again; if the pass is still there, revoke it.',
  },
  policyUnknown: {
    cause: 'The answer got lost on its way. The policy may have been changed.',
    nextStep: 'Read the state again before you change it.',
  },
  noAnswer: {
    cause: 'Guestpass did not answer; it may have been updated.',
    nextStep: 'Reload the page.',
  },
  unexpected: {
    cause: 'Something went wrong that Guestpass does not know.',
    nextStep: 'Read the details and try again.',
  },
} as const satisfies Record<string, Words>;

/** Names one entry of the catalogue. */
export type FailureCode = keyof typeof failures;

/** The words for a failure, its values filled in. */
export function wordsFor(failure: Failure): Words {
  const fill = (text: string) =>
    text.replace(/\{(\w+)\}/g, (_, name: string) => failure.values?.[name] ?? '…');
  const { cause, nextStep } = failures[failure.code];
  return { cause: fill(cause), nextStep: fill(nextStep) };
}
