import type { Permission } from '../utils/scopes';

/** What Guestpass does with each delegated permission. */
export const permissionWords: Record<Permission, string> = {
  'User.Read': 'Sign in, and know which admin is signed in.',
  'User.Read.All': "Read the user's name and tell an internal guest from other users.",
  'UserAuthMethod-TAP.ReadWrite.All': "Read the user's current Temporary Access Pass and issue a new one.",
  'Policy.Read.AuthenticationMethod': "Read the tenant's default lifetime and whether passes are one-time.",
  'UserAuthenticationMethod.Read.All': 'Show which sign-in methods the guest has registered.',
  'Policy.ReadWrite.AuthenticationMethod': 'Turn Temporary Access Pass on.',
  'Group.ReadBasic.All': 'Find the group that is to be let in.',
};
