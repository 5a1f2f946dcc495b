import { randomUUID } from 'node:crypto';
import { contosoId, people, sandboxClientId } from './seed';
import type { SandboxState } from './state';

const allScopes = [
  'User.Read',
  'User.Read.All',
  'UserAuthMethod-TAP.ReadWrite.All',
  'Policy.Read.AuthenticationMethod',
];

/** An access token for tests of what comes after the sign-in; default: Avery at Contoso with all scopes. */
export function tokenFor(
  state: SandboxState,
  { tenantId = contosoId, userId = people.avery, scopes = allScopes } = {},
): string {
  const token = randomUUID();
  state.tokens.set(token, {
    tenantId,
    userId,
    clientId: sandboxClientId,
    scopes,
    expires: state.now() + 3_600_000,
  });
  return token;
}
