import * as v from 'valibot';
import type { Failure, FailureCode } from './failures';
import { retryAfter } from './graph-patience';
import { errorReply } from './graph-replies';
import { shownText } from './shown-text';

/** What Graph answered, from a request of its own or from inside a `$batch`. */
export type GraphReply = { status: number; headers: Headers; body: unknown };

/** Texts that tell apart what shares one status and code. Matched loosely: Graph's wording drifts. */
const byMessage: [RegExp, FailureCode][] = [
  [/Invalid LifetimeInMinutes/i, 'lifetimeOutOfPolicy'],
  [/Invalid StartDateTime/i, 'startInPast'],
  [/Invalid IsUsableOnce|does not allow multiple use/i, 'multiUseForbidden'],
  [/UserCredentialPolicy does not allow/i, 'policyDisallows'],
  [/cannot be added to an external guest/i, 'externalGuest'],
  [/not yet valid|IDX10222/i, 'clockWrong'],
  [/^Self-service operations are currently not supported/i, 'selfService'],
];

/** Codes that say more than their status, wherever they come from. */
const byCode: Partial<Record<string, FailureCode>> = {
  Directory_ConcurrencyViolation: 'changedMeanwhile',
  insufficient_claims: 'stepUpRequired',
  unauthenticated: 'signInRequired',
};

/** What a status means at one endpoint, where nobody else can know it. */
export type Meaning = Partial<Record<number, FailureCode>>;

const byStatus: Record<number, FailureCode> = {
  401: 'signInRequired',
  403: 'roleMissing',
  404: 'userNotFound',
  429: 'throttled',
};

/** Milliseconds until a throttled request may get through, where Graph does not say. */
const usualPause = 30_000;

/** The longest text that Graph is known to send is a tenth of it. */
const longestDetail = 2000;

/** What Graph says of a reply that is not a success; empty when it says nothing. */
export function errorMessageOf({ body }: GraphReply): string {
  const parsed = v.safeParse(errorReply, body);
  return (parsed.success && parsed.output.error.message) || '';
}

/**
 * The failure behind a reply that is not a success; `meaning` goes before the general sense of a status.
 * https://learn.microsoft.com/graph/errors
 */
export function failureOfReply({ status, headers, body }: GraphReply, meaning: Meaning = {}): Failure {
  const parsed = v.safeParse(errorReply, body);
  const { code, message, innerError } = parsed.success ? parsed.output.error : {};
  const known = byMessage.find(([pattern]) => pattern.test(message ?? ''))?.[1] ?? byCode[code ?? ''];
  // Less than an endpoint knows: a policy and a group are read from the directory, too.
  const denied = code === 'Authorization_RequestDenied' ? 'directoryDenied' : undefined;
  const bounds = /between (\d+) and (\d+)/.exec(message ?? '');
  const pause = retryAfter(headers) ?? (status === 429 ? usualPause : undefined);
  const requestId = headers.get('request-id') ?? innerError?.['request-id'];
  const clientRequestId = headers.get('client-request-id') ?? innerError?.['client-request-id'];
  const timestamp = headers.get('Date') ?? innerError?.date;
  return {
    code:
      known ??
      meaning[status] ??
      denied ??
      byStatus[status] ??
      (status >= 500 ? 'graphUnavailable' : 'unexpected'),
    detail: shownText(`HTTP ${status} ${[code, message].filter(Boolean).join(': ')}`, longestDetail),
    ...(bounds?.[1] && bounds[2] ? { values: { minimum: bounds[1], maximum: bounds[2] } } : {}),
    ...(pause === undefined ? {} : { retryAfterSeconds: Math.ceil(pause / 1000) }),
    ...(requestId ? { requestId } : {}),
    ...(clientRequestId ? { clientRequestId } : {}),
    ...(timestamp ? { timestamp } : {}),
  };
}
