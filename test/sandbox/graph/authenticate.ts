import { isGraphOf } from '../login/authority';
import {
  type SandboxState,
  type SandboxTenant,
  type SandboxToken,
  type SandboxUser,
  tenantOf,
} from '../state';
import { GraphError } from './graph-error';

/** The claims (JSON) that the sign-in demands of an access token before Graph may accept it, if any. */
export type ChallengeFor = (accessToken: string) => string | undefined;

/** Who sends the request, by its bearer token; 401 when the token is missing, unknown, for another host, expired or challenged. */
export function authenticate(
  state: SandboxState,
  authorization: string | undefined,
  host: string,
  challengeFor?: ChallengeFor,
): { token: SandboxToken; tenant: SandboxTenant; caller: SandboxUser } {
  const secret = /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1];
  if (secret === undefined) throw challenged('Access token is empty.');
  const token = state.tokens.get(secret);
  const tenant = token && tenantOf(state, token.tenantId);
  const caller = tenant?.users.find(({ id }) => id === token?.userId);
  const isForHost = token && (token.audience ?? host) === host && isGraphOf(host, token.tenantId);
  if (!isForHost || !tenant || !caller)
    throw challenged('Access token validation failure. Invalid audience.');
  if (token.expires <= state.now()) throw challenged('Lifetime validation failed, the token is expired.');
  const claims = challengeFor?.(secret);
  if (claims) throw challenged(revoked, `, error="insufficient_claims", claims="${btoa(claims)}"`);
  return { token, tenant, caller };
}

const challenge =
  'Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", client_id="00000003-0000-0000-c000-000000000000"';

const revoked =
  'Continuous access evaluation resulted in challenge with result: InteractionRequired and code: TokenIssuedBeforeRevocationTimestamp';

function challenged(message: string, claims = ''): GraphError {
  return new GraphError(401, 'InvalidAuthenticationToken', message, false, {
    'WWW-Authenticate': challenge + claims,
  });
}
