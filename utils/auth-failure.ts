import { type Failure, type FailureCode, FailureError } from './failures';
import { shownText } from './shown-text';

/** What MSAL's errors have in common; told apart by name, so that only `auth.ts` depends on MSAL. */
type MsalError = {
  name: string;
  errorCode: string;
  errorMessage: string;
  subError: string;
  correlationId: string;
};

const networkCodes = ['post_request_failed', 'get_request_failed', 'no_network_connectivity'];

/** What Entra says by number and somebody can mend. */
const byNumber: [RegExp, FailureCode][] = [
  [/^700016$/, 'appNotFound'],
  [/^9002326$/, 'redirectUriNotSpa'],
  [/^9000[02]$/, 'tenantNotFound'],
  [/^5300[0-4]$/, 'signInBlocked'],
  // Not granted, declined, or waiting for an administrator's approval.
  [/^(6500[14]|9009[45])$/, 'consentRequired'],
  [/^5007[24689]$/, 'stepUpRequired'],
  [/^(5013[23]|50173|70043)$/, 'sessionEnded'],
  [/^50105$/, 'userNotAssigned'],
  [/^50057$/, 'accountDisabled'],
  [/^(50055|50144)$/, 'passwordExpired'],
  [/^(500133|700024)$/, 'clockWrong'],
];

/** Failures of one account that another of the same tenant need not have, or that a person can end. */
const ofThisAccount: readonly FailureCode[] = [
  'signInRequired',
  'stepUpRequired',
  'sessionEnded',
  'userNotAssigned',
  'accountDisabled',
  'passwordExpired',
];

/** Entra's own words without the ids that its support asks for, which it tells after them, and MSAL around both. */
const ownWords = /AADSTS[\s\S]*?(?=\s*Trace ID: | - Correlation ID: |$)/;
const supportIds = /Trace ID: (\S+)\s+Correlation ID: (\S+)\s+Timestamp: (\S+ ?\S*Z)/;

/** The longest text that Entra is known to send is a quarter of it. */
const longestDetail = 2000;

/** Whether another account, or a person, may still get what this failure refused. */
export function mayStillBeMet(failure: Failure): boolean {
  return ofThisAccount.includes(failure.code);
}

/**
 * The failure behind what MSAL threw; `signInRequired` where only a person can help.
 * https://learn.microsoft.com/entra/identity-platform/reference-error-codes,
 * https://learn.microsoft.com/entra/msal/javascript/browser/errors
 */
export function failureOfAuth(error: unknown): Failure {
  if (error instanceof FailureError) return error.failure;
  const { errorMessage, correlationId } = error as Partial<MsalError>;
  const text = errorMessage || String(error);
  const code = codeOf(error as Partial<MsalError>, text);
  const [, traceId, correlated = correlationId, timestamp] = supportIds.exec(text) ?? [];
  return {
    code,
    detail: shownText(ownWords.exec(text)?.[0] ?? text, longestDetail),
    ...(traceId ? { traceId } : {}),
    ...(correlated ? { correlationId: correlated } : {}),
    ...(timestamp ? { timestamp } : {}),
  };
}

function codeOf({ name, errorCode = '', subError = '' }: Partial<MsalError>, text: string): FailureCode {
  if (networkCodes.includes(errorCode)) return 'offline';
  const number = /AADSTS(\d+)/.exec(text)?.[1] ?? '';
  const known = byNumber.find(([numbers]) => numbers.test(number));
  if (known) return known[1];
  if ([errorCode, subError].includes('consent_required')) return 'consentRequired';
  if (errorCode === 'interaction_in_progress') return 'signInInProgress';
  if (errorCode === 'access_denied' && !number) return 'signInCancelled';
  if (name === 'InteractionRequiredAuthError' || errorCode === 'invalid_grant') return 'signInRequired';
  return 'signInFailed';
}

/** The same after the sign-in window, where `signInRequired` would lead in a circle. */
export function failureOfSignIn(error: unknown): Failure {
  const failure = failureOfAuth(error);
  return failure.code === 'signInRequired' ? { ...failure, code: 'signInFailed' } : failure;
}
