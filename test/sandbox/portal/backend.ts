import type { IncomingMessage, ServerResponse } from 'node:http';
import { people } from '../seed';
import { type SandboxState, type SandboxTenant, tenantOf, userOf } from '../state';

/** What the portal's own backend answers: a status and a JSON body. */
export type Answer = { status: number; body: unknown };

const notFound: Answer = { status: 404, body: { error: { message: 'Not found.' } } };

/**
 * Answers `/api/…?tenant=<id or domain>` from the state: `session`, `users`, `users/<id or UPN>`, `groups`, `apps`.
 * Stands for Microsoft's portal backend: it asks for no token, as everybody here is the signed-in administrator.
 */
export async function answerBackend(
  state: SandboxState,
  _request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const tenant = tenantOf(state, url.searchParams.get('tenant') ?? '') ?? state.tenants[0];
  const [kind = '', key] = url.pathname.slice('/api/'.length).split('/').map(decodeURIComponent);
  const { status, body } = tenant ? read(state, tenant, kind, key) : notFound;
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(JSON.stringify(body));
}

function read(state: SandboxState, tenant: SandboxTenant, kind: string, key: string | undefined): Answer {
  if (kind === 'session') return { status: 200, body: sessionOf(state, tenant) };
  if (kind === 'users' && !key) return { status: 200, body: tenant.users.map((user) => rowOf(user)) };
  if (kind === 'users' && key) {
    const user = userOf(tenant, key);
    return user ? { status: 200, body: user } : notFound;
  }
  return notFound;
}
