import type { SandboxGroup } from '../state';

/** All public properties of a group. */
export function publicGroup(group: SandboxGroup): Record<string, unknown> {
  return {
    id: group.id,
    deletedDateTime: null,
    createdDateTime: '2026-01-05T08:00:00Z',
    description: null,
    displayName: group.displayName,
    groupTypes: [],
    isAssignableToRole: group.isAssignableToRole || null,
    isManagementRestricted: null,
    mail: null,
    mailEnabled: false,
    mailNickname: group.displayName.toLowerCase().replaceAll(/\W+/g, '-'),
    membershipRule: null,
    membershipRuleProcessingState: null,
    onPremisesSyncEnabled: null,
    proxyAddresses: [],
    securityEnabled: true,
    visibility: group.isAssignableToRole ? 'Private' : null,
  };
}

/** Properties of a group without `$select`: everything the sandbox has. */
export const groupDefaults = [
  'id',
  'deletedDateTime',
  'createdDateTime',
  'description',
  'displayName',
  'groupTypes',
  'isAssignableToRole',
  'mail',
  'mailEnabled',
  'mailNickname',
  'membershipRule',
  'membershipRuleProcessingState',
  'onPremisesSyncEnabled',
  'proxyAddresses',
  'securityEnabled',
  'visibility',
];
