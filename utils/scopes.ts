/** What a token is for; each purpose asks for its permissions when it is first used, not before. */
export type Purpose = 'issue' | 'watchMethods' | 'changePolicy';

/** Delegated permissions of the main flow; each is explained in README.md. */
const main = [
  'User.Read',
  'User.Read.All',
  'UserAuthMethod-TAP.ReadWrite.All',
  'Policy.Read.AuthenticationMethod',
] as const;

const scopes: Record<Purpose, readonly string[]> = {
  issue: main,
  watchMethods: [...main, 'UserAuthenticationMethod.Read.All'],
  changePolicy: [...main, 'Policy.ReadWrite.AuthenticationMethod', 'Group.ReadBasic.All'],
};

/**
 * The delegated permissions a purpose takes, by their short names.
 * https://learn.microsoft.com/graph/permissions-reference
 */
export function scopesFor(purpose: Purpose): readonly string[] {
  return scopes[purpose];
}
