import type { SandboxTenant, SandboxUser } from '../state';
import { badRequest, unsupportedQuery } from './graph-error';
import type { Call } from './route';
import { select } from './select';
import { publicUser } from './user-object';

const usual = ['id', 'displayName', 'mail', 'userPrincipalName', 'jobTitle'];

/**
 * What `$expand` adds to each user: `manager` or `sponsors`, one relationship a request and never in an advanced query.
 * https://learn.microsoft.com/graph/api/user-list-manager, https://learn.microsoft.com/graph/api/user-list-sponsors
 */
export function parseExpand({
  query,
  headers,
  tenant,
}: Call): ((user: SandboxUser) => Record<string, unknown>) | undefined {
  const text = query.get('$expand');
  if (text === null) return undefined;
  const [, relation, options = ''] = /^\s*(manager|sponsors)\s*(?:\((.*)\))?\s*$/s.exec(text) ?? [];
  if (relation === undefined) throw badRequest(`Parsing OData Select and Expand failed: '${text}'.`);
  if (headers.consistencylevel !== undefined && (query.has('$search') || query.get('$count') === 'true')) {
    throw unsupportedQuery('Expand is not supported with advanced queries.');
  }
  const names = /\$select=([^;]*)/.exec(options)?.[1]?.split(',');
  const shown = (id: string) => relatedUser(tenant, id, names);
  return ({ _managerId, _sponsorIds }) => {
    if (relation === 'sponsors') return { sponsors: _sponsorIds.flatMap((id) => shown(id) ?? []) };
    const manager = _managerId === undefined ? undefined : shown(_managerId);
    return manager ? { manager } : {};
  };
}

/** A manager or sponsor with its `@odata.type`, as a directory object of another. */
export function relatedUser(tenant: SandboxTenant, id: string, names?: readonly string[]) {
  const user = tenant.users.find((candidate) => candidate.id === id);
  if (!user) return undefined;
  return {
    '@odata.type': '#microsoft.graph.user',
    ...select(publicUser(user), names, usual, 'microsoft.graph.directoryObject'),
  };
}
