/** What kind of account a user is to this tenant; the names of Conditional Access where it has one. */
export type ExternalUserType =
  | 'internalGuest'
  | 'internalMember'
  | 'b2bCollaborationGuest'
  | 'b2bCollaborationMember'
  | 'uncertain';

/** The fields of a Graph user that decide, as they come off the wire: any may be missing or not what it should be. */
export type UserAsRead = {
  userType?: unknown;
  creationType?: unknown;
  externalUserState?: unknown;
  userPrincipalName?: unknown;
  identities?: unknown;
};

/**
 * Where this user's sign-in lives. External takes one sign: a federated identity, an invitation's state or `#EXT#`
 * in the user principal name. Internal takes proof: none of these signs, all fields read, a userPrincipalName
 * identity, and every identity issued by one of the tenant's `verifiedDomains` (exactly: a subdomain that users are in
 * is listed itself). Accounts created for External ID's customers (`LocalAccount`), and guests created by invitation
 * or sign-up but without an external sign, stay `uncertain`, as does all else.
 * https://learn.microsoft.com/entra/external-id/user-properties
 * https://learn.microsoft.com/graph/api/resources/objectidentity
 */
export function externalUserType(user: UserAsRead, verifiedDomains: string[]): ExternalUserType {
  const userType = lower(user.userType);
  const state = lower(user.externalUserState);
  const userPrincipalName = lower(user.userPrincipalName);
  const identities = identitiesIn(user.identities);

  const isExternal =
    state === 'accepted' ||
    state === 'pendingacceptance' ||
    userPrincipalName?.includes('#ext#') ||
    identities?.some(({ signInType }) => signInType === 'federated');
  // Both kinds are treated alike, so an external account that hides its userType may pass for a guest.
  if (isExternal) return userType === 'member' ? 'b2bCollaborationMember' : 'b2bCollaborationGuest';

  const domains = new Set(verifiedDomains.map(lower));
  const isInternal =
    user.externalUserState === null &&
    userPrincipalName &&
    lower(user.creationType) !== 'localaccount' &&
    identities?.every(({ signInType, issuer }) => signInType && issuer && domains.has(issuer)) &&
    identities.some(({ signInType }) => signInType === 'userprincipalname');
  // Security: what is not proven is never called an internal guest.
  if (!isInternal) return 'uncertain';
  if (userType === 'member') return 'internalMember';
  return userType === 'guest' && user.creationType === null ? 'internalGuest' : 'uncertain';
}

/** Undefined where there is no list; an unreadable entry stays, as one without a signInType. */
function identitiesIn(list: unknown) {
  if (!Array.isArray(list)) return undefined;
  return list.map((identity: unknown) => {
    const { signInType, issuer }: { signInType?: unknown; issuer?: unknown } = Object(identity);
    return { signInType: lower(signInType), issuer: lower(issuer) };
  });
}

/** ASCII alone: `toLowerCase` makes a `k` of the Kelvin sign, and one domain of two. */
function lower(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  return value.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}
