import { type Failure, type FailureCode, FailureError } from './failures';

/** What MSAL's errors have in common; told apart by name, so that only `auth.ts` depends on MSAL. */
type MsalError = { name: string; errorCode: string; errorMessage: string; subError: string };

const networkCodes = ['post_request_failed', 'get_request_failed', 'no_network_connectivity'];

/** What Entra says by number and an admin can mend. */
const byNumber: [RegExp, FailureCode][] = [
  [/AADSTS700016\b/, 'appNotFound'],
  [/AADSTS9002326\b/, 'redirectUriNotSpa'],
  [/AADSTS9000[02]\b/, 'tenantNotFound'],
  [/AADSTS5300[0-4]\b/, 'signInBlocked'],
];

/** Not granted, declined, or waiting for an administrator's approval. */
const noConsent = /AADSTS(65001|65004|90094|90095)\b/;

/**
 * The failure behind what MSAL threw; `signInRequired` where only a person can help.
 * https://learn.microsoft.com/entra/identity-platform/reference-error-codes,
 * https://learn.microsoft.com/entra/msal/javascript/browser/errors
 */
export function failureOfAuth(error: unknown): Failure {
  if (error instanceof FailureError) return error.failure;
  const { name, errorCode = '', errorMessage, subError = '' } = error as Partial<MsalError>;
  const detail = errorMessage || String(error);
  if (networkCodes.includes(errorCode)) return { code: 'offline', detail };
  const known = byNumber.find(([number]) => number.test(detail));
  if (known) return { code: known[1], detail };
  if ([errorCode, subError].includes('consent_required') || noConsent.test(detail)) {
    return { code: 'consentRequired', detail };
  }
  if (errorCode === 'interaction_in_progress') return { code: 'signInInProgress' };
  if (errorCode === 'access_denied' && !/AADSTS/.test(detail)) return { code: 'signInCancelled' };
  if (name === 'InteractionRequiredAuthError' || errorCode === 'invalid_grant') {
    return { code: 'signInRequired', detail };
  }
  return { code: 'signInFailed', detail };
}

/** The same after the sign-in window, where `signInRequired` would lead in a circle. */
export function failureOfSignIn(error: unknown): Failure {
  const failure = failureOfAuth(error);
  return failure.code === 'signInRequired' ? { ...failure, code: 'signInFailed' } : failure;
}
