import { type SandboxUser, userOf } from '../state';
import { notFound } from './graph-error';
import type { Call } from './route';

/** The user that `{user-id}` names by object id or user principal name, or 404. */
export function targetUser({ tenant, params }: Call): SandboxUser {
  const named = params['user-id'] ?? '';
  const user = userOf(tenant, named);
  if (!user) throw notFound(named);
  return user;
}
