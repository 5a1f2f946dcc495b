import { randomUUID } from 'node:crypto';

/** An error of the token service: the OAuth word, Entra's own number and its sentence. */
export type EntraError = {
  error: string;
  code: number;
  message: string;
  suberror?: string;
  /** What a next sign-in has to ask for, as JSON. */
  claims?: string;
};

/**
 * The errors the sandbox can answer with.
 * https://learn.microsoft.com/entra/identity-platform/reference-error-codes
 */
export const entraErrors = {
  tenantNotFound: (tenant: string) => ({
    error: 'invalid_request',
    code: 90002,
    message: `Tenant '${tenant}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud.`,
  }),
  parameterMissing: (name: string) => ({
    error: 'invalid_request',
    code: 900144,
    message: `The request body must contain the following parameter: '${name}'.`,
  }),
  appNotFound: (clientId: string, tenant: string) => ({
    error: 'unauthorized_client',
    code: 700016,
    message: `Application with identifier '${clientId}' was not found in the directory '${tenant}'. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant. You may have sent your authentication request to the wrong tenant.`,
  }),
  redirectMismatch: (redirectUri: string, clientId: string) => ({
    error: 'invalid_request',
    code: 50011,
    message: `The redirect URI '${redirectUri}' specified in the request does not match the redirect URIs configured for the application '${clientId}'.`,
  }),
  noSession: () => ({
    error: 'login_required',
    code: 50058,
    message: 'A silent sign-in request was sent but no user is signed in.',
  }),
  severalSessions: () => ({
    error: 'interaction_required',
    code: 16000,
    message:
      'Either multiple user identities are available for the current request or selected account is not supported for the scenario.',
  }),
  userNotInTenant: (name: string, tenant: string, clientId: string) => ({
    error: 'interaction_required',
    code: 50020,
    message: `User account '${name}' from identity provider 'https://sts.windows.net/' does not exist in tenant '${tenant}' and cannot access the application '${clientId}' in that tenant. The account needs to be added as an external user in the tenant first.`,
  }),
  accountDisabled: () => ({
    error: 'invalid_grant',
    code: 50057,
    message: 'The user account is disabled.',
  }),
  mfaRequired: (claims?: string) => ({
    error: 'interaction_required',
    code: 50076,
    message:
      'Due to a configuration change made by your administrator, or because you moved to a new location, you must use multi-factor authentication to access Microsoft Graph.',
    suberror: 'basic_action',
    ...(claims === undefined ? {} : { claims }),
  }),
  blockedByPolicy: () => ({
    error: 'invalid_grant',
    code: 53003,
    message:
      'Access has been blocked by Conditional Access policies. The access policy does not allow token issuance.',
    suberror: 'message_only',
  }),
  consentRequired: (clientId: string) => ({
    error: 'invalid_grant',
    code: 65001,
    message: `The user or administrator has not consented to use the application with ID '${clientId}'. Send an interactive authorization request for this user and resource.`,
    suberror: 'consent_required',
  }),
  consentRequiredAtAuthorize: (clientId: string) => ({
    error: 'consent_required',
    code: 65001,
    message: `The user or administrator has not consented to use the application with ID '${clientId}'. Send an interactive authorization request for this user and resource.`,
  }),
  consentDeclined: () => ({
    error: 'access_denied',
    code: 65004,
    message: 'User declined to consent to access the app.',
  }),
  adminConsentRequired: () => ({
    error: 'access_denied',
    code: 90094,
    message:
      'This app requires permission to access resources in your organization that only an admin can grant.',
  }),
  notCrossOrigin: () => ({
    error: 'invalid_request',
    code: 9002327,
    message:
      "Tokens issued for the 'Single-Page Application' client-type may only be redeemed via cross-origin requests.",
  }),
  proofKeyMissing: () => ({
    error: 'invalid_request',
    code: 9002325,
    message: 'Proof Key for Code Exchange is required for cross-origin authorization code redemption.',
  }),
  proofKeyMismatch: () => ({
    error: 'invalid_grant',
    code: 501481,
    message: 'The Code_Verifier does not match the code_challenge supplied in the authorization request.',
  }),
  replyAddressMismatch: () => ({
    error: 'invalid_client',
    code: 500112,
    message:
      'The reply address does not match the reply address provided when requesting Authorization code.',
  }),
  codeRedeemed: () => ({
    error: 'invalid_grant',
    code: 54005,
    message:
      'OAuth2 Authorization code was already redeemed, please retry with a new valid code or use an existing refresh token.',
  }),
  grantExpired: () => ({
    error: 'invalid_grant',
    code: 70008,
    message: 'The provided authorization code or refresh token has expired due to inactivity.',
  }),
  refreshTokenExpired: () => ({
    error: 'invalid_grant',
    code: 700084,
    message:
      'The refresh token was issued to a single page app (SPA), and therefore has a fixed, limited lifetime of 1.00:00:00, which cannot be extended. It is now expired and a new sign in request must be sent by the SPA to the sign in page.',
  }),
  grantRevoked: () => ({
    error: 'invalid_grant',
    code: 50173,
    message:
      'The provided grant has expired due to it being revoked, a fresh auth token is needed. The user might have changed or reset their password.',
    suberror: 'bad_token',
  }),
  grantMalformed: () => ({
    error: 'invalid_grant',
    code: 70000,
    message: 'Provided grant is invalid or malformed.',
  }),
} satisfies Record<string, (...facts: string[]) => EntraError>;

/** `AADSTS<number>: <sentence>` with the ids support asks for. */
export function describe({ code, message }: EntraError, now: number, correlationId: string = randomUUID()) {
  const timestamp = `${new Date(now).toISOString().slice(0, 19).replace('T', ' ')}Z`;
  const traceId = randomUUID();
  const text = `AADSTS${code}: ${message} Trace ID: ${traceId} Correlation ID: ${correlationId} Timestamp: ${timestamp}`;
  return { text, timestamp, traceId, correlationId };
}

/**
 * The JSON body of an error at the token endpoint.
 * https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow#error-response-1
 */
export function errorBody(error: EntraError, now: number, asked?: string) {
  const { text, timestamp, traceId, correlationId } = describe(error, now, asked);
  return {
    error: error.error,
    error_description: text,
    error_codes: [error.code],
    timestamp,
    trace_id: traceId,
    correlation_id: correlationId,
    error_uri: `https://login.microsoftonline.com/error?code=${error.code}`,
    ...(error.suberror === undefined ? {} : { suberror: error.suberror }),
    ...(error.claims === undefined ? {} : { claims: error.claims }),
  };
}
