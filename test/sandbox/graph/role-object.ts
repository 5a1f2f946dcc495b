import { createHash } from 'node:crypto';
import { roleTemplateIds } from './roles';

/** A directory role as `memberOf` shows it; its id is the tenant's own, its template id is the same everywhere. */
export function directoryRole(tenantId: string, name: string): Record<string, unknown> {
  return {
    '@odata.type': '#microsoft.graph.directoryRole',
    id: stableId(`${tenantId} ${name}`),
    displayName: name,
    description: null,
    roleTemplateId: roleDefinitionId(name),
  };
}

/** Id of the definition of a built-in role: its template id. */
export const roleDefinitionId = (name: string) => roleTemplateIds[name] ?? stableId(name);

/** A GUID that is always the same for the same text. */
function stableId(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
