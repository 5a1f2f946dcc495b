import type { IncomingMessage, ServerResponse } from 'node:http';
import type { KoaContextWithOIDC } from 'oidc-provider';
import { bodyOf } from '../room';
import type { SandboxApp, SandboxTenant, SandboxUser } from '../state';
import { type Account, accountById, clientInfoOf, idsOf, userIn } from './accounts';
import type { Door } from './authority';
import { type EntraError, entraErrors, errorBody } from './entra-error';
import { consentKey } from './memory';
import { askedScopes, grantedScopes } from './permissions';
import { grantBehind } from './store';
import { contextIn } from './switches';
import type { World } from './world';

/** Everything known of a request for tokens that may go on to the library. */
type Claim = {
  account: Account;
  tenant: SandboxTenant;
  user: SandboxUser;
  app: SandboxApp;
  /** All Graph permissions granted: Entra puts every one of them in each token. */
  granted: string[];
  body: URLSearchParams;
};

/**
 * Answers `/oauth2/v2.0/token` for codes and refresh tokens of single-page apps.
 * https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow#redeem-a-code-for-an-access-token
 */
export async function token(
  world: World,
  door: Door,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { origin } = request.headers;
  if (origin) response.setHeader('access-control-allow-origin', origin);
  if (request.method === 'OPTIONS') {
    const allowed = request.headers['access-control-request-headers'] ?? '';
    const cors = { 'access-control-allow-headers': allowed, 'access-control-allow-methods': 'POST, OPTIONS' };
    response.writeHead(200, cors).end();
    return;
  }
  const body = new URLSearchParams(await bodyOf(request));
  const correlationId = body.get('client-request-id') ?? undefined;
  const verdict = origin ? examine(world, door, body) : entraErrors.notCrossOrigin();
  if ('code' in verdict) {
    response
      .writeHead(400, { 'content-type': 'application/json; charset=utf-8' })
      .end(JSON.stringify(errorBody(verdict, world.state.now(), correlationId)));
    return;
  }
  // The library's scopes are OpenID's only: Graph's follow Entra's rules of consent, not the code's.
  const plain = new URLSearchParams();
  for (const name of ['client_id', 'grant_type', 'code', 'redirect_uri', 'code_verifier', 'refresh_token'])
    if (body.has(name)) plain.set(name, body.get(name) ?? '');
  const authority = await world.authorityOf(verdict.tenant);
  await authority.handOver(request, response, {
    method: 'POST',
    path: `/${verdict.tenant.id}/oauth2/v2.0/token`,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: plain.toString(),
    finish: (context) => dressAnswer(world, context, verdict, correlationId),
  });
}

/** Entra's own rules, which the protocol library knows nothing of. */
function examine({ state, memory, switches }: World, door: Door, body: URLSearchParams): Claim | EntraError {
  const clientId = body.get('client_id') ?? '';
  const behind = grantBehind(memory, { code: body.get('code'), refreshToken: body.get('refresh_token') });
  const account = behind?.accountId ? accountById(state, behind.accountId) : undefined;
  const tenant = door.tenant ?? account?.homeTenant;
  if (!behind || !account || !tenant) return entraErrors.grantMalformed();
  const app = tenant.apps.find((each) => each.clientId === clientId);
  if (!app) return entraErrors.appNotFound(clientId, tenant.displayName);
  const user = userIn(tenant, account);
  if (!user)
    return {
      ...entraErrors.userNotInTenant(account.homeUser.userPrincipalName, tenant.displayName, clientId),
      error: 'invalid_grant',
    };
  if (!user.accountEnabled || !account.homeUser.accountEnabled) return entraErrors.accountDisabled();
  if (behind.revoked) return entraErrors.grantRevoked();
  if (behind.exp !== undefined && behind.exp * 1000 <= state.now())
    return body.has('code') ? entraErrors.grantExpired() : entraErrors.refreshTokenExpired();
  if (body.has('refresh_token') && switches.meet('block', idsOf(state, account)))
    return entraErrors.blockedByPolicy();
  const claims = body.get('claims') ?? undefined;
  const context = contextIn(claims);
  if (
    context &&
    !String(behind.acr ?? '')
      .split(' ')
      .includes(context)
  )
    return entraErrors.mfaRequired(claims);

  const own = memory.consents.get(consentKey(tenant.id, clientId, user.id)) ?? new Set<string>();
  const granted = grantedScopes(app, own);
  const asked = askedScopes(body.get('scope') ?? '', app, granted);
  if (asked.some((scope) => !granted.includes(scope))) return entraErrors.consentRequired(clientId);
  return { account, tenant, user, app, granted, body };
}

/** Writes the access token down for Graph and turns the library's answer into Entra's. */
function dressAnswer(world: World, context: KoaContextWithOIDC, claim: Claim, correlationId?: string): void {
  const answer = context.body as Record<string, unknown>;
  const now = world.state.now();
  if (typeof answer.access_token !== 'string') {
    const error = translate(String(answer.error_description ?? ''), context);
    context.body = errorBody(error, now, correlationId);
    return;
  }
  const { account, tenant, user, app, granted, body } = claim;
  const seconds = world.switches.accessTokenSeconds;
  const claims = body.get('claims');
  // Permissions are named as they were asked for: short, or under the Graph host of this cloud.
  const prefix = /https:\/\/[^/]+\//.exec(body.get('scope') ?? '')?.[0] ?? '';
  world.state.tokens.set(answer.access_token, {
    tenantId: tenant.id,
    userId: user.id,
    clientId: app.clientId,
    scopes: granted,
    expires: now + seconds * 1000,
    ...(prefix ? { audience: new URL(prefix).host } : {}),
    ...(claims ? { claims } : {}),
  });
  const names = granted.map((scope) => `${prefix}${scope}`);
  context.body = {
    ...answer,
    scope: ['openid', 'profile', 'email', ...names].join(' '),
    ext_expires_in: seconds,
    refresh_token_expires_in: remaining(world, String(answer.refresh_token)),
    client_info: clientInfoOf(account),
  };
}

function remaining({ memory, state }: World, refreshToken: string): number {
  const expires = grantBehind(memory, { refreshToken })?.exp ?? 0;
  return expires - Math.floor(state.now() / 1000);
}

/** The library's refusals in Entra's words. */
function translate(description: string, context: KoaContextWithOIDC): EntraError {
  const missing = /missing required parameter(?:\(s\)|s)? '?(\w+)/.exec(description)?.[1];
  if (missing) return entraErrors.parameterMissing(missing);
  const { error_detail = '', cause } = context.state.error as { error_detail?: string; cause?: Error };
  const detail = `${error_detail} ${cause?.message ?? ''}`;
  if (/already (consumed|used)/.test(detail)) return entraErrors.codeRedeemed();
  if (/expired/.test(detail)) return entraErrors.grantExpired();
  if (/redirect_uri/.test(detail)) return entraErrors.replyAddressMismatch();
  if (/code_verifier/.test(detail)) return entraErrors.proofKeyMismatch();
  return entraErrors.grantMalformed();
}
