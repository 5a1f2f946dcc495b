import { generateKeyPairSync } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import Provider, { type KoaContextWithOIDC } from 'oidc-provider';
import type { SandboxState, SandboxTenant } from '../state';
import { accountById, loginHintOf, userIn } from './accounts';
import type { LoginMemory } from './memory';
import { createStore } from './store';
import type { LoginSwitches } from './switches';

/** A request handed to the library, and what to do with its answer before it is sent. */
export type HandOver = {
  path: string;
  method: 'GET' | 'POST';
  headers: Record<string, string>;
  body?: string;
  finish(context: KoaContextWithOIDC): void;
};

/** The OpenID Connect engine of one tenant in one cloud. */
export type Authority = {
  provider: Provider;
  handOver(from: IncomingMessage, response: ServerResponse, what: HandOver): Promise<void>;
};

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const signingKey = { ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid: 'sandbox' };

/**
 * oidc-provider under the issuer of one tenant. It sees a request only when Entra's own rules are met and the
 * person is known, so it never asks anybody anything; its part is the protocol: codes, PKCE, tokens, signatures.
 */
export function createAuthority(
  host: string,
  tenant: SandboxTenant,
  state: SandboxState,
  memory: () => LoginMemory,
  switches: LoginSwitches,
): Authority {
  const tenantId = tenant.id;
  const provider = new Provider(`https://${host}/${tenantId}/v2.0`, {
    adapter: createStore(state, memory, tenantId),
    jwks: { keys: [signingKey] },
    cookies: { keys: [] },
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: false } },
    pkce: { required: () => true },
    allowOmittingSingleRegisteredRedirectUri: false,
    scopes: ['openid', 'offline_access', 'profile', 'email'],
    claims: {
      openid: ['sub', 'oid', 'tid', 'ver', 'login_hint'],
      profile: ['name', 'preferred_username'],
      email: ['email'],
    },
    conformIdTokenClaims: false,
    // The session is gone as soon as the code is made: what a sign-in gave outlives it, as at Entra.
    expiresWithSession: async () => false,
    issueRefreshToken: async () => true,
    rotateRefreshToken: true,
    routes: {
      authorization: `/${tenantId}/oauth2/v2.0/authorize`,
      token: `/${tenantId}/oauth2/v2.0/token`,
      jwks: `/${tenantId}/discovery/v2.0/keys`,
    },
    ttl: {
      AuthorizationCode: 600,
      AccessToken: () => switches.accessTokenSeconds,
      // A refresh token got by refreshing ends when the first one would have ended.
      RefreshToken: (context) =>
        (context.oidc.entities.RotatedRefreshToken as { remainingTTL: number } | undefined)?.remainingTTL ??
        switches.refreshTokenSeconds,
      Session: 60,
      Grant: 30 * 86_400,
      IdToken: 3600,
    },
    async findAccount(_, accountId) {
      const account = accountById(state, accountId);
      const home = state.tenants.find(({ id }) => id === tenantId);
      const user = account && home && userIn(home, account);
      if (!user) return undefined;
      const name = account.homeUser.userPrincipalName;
      return {
        accountId,
        claims: () => ({
          sub: accountId,
          oid: user.id,
          tid: tenantId,
          ver: '2.0',
          login_hint: loginHintOf(account),
          name: user.displayName,
          preferred_username: name,
          ...(user.mail ? { email: user.mail } : {}),
        }),
      };
    },
    renderError(context, out) {
      context.body = out;
    },
  });
  provider.proxy = true;
  provider.on('grant.error', (context, error) => {
    context.state.error = error;
  });

  const finishers = new WeakMap<IncomingMessage, HandOver['finish']>();
  provider.use(async (context, next) => {
    await next();
    finishers.get(context.req)?.(context as KoaContextWithOIDC);
  });
  const callback = provider.callback();

  return {
    provider,
    async handOver(from, response, { path, method, headers, body = '', finish }) {
      const request = Object.assign(Readable.from(body === '' ? [] : [Buffer.from(body)]), {
        method,
        url: path,
        httpVersion: from.httpVersion,
        socket: from.socket,
        headers: {
          host,
          accept: 'application/json',
          'x-forwarded-proto': 'https',
          ...(body === '' ? {} : { 'content-length': String(Buffer.byteLength(body)) }),
          ...headers,
        },
      }) as unknown as IncomingMessage;
      finishers.set(request, finish);
      await callback(request, response);
    },
  };
}
