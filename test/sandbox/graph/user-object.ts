import type { SandboxUser } from '../state';
import { select, selected } from './select';

/** Properties Graph returns when no `$select` is given. https://learn.microsoft.com/graph/api/user-get */
const defaults = [
  'businessPhones',
  'displayName',
  'givenName',
  'jobTitle',
  'mail',
  'mobilePhone',
  'officeLocation',
  'preferredLanguage',
  'surname',
  'userPrincipalName',
  'id',
];

/** What `User.ReadBasic.All` opens. https://learn.microsoft.com/graph/permissions-reference */
const basicProfile = new Set([
  'id',
  'displayName',
  'givenName',
  'surname',
  'mail',
  'userPrincipalName',
  'securityIdentifier',
]);

/** Properties that no user of the sandbox has a value for. */
const absent: Record<string, unknown> = {
  ageGroup: null,
  assignedLicenses: [],
  authorizationInfo: { certificateUserIds: [] },
  businessPhones: [],
  city: null,
  companyName: null,
  country: null,
  createdDateTime: '2026-01-05T08:00:00Z',
  deletedDateTime: null,
  department: null,
  employeeHireDate: null,
  employeeId: null,
  employeeLeaveDateTime: null,
  employeeType: null,
  givenName: null,
  imAddresses: [],
  isResourceAccount: null,
  jobTitle: null,
  lastPasswordChangeDateTime: null,
  mailNickname: null,
  mobilePhone: null,
  officeLocation: null,
  onPremisesDistinguishedName: null,
  onPremisesDomainName: null,
  onPremisesImmutableId: null,
  onPremisesLastSyncDateTime: null,
  onPremisesSamAccountName: null,
  onPremisesSecurityIdentifier: null,
  onPremisesUserPrincipalName: null,
  otherMails: [],
  passwordPolicies: null,
  postalCode: null,
  preferredDataLocation: null,
  proxyAddresses: [],
  securityIdentifier: null,
  showInAddressList: null,
  state: null,
  streetAddress: null,
  surname: null,
  usageLocation: null,
};

/** All public properties of a user; what only the sandbox knows stays out. */
export function publicUser(user: SandboxUser): Record<string, unknown> {
  // Inherited, not copied: a list makes one of these for each user.
  const shown: Record<string, unknown> = Object.create(absent);
  for (const name in user) if (!name.startsWith('_')) shown[name] = user[name as keyof SandboxUser];
  return shown;
}

/** A user as Graph shows it for this `$select` and these scopes. */
export function userObject(user: SandboxUser, query: URLSearchParams, scopes: readonly string[]) {
  const shown = select(publicUser(user), selected(query), defaults, 'microsoft.graph.user');
  if (scopes.includes('User.Read.All') || scopes.includes('Directory.Read.All')) return shown;
  return Object.fromEntries(Object.entries(shown).filter(([name]) => basicProfile.has(name)));
}

/** A user without restriction of scopes, as `/me` shows it. */
export const ownUserObject = (user: SandboxUser, query: URLSearchParams) =>
  select(publicUser(user), selected(query), defaults, 'microsoft.graph.user');
