import type { AccountInfo, IPublicClientApplication } from '@azure/msal-browser';

/** An account as one tenant knows it: `tenantId` a GUID, `homeAccountId` the same person's in every tenant. */
export type SignedIn = { tenantId: string; username: string; homeAccountId: string };

/** What the rest of Guestpass gets to know of an account. */
export function signedIn({ tenantId, username, homeAccountId }: AccountInfo): SignedIn {
  return { tenantId, username, homeAccountId };
}

/** The accounts known to the cloud of a `login` host, in a tenant (by GUID) or in any; the last one signed in first. */
export function knownAccounts(msal: IPublicClientApplication, login: string, tenant?: string): AccountInfo[] {
  const active = msal.getActiveAccount();
  const isOther = ({ localAccountId }: AccountInfo) => Number(localAccountId !== active?.localAccountId);
  const known = msal.getAllAccounts({ environment: login }).sort((a, b) => isOther(a) - isOther(b));
  return tenant ? known.filter(({ tenantId }) => tenantId === tenant) : known;
}

/**
 * Who may get a token for the tenant (a GUID, or a domain not seen yet): its own accounts, else everybody known.
 * Without a tenant: the last one signed in.
 */
export function accountsFor(
  msal: IPublicClientApplication,
  login: string,
  tenant: string | undefined,
): AccountInfo[] {
  if (!tenant) return knownAccounts(msal, login).slice(0, 1);
  const own = knownAccounts(msal, login, tenant);
  if (own.length > 0) return own;
  const people = new Map(knownAccounts(msal, login).map((account) => [account.homeAccountId, account]));
  // MSAL looks its cache up by the account's tenant, not by the authority: unchanged, such an account would be
  // given the token of the tenant it came from.
  return [...people.values()].map((account) => ({ ...account, tenantId: tenant }));
}
