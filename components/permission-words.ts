import type { TextKey } from '../utils/interface-text';
import type { Permission } from '../utils/scopes';

/** What Guestpass does with each delegated permission. */
export const permissionWords: Record<Permission, TextKey> = {
  'User.Read': 'permissionUserRead',
  'User.Read.All': 'permissionUserReadAll',
  'UserAuthMethod-TAP.ReadWrite.All': 'permissionTap',
  'Policy.Read.AuthenticationMethod': 'permissionPolicyRead',
  'UserAuthenticationMethod.Read.All': 'permissionMethods',
  'Policy.ReadWrite.AuthenticationMethod': 'permissionPolicyChange',
  'Group.ReadBasic.All': 'permissionGroups',
};
