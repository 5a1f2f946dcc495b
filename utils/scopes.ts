/**
 * What a token is for; each purpose asks for its permissions when it is first used, not before. `testConnection` asks
 * for whatever is granted.
 */
export type Purpose = 'issue' | 'watchMethods' | 'changePolicy' | 'testConnection';

/** Delegated permissions of the main flow; each is explained in README.md. */
const main = [
  'User.Read',
  'User.Read.All',
  'UserAuthMethod-TAP.ReadWrite.All',
  'Policy.Read.AuthenticationMethod',
] as const;

/** What a purpose takes beside them. */
const more = {
  watchMethods: ['UserAuthenticationMethod.Read.All'],
  changePolicy: ['Policy.ReadWrite.AuthenticationMethod', 'Group.ReadBasic.All'],
} as const;

/** A delegated permission of Microsoft Graph that Guestpass uses, by its short name. */
export type Permission = (typeof main)[number] | (typeof more)[keyof typeof more][number];

/** What issuing takes, and what only the other purposes take beside it. */
export const permissions = { main, ...more } as const;

/** https://learn.microsoft.com/entra/identity-platform/scopes-oidc#the-default-scope */
const whateverIsGranted = ['.default'] as const;

const scopes: Record<Purpose, readonly string[]> = {
  issue: main,
  watchMethods: [...main, ...more.watchMethods],
  changePolicy: [...main, ...more.changePolicy],
  testConnection: whateverIsGranted,
};

/**
 * The delegated permissions a purpose takes, by their short names.
 * https://learn.microsoft.com/graph/permissions-reference
 */
export function scopesFor(purpose: Purpose): readonly string[] {
  return scopes[purpose];
}
