import type { Context, Middleware } from '@microsoft/microsoft-graph-client/lib/es/src';
import { mayRepeat, type Patience, retryAfter } from './graph-patience';

/** Why a new access token is wanted: these decoded claims, or just that the one at hand was refused. */
export type Renewal = { claims?: string; forceRefresh?: boolean };

/** Gives an access token; a new one where a renewal says why. */
export type GetToken = (renewal: Renewal) => Promise<string>;

type Tools = {
  getToken: GetToken;
  patience: Patience;
  /** What is sent changes nothing. */
  reads: boolean;
};

/**
 * The one middleware between the Graph client and `fetch`: sets (never appends) the token, renews one that is
 * refused, and repeats only what is safe to repeat, as long as `patience` lasts.
 *
 * It stands in for the client's AuthenticationHandler and RetryHandler; the latter repeats POST.
 * https://learn.microsoft.com/graph/throttling,
 * https://learn.microsoft.com/entra/identity-platform/claims-challenge
 */
export function createGraphMiddleware({ getToken, patience, reads }: Tools): Middleware {
  return {
    async execute(context: Context) {
      let token = await getToken({});
      let renewed: Renewal = {};
      for (let tries = 1; ; tries += 1) {
        const response = await send(context, token, patience.limit(reads));
        context.response = response;
        const renewal = renewalFor(response, renewed);
        if (renewal) {
          renewed = { ...renewed, ...renewal };
          token = await getToken(renewal);
          continue;
        }
        if (!mayRepeat(reads, response.status)) return;
        if (!(await patience.wait(retryAfter(response.headers), tries, reads))) return;
      }
    },
  };
}

async function send(context: Context, token: string, signal: AbortSignal): Promise<Response> {
  const headers = new Headers(context.options?.headers as HeadersInit | undefined);
  headers.set('Authorization', `Bearer ${token}`);
  if (!headers.has('client-request-id')) headers.set('client-request-id', crypto.randomUUID());
  // Security: no call of ours has a redirect, and a token follows none.
  return fetch(context.request, { ...context.options, headers, signal, redirect: 'error' });
}

/** What may help after a 401: the claims of a challenge, once, else a fresh token, unless this one is. */
function renewalFor(response: Response, renewed: Renewal): Renewal | undefined {
  if (response.status !== 401 || renewed.claims) return undefined;
  const claims = claimsOf(response);
  if (claims) return { claims };
  return renewed.forceRefresh ? undefined : { forceRefresh: true };
}

/** The decoded claims of the first challenge that has any; a reply may hold several challenges. */
function claimsOf({ headers }: Response): string | undefined {
  const encoded = /\bclaims="([^"]+)"/i.exec(headers.get('WWW-Authenticate') ?? '')?.[1];
  if (!encoded) return undefined;
  try {
    return atob(encoded.replaceAll('-', '+').replaceAll('_', '/'));
  } catch {
    return undefined;
  }
}
