import type { IncomingMessage, ServerResponse } from 'node:http';
import type { SandboxState } from '../state';
import { accountById, accountByName, nameFromHint } from './accounts';
import type { LoginMemory } from './memory';
import { card } from './pages';
import { sessionOf } from './sign-in-session';

/**
 * Answers `/oauth2/v2.0/logout`: signs out the hinted account, or all of this browser, and goes back to the app.
 * https://learn.microsoft.com/entra/identity-platform/v2-protocols-oidc#send-a-sign-out-request
 */
export function logout(
  state: SandboxState,
  memory: LoginMemory,
  request: IncomingMessage,
  response: ServerResponse,
  query: URLSearchParams,
): void {
  const session = sessionOf(memory, request, response);
  const hinted = accountByName(state, nameFromHint(query.get('logout_hint') ?? ''));
  for (const { homeAccountId } of session.accounts())
    if (!hinted || accountById(state, homeAccountId)?.homeUser === hinted.homeUser)
      session.remove(homeAccountId);

  const back = query.get('post_logout_redirect_uri') ?? '';
  const known = state.tenants.some(({ apps }) =>
    apps.some(({ redirectUris }) => redirectUris.includes(back)),
  );
  if (known) {
    const url = new URL(back);
    if (query.has('state')) url.searchParams.set('state', query.get('state') ?? '');
    response.writeHead(302, { location: url.href }).end();
    return;
  }
  response
    .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
    .end(card('You signed out of your account', '<p>It’s a good idea to close all browser windows.</p>'));
}
