import type { Context, Middleware } from '@microsoft/microsoft-graph-client/lib/es/src';

/** Gives an access token; `claims` is the decoded challenge a refused request came back with. */
export type GetToken = (claims?: string) => Promise<string>;

const budgetInMilliseconds = 20_000;
const mostTries = 4;

/**
 * The one middleware between the Graph client and `fetch`: sets (never appends) the token, answers one
 * claims challenge, and repeats only what is safe to repeat, for 20 seconds at most.
 *
 * It stands in for the client's AuthenticationHandler and RetryHandler; the latter repeats POST.
 * https://learn.microsoft.com/graph/throttling,
 * https://learn.microsoft.com/entra/identity-platform/claims-challenge
 */
export function createGraphMiddleware(getToken: GetToken): Middleware {
  return {
    async execute(context: Context) {
      const { signal } = context.options ?? {};
      let token = await getToken(undefined);
      let challenged = false;
      let waited = 0;
      for (let tries = 1; ; tries += 1) {
        context.response = await send(context, token);
        const claims = challenged ? undefined : claimsOf(context.response);
        if (claims) {
          challenged = true;
          token = await getToken(claims);
          continue;
        }
        if (tries >= mostTries || !mayRepeat(context)) return;
        const pause = retryAfter(context.response) ?? 500 * 2 ** tries;
        waited += pause;
        if (waited > budgetInMilliseconds) return;
        await sleep(pause, signal ?? undefined);
      }
    },
  };
}

async function send(context: Context, token: string): Promise<Response> {
  const headers = new Headers(context.options?.headers as HeadersInit | undefined);
  headers.set('Authorization', `Bearer ${token}`);
  if (!headers.has('client-request-id')) headers.set('client-request-id', crypto.randomUUID());
  // Security: no call of ours has a redirect, and a token follows none.
  return fetch(context.request, { ...context.options, headers, redirect: 'error' });
}

/** A `$batch` is a POST, but ours hold reads only: the type `Step` sees to it. */
function mayRepeat({ request, options, response }: Context): boolean {
  const reads = (options?.method ?? 'GET') === 'GET' || String(request).endsWith('/$batch');
  return (reads ? [429, 502, 503, 504] : [429]).includes(response?.status ?? 0);
}

/** The decoded claims of a 401's first challenge that has any; a reply may hold several challenges. */
function claimsOf(response: Response): string | undefined {
  if (response.status !== 401) return undefined;
  const encoded = /\bclaims="([^"]+)"/i.exec(response.headers.get('WWW-Authenticate') ?? '')?.[1];
  if (!encoded) return undefined;
  try {
    return atob(encoded.replaceAll('-', '+').replaceAll('_', '/'));
  } catch {
    return undefined;
  }
}

/**
 * Milliseconds a reply asks to wait: seconds (decimals too) or an HTTP date; undefined for anything else.
 * https://www.rfc-editor.org/rfc/rfc9110#field.retry-after
 */
export function retryAfter(response: Pick<Response, 'headers'>): number | undefined {
  const value = response.headers.get('Retry-After')?.trim() ?? '';
  if (/^\d+(\.\d+)?$/.test(value)) return Number(value) * 1000;
  const date = /^[A-Z][a-z]{2},/.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - Date.now());
}

function sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const timer = setTimeout(resolve, milliseconds);
    signal?.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        reject(signal.reason);
      },
      { once: true },
    );
  });
}
