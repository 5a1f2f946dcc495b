import type { IncomingMessage, ServerResponse } from 'node:http';
import { bodyOf, type Room } from '../room';
import type { SandboxState, SandboxTenant } from '../state';
import { adminConsentRequest } from './admin-consent';
import { type Door, doorOf, instanceDiscovery, loginHosts, openIdConfiguration } from './authority';
import { authorize } from './authorize';
import { entraErrors, errorBody } from './entra-error';
import { logout } from './logout';
import { createLoginMemory, perGeneration } from './memory';
import type { Authority } from './provider';
import { createLoginSwitches, type LoginSwitches } from './switches';
import { token } from './token';

/** The sign-in service of all clouds, and the switches that make it misbehave. */
export type LoginRoom = Room & {
  switches: LoginSwitches;
  /** Takes a copy of all tokens that are valid now; the function it returns brings them back after a reset. */
  copyTokens(): () => void;
};

/**
 * Microsoft Entra's sign-in for the tenants in `state`. Requests arrive as plain HTTP with their real Host header.
 * https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow
 */
export function createLoginRoom(state: SandboxState): LoginRoom {
  const memory = createLoginMemory(state);
  const switches = createLoginSwitches(state, memory);
  const authorities = perGeneration(state, () => new Map<string, Authority>());

  const authorityOf = async (host: string, tenant: SandboxTenant): Promise<Authority> => {
    // Loaded with the first sign-in: the library and its key are half the time of a start.
    const { createAuthority } = await import('./provider');
    const key = `${host}/${tenant.id}`;
    const known = authorities().get(key);
    if (known) return known;
    const made = createAuthority(host, tenant, state, memory, switches);
    authorities().set(key, made);
    return made;
  };

  async function answer(
    request: IncomingMessage,
    response: ServerResponse,
    url: URL,
    door: Door,
    path: string,
  ) {
    const host = url.hostname;
    const world = {
      state,
      memory: memory(),
      switches,
      authorityOf: (tenant: SandboxTenant) => authorityOf(host, tenant),
    };
    const exchange = { request, response };
    switch (path) {
      case 'v2.0/.well-known/openid-configuration':
        return sendJson(response, 200, openIdConfiguration(host, door));
      case 'discovery/instance':
        return sendJson(response, 200, instanceDiscovery(host, door));
      case 'discovery/v2.0/keys': {
        const tenant = door.tenant ?? state.tenants[0];
        if (!tenant) break;
        const authority = await world.authorityOf(tenant);
        return authority.handOver(request, response, {
          method: 'GET',
          path: `/${tenant.id}/discovery/v2.0/keys`,
          headers: {},
          finish: (context) => context.set('access-control-allow-origin', '*'),
        });
      }
      case 'oauth2/v2.0/authorize':
        return authorize(world, door, exchange, url.searchParams);
      case 'v2.0/adminconsent':
        return authorize(world, door, exchange, adminConsentRequest(url.searchParams));
      case 'login': {
        const form = new URLSearchParams(await bodyOf(request));
        return authorize(world, door, exchange, new URLSearchParams(form.get('request') ?? ''), form);
      }
      case 'oauth2/v2.0/token':
        return token(world, door, request, response);
      case 'oauth2/v2.0/logout':
        return logout(state, world.memory, request, response, url.searchParams);
    }
    return sendJson(response, 404, { error: 'not_found' });
  }

  return {
    switches,
    copyTokens() {
      const { tokens } = state;
      const copies = structuredClone({ tokens, records: memory().records });
      return () => {
        for (const [token, rights] of copies.tokens) state.tokens.set(token, structuredClone(rights));
        for (const [key, record] of copies.records) memory().records.set(key, structuredClone(record));
      };
    },
    answers: (host) => loginHosts.includes(host),
    async handle(request, response, url) {
      const [, name = '', ...rest] = url.pathname.split('/');
      const door = doorOf(state, name);
      if (!door) return sendJson(response, 400, errorBody(entraErrors.tenantNotFound(name), state.now()));
      await answer(request, response, url, door, rest.join('/'));
    },
  };
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response
    .writeHead(status, {
      'content-type': 'application/json; charset=utf-8',
      'access-control-allow-origin': '*',
    })
    .end(JSON.stringify(body));
}
