import type { SandboxTenant, SandboxUser } from '../state';
import { groupIdsOf } from './membership';

/**
 * Built-in roles by display name, with their template ids.
 * https://learn.microsoft.com/entra/identity/role-based-access-control/permissions-reference
 */
export const roleTemplateIds: Record<string, string> = {
  'Authentication Administrator': 'c4e39bd9-1100-46d3-8c65-fb160da0071f',
  'Authentication Policy Administrator': '0526716b-113d-4c15-b2c8-68e3c22b9f80',
  'Directory Readers': '88d8e3e3-8f55-4a1e-953a-9b9898b8876b',
  'Directory Writers': '9360feb5-f418-4baa-8175-e2a00bac4301',
  'Global Administrator': '62e90394-69f5-4237-9190-012177145e10',
  'Global Reader': 'f2ef992c-3afb-46b9-b7cf-a126ee74c451',
  'Guest Inviter': '95e79109-95c0-4d8e-aee3-d01accf2d47b',
  'Message Center Reader': '790c1fb9-7f7d-4f88-86a1-ef1f95c05c1b',
  'Password Administrator': '966707d0-3269-4727-9be2-8c3a10f19b9d',
  'Privileged Authentication Administrator': '7be44c8a-adaf-4e2a-84d6-ab2649e08a13',
  'Privileged Role Administrator': 'e8611ab8-c189-46e8-94e1-60213ab1f814',
  'Reports Reader': '4a5d8f65-41da-4de4-8968-e035b65339cf',
  'Security Administrator': '194ae4cb-b126-40b2-bd5b-6091b380977d',
  'Security Reader': '5d6b6bb7-de71-4623-b4af-96380a352509',
  'Usage Summary Reports Reader': '75934031-6c7e-415a-99d7-48dbd49e875e',
  'User Administrator': 'fe930be7-5e62-47db-91af-98c3a49a38b1',
  'User Experience Success Manager': '27460883-1df1-4691-b032-3b79643e5e63',
};

/** Roles whose holders an Authentication Administrator may manage all the same. */
const manageable = new Set([
  'Authentication Administrator',
  'Directory Readers',
  'Guest Inviter',
  'Message Center Reader',
  'Password Administrator',
  'Reports Reader',
  'User Experience Success Manager',
  'Usage Summary Reports Reader',
]);

/** Who may read the methods of a user. */
export const methodReaders = [
  'Global Reader',
  'Authentication Administrator',
  'Privileged Authentication Administrator',
  'Global Administrator',
] as const;

/** Who may change the methods of a user. */
export const methodWriters = methodReaders.slice(1);

/** Whether a user holds one of these roles. */
export const holdsOneOf = (user: SandboxUser, roles: readonly string[]) =>
  user._roles.some((role) => roles.includes(role));

/**
 * Whether the caller's roles reach this target's methods: Authentication Administrators do not reach holders of most
 * roles nor members of role-assignable groups, and nobody changes a user of a restricted administrative unit.
 * https://learn.microsoft.com/entra/identity/role-based-access-control/privileged-roles-permissions
 */
export function reaches(
  tenant: SandboxTenant,
  caller: SandboxUser,
  target: SandboxUser,
  access: 'read' | 'write',
): boolean {
  if (access === 'write' && target.isManagementRestricted) return false;
  const anyTarget = ['Privileged Authentication Administrator', 'Global Administrator'];
  if (holdsOneOf(caller, access === 'read' ? [...anyTarget, 'Global Reader'] : anyTarget)) return true;
  return holdsOneOf(caller, ['Authentication Administrator']) && !isProtected(tenant, target);
}

function isProtected(tenant: SandboxTenant, target: SandboxUser): boolean {
  if (target._roles.some((role) => !manageable.has(role))) return true;
  const memberOf = groupIdsOf(tenant, target);
  return tenant.groups.some(({ id, isAssignableToRole }) => isAssignableToRole && memberOf.has(id));
}
