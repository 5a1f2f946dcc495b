import type { IncomingMessage, ServerResponse } from 'node:http';
import { signInWithPass } from '../login/temporary-access-pass';
import { bodyOf, type Room } from '../room';
import { type SandboxState, tenantOf } from '../state';
import { nameOf, register } from './registrable-methods';
import { securityInfoPage, signInPage } from './signins-pages';
import { createSignInsSessions } from './signins-sessions';

/**
 * The guest's side: under https://mysignins.microsoft.com/security-info a person signs in with a pass and registers
 * a method. `?tenantId=` or `?tenant=` in the address names the tenant, else the sign-in name's domain does.
 * https://learn.microsoft.com/entra/identity/authentication/concept-registration-mfa-sspr-combined
 */
export function createSignInsRoom(state: SandboxState): Room {
  const sessions = createSignInsSessions(state);

  async function signIn(request: IncomingMessage, response: ServerResponse, url: URL) {
    const form = new URLSearchParams(await bodyOf(request));
    const name = form.get('name')?.trim() ?? '';
    const named = url.searchParams.get('tenantId') ?? url.searchParams.get('tenant') ?? name.split('@').pop();
    const tenant = tenantOf(state, named ?? '');
    const refuse = (why: string) => send(response, 401, signInPage(actionOf(url), name, why));
    if (!tenant) return refuse("We couldn't find an account with that username.");
    const outcome = signInWithPass(state, tenant, name, form.get('pass')?.trim() ?? '');
    if (!outcome.ok) return refuse(outcome.message);
    go(response, '/security-info', sessions.begin(outcome.user));
  }

  async function addMethod(request: IncomingMessage, response: ServerResponse) {
    const session = sessions.find(request.headers.cookie);
    if (!session?.canRegister) return go(response, '/security-info');
    const key = new URLSearchParams(await bodyOf(request)).get('method') ?? '';
    if (!register(session.user, key, state.now())) return send(response, 400, 'No such method');
    go(response, '/security-info?added=1');
  }

  return {
    answers: (host) => host === 'mysignins.microsoft.com',
    async handle(request, response, url) {
      const step = `${request.method} ${url.pathname.replace(/\/$/, '')}`;
      if (step === 'POST /security-info/sign-in') return signIn(request, response, url);
      if (step === 'POST /security-info/methods') return addMethod(request, response);
      if (step === 'POST /security-info/sign-out')
        return go(response, '/security-info', sessions.end(request.headers.cookie));
      if (step === 'GET ') return go(response, `/security-info${url.search}`);
      if (step !== 'GET /security-info') return send(response, 404, 'Not found');
      const session = sessions.find(request.headers.cookie);
      if (!session) return send(response, 200, signInPage(actionOf(url)));
      const newest = url.searchParams.has('added') ? session.user._methods.at(-1) : undefined;
      const said = newest && `${nameOf(newest)} was added.`;
      send(response, 200, securityInfoPage(session.user, session.canRegister, said));
    },
  };
}

const actionOf = ({ search }: URL) => `/security-info/sign-in${search}`;

function go(response: ServerResponse, location: string, cookie?: string): void {
  response.writeHead(303, { location, ...(cookie ? { 'set-cookie': cookie } : {}) }).end();
}

function send(response: ServerResponse, status: number, html: string): void {
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
  response.end(html);
}
