import { externalUserType } from './external-user-type';
import type { GraphUser } from './graph-replies';
import type { Guest } from './messages';
import { shownText } from './shown-text';

/** A user as Guestpass names them, in a tenant with these `verifiedDomains`; what strangers wrote is made plain. */
export function guestOf(user: GraphUser, verifiedDomains: string[]): Guest {
  const { id, accountEnabled, mail, preferredLanguage } = user;
  const userPrincipalName = shownText(user.userPrincipalName);
  return {
    id: id.toLowerCase(),
    displayName: shownText(user.displayName ?? '') || userPrincipalName,
    userPrincipalName,
    externalUserType: externalUserType(user, verifiedDomains),
    accountEnabled: accountEnabled ?? true,
    ...(mail ? { mail: shownText(mail) } : {}),
    ...(preferredLanguage ? { preferredLanguage } : {}),
  };
}
