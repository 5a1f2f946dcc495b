import type { Cloud } from './clouds';

/** The user a portal page shows: exactly one of `userId` (GUID, lower case) and `userPrincipalName`. */
export type UserPage = {
  cloud: Cloud;
  userId?: string;
  userPrincipalName?: string;
  /** Tenant the address names, a GUID or a domain, lower case. A hint only. */
  tenantHint?: string;
};

/** The user whose page this address shows, or undefined. */
export function userPageFromUrl(_url: string): UserPage | undefined {
  throw new Error('being written');
}
