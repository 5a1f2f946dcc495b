import type { IncomingMessage, ServerResponse } from 'node:http';
import type { KoaContextWithOIDC } from 'oidc-provider';
import type { SandboxState, SandboxTenant } from '../state';
import { type Account, clientInfoOf } from './accounts';
import { adminConsentRedirect, isAdminConsent } from './admin-consent';
import type { Door } from './authority';
import { describe, type EntraError, entraErrors } from './entra-error';
import type { SignedIn } from './memory';
import { errorPage } from './pages';
import { graphScopes } from './permissions';
import type { Authority } from './provider';
import { type SignInOutcome, stepSignIn } from './sign-in';
import { sessionOf } from './sign-in-session';
import type { World } from './world';

/** Name under which a grant remembers which Graph permissions were asked for at the start. */
const graphResource = 'https://graph.microsoft.com';

/** Answers `/oauth2/v2.0/authorize` (no form) and the forms of the pages that follow it. */
export async function authorize(
  world: World,
  door: Door,
  exchange: { request: IncomingMessage; response: ServerResponse },
  query: URLSearchParams,
  form?: URLSearchParams,
): Promise<void> {
  const { request, response } = exchange;
  const wrong = findMistake(world.state, door, query);
  // Entra's pages for people come with 200; after a 4xx Chromium would close the sign-in window unread.
  if (wrong) return sendPage(response, errorPage(describe(wrong, world.state.now()).text), 200);

  const outcome: SignInOutcome =
    query.get('code_challenge_method') === 'S256' || isAdminConsent(query)
      ? stepSignIn(world, {
          door,
          request: query,
          ...(form ? { form } : {}),
          frame: { action: `/${door.name}/login`, request: query.toString() },
          session: sessionOf(world.memory, request, response),
        })
      : { refused: entraErrors.proofKeyMissing() };

  if ('page' in outcome) return sendPage(response, outcome.page);
  if (!('admitted' in outcome)) {
    const error = 'refused' in outcome ? outcome.refused : undefined;
    response.writeHead(302, { location: errorRedirect(world.state, query, error) }).end();
    return;
  }
  const { admitted, tenant, signedIn } = outcome;
  if (isAdminConsent(query)) {
    response.writeHead(302, { location: adminConsentRedirect(query, tenant) }).end();
    return;
  }
  await issueCode(await world.authorityOf(tenant), exchange, query, admitted, tenant, signedIn);
}

/** What is wrong with a request in a way that no app may hear of by redirect. */
function findMistake(
  state: SandboxState,
  { name, tenant }: Door,
  query: URLSearchParams,
): EntraError | undefined {
  const clientId = query.get('client_id');
  if (!clientId) return entraErrors.parameterMissing('client_id');
  const apps = (tenant ? [tenant] : state.tenants)
    .flatMap((each) => each.apps)
    .filter((app) => app.clientId === clientId);
  if (apps.length === 0) return entraErrors.appNotFound(clientId, tenant?.displayName ?? name);
  const redirectUri = query.get('redirect_uri') ?? '';
  // Security: a code may only ever go to an address the app has registered.
  if (!apps.some(({ redirectUris }) => redirectUris.includes(redirectUri)))
    return entraErrors.redirectMismatch(redirectUri, clientId);
  return undefined;
}

/** Where an error goes; without one the person chose Cancel, of which Entra says no more than that. */
function errorRedirect(state: SandboxState, query: URLSearchParams, error?: EntraError): string {
  const answer = new URLSearchParams({ error: error?.error ?? 'access_denied' });
  if (answer.get('error') === 'access_denied') answer.set('error_subcode', 'cancel');
  if (error) answer.set('error_description', describe(error, state.now()).text);
  if (error?.suberror) answer.set('suberror', error.suberror);
  if (query.has('state')) answer.set('state', query.get('state') ?? '');
  const separator = query.get('response_mode') === 'fragment' ? '#' : '?';
  return `${query.get('redirect_uri')}${separator}${answer}`;
}

/** Hands a request whose person is known to oidc-provider, with a session and a grant made for just this one. */
async function issueCode(
  { provider, handOver }: Authority,
  { request, response }: { request: IncomingMessage; response: ServerResponse },
  query: URLSearchParams,
  account: Account,
  tenant: SandboxTenant,
  signedIn: SignedIn,
): Promise<void> {
  const clientId = query.get('client_id') ?? '';
  const accountId = account.homeAccountId;
  const grant = new provider.Grant({ clientId, accountId });
  grant.addOIDCScope('openid profile email offline_access');
  const scopes = graphScopes(query.get('scope') ?? '');
  if (scopes.length > 0) grant.addResourceScope(graphResource, scopes);
  const grantId = await grant.save();
  const session = new provider.Session();
  session.loginAccount({
    accountId,
    loginTs: Math.floor(signedIn.at / 1000),
    amr: signedIn.mfa ? ['pwd', 'mfa'] : ['pwd'],
    // Authentication contexts travel through code and refresh token as the standard's `acr`.
    ...(signedIn.contexts.length > 0 ? { acr: signedIn.contexts.join(' ') } : {}),
  });
  session.grantIdFor(clientId, grantId);
  const cookie = `${provider.cookieName('session')}=${await session.save(60)}`;

  const plain = new URLSearchParams({ scope: 'openid profile email' });
  for (const name of [
    'client_id',
    'response_type',
    'redirect_uri',
    'response_mode',
    'state',
    'nonce',
    'code_challenge',
    'code_challenge_method',
  ])
    if (query.has(name)) plain.set(name, query.get(name) ?? '');

  await handOver(request, response, {
    method: 'GET',
    path: `/${tenant.id}/oauth2/v2.0/authorize?${plain}`,
    headers: { cookie },
    finish: (context) => dressCode(context, account, query),
  });
}

/** Adds what Entra adds to a code, and keeps the library's own session cookie from the browser. */
function dressCode(context: KoaContextWithOIDC, account: Account, query: URLSearchParams): void {
  const cookies = [context.response.get('set-cookie')].flat();
  const own = cookies.filter((cookie) => cookie.startsWith('ESTSAUTH'));
  context.remove('set-cookie');
  if (own.length > 0) context.set('set-cookie', own);
  const location = context.response.get('location');
  if (!/[#?&]code=/.test(location)) return;
  const extra = new URLSearchParams({ session_state: context.oidc.session?.uid ?? '' });
  if (query.get('client_info')) extra.set('client_info', clientInfoOf(account));
  context.set('location', `${location}&${extra}`);
}

function sendPage(response: ServerResponse, page: string, status = 200): void {
  response
    .writeHead(status, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' })
    .end(page);
}
