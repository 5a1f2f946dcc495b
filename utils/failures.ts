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

/** Every failure that an admin can meet; `public/_locales` says for each what happened and what to do now. */
export const failureCodes = [
  'notSetUp',
  'signInRequired',
  'signInCancelled',
  'signInInterrupted',
  'signInInProgress',
  'signInFailed',
  'consentRequired',
  'appNotFound',
  'managedAppNotFound',
  'signInPageFailed',
  'redirectUriNotSpa',
  'tenantNotFound',
  'graphHostUnknown',
  'otherCloud',
  'tapNotOffered',
  'signInBlocked',
  'stepUpRequired',
  'sessionEnded',
  'userNotAssigned',
  'accountDisabled',
  'passwordExpired',
  'clockWrong',
  'offline',
  'userNotFound',
  'tenantContradicted',
  'tenantLocked',
  'notInternalGuest',
  'externalGuest',
  'targetMoved',
  'issueInProgress',
  'policyDisallows',
  'lifetimeOutOfPolicy',
  'multiUseForbidden',
  'startInPast',
  'selfService',
  'roleMissing',
  'policyRoleMissing',
  'policyNotChanged',
  'directoryDenied',
  'groupsHidden',
  'passExists',
  'changedMeanwhile',
  'throttled',
  'graphUnavailable',
  'outcomeUnknown',
  'passLost',
  'noPassMade',
  'oldPassGone',
  'notRevoked',
  'revocationUnknown',
  'policyUnknown',
  'noAnswer',
  'unexpected',
] as const;

/** Names one entry of the catalogue. */
export type FailureCode = (typeof failureCodes)[number];

/** Whether this is a failure's code: another version of Guestpass may have written one that this one does not know. */
export function isFailureCode(code: string): code is FailureCode {
  return (failureCodes as readonly string[]).includes(code);
}
