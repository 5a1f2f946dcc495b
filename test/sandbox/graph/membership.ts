import type { SandboxTenant, SandboxUser } from '../state';

/** Ids of all groups a user is a member of, directly or through other groups. */
export function groupIdsOf(tenant: SandboxTenant, user: SandboxUser): Set<string> {
  const found = new Set<string>();
  const pending = [...user._groups];
  for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    pending.push(...(tenant.groups.find((group) => group.id === id)?._groups ?? []));
  }
  return found;
}
