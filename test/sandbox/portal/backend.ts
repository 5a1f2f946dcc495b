import type { IncomingMessage, ServerResponse } from 'node:http';
import { bodyOf } from '../room';
import { type SandboxState, type SandboxTenant, tenantOf, userOf } from '../state';
import { administratorOf, appOf, appsOf, groupOf, rowOf, sessionOf, userDetailsOf } from './directory-views';
import { answerPass } from './pass-backend';

/** What the portal's own backend answers: a status and a JSON body. */
export type Answer = { status: number; body?: unknown };

/**
 * Answers `/api/<kind>[/<key>[/<part>]]?tenant=<id or domain>` from the state. It stands for Microsoft's portal
 * backend: it asks for no token, since whoever opens the portal here is the signed-in administrator.
 */
export async function answerBackend(
  state: SandboxState,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const tenant = tenantOf(state, url.searchParams.get('tenant') ?? '') ?? state.tenants[0];
  const [kind = '', key = '', part = ''] = url.pathname
    .slice('/api/'.length)
    .split('/')
    .map(decodeURIComponent);
  const text = await bodyOf(request);
  const { status, body } = tenant
    ? answerOf(state, tenant, { method: request.method ?? 'GET', kind, key, part, text })
    : notFound;
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}

type Question = { method: string; kind: string; key: string; part: string; text: string };

const notFound: Answer = { status: 404, body: { error: { message: 'Not found.' } } };
const found = (body: unknown): Answer => (body ? { status: 200, body } : notFound);

function answerOf(
  state: SandboxState,
  tenant: SandboxTenant,
  { method, kind, key, part, text }: Question,
): Answer {
  if (part === 'pass') {
    const user = userOf(tenant, key);
    const caller = administratorOf(tenant);
    return user && caller ? answerPass({ state, tenant, caller, user, method, text }) : notFound;
  }
  if (method !== 'GET') return { status: 405, body: { error: { message: 'Read only.' } } };
  if (kind === 'session') return found(sessionOf(state, tenant));
  if (kind === 'users') return found(key ? userDetailsOf(tenant, key) : tenant.users.map(rowOf));
  if (kind === 'groups') return found(key ? groupOf(tenant, key) : tenant.groups);
  if (kind === 'apps') return found(key ? appOf(tenant, key) : appsOf(tenant));
  if (kind === 'policy') return found(tenant.policy);
  return notFound;
}
