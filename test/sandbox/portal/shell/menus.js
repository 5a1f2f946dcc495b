/** Items of a blade's menu: id in the address, words, icon. Ids nobody published are the words without spaces. */
export const userMenu = [
  ['overview', 'Overview', 'person'],
  ['AuditLogs', 'Audit logs', 'log'],
  ['SignIns', 'Sign-in logs', 'signIn'],
  ['DiagnoseAndSolve', 'Diagnose and solve problems', 'wrench'],
  ['CustomSecurityAttributes', 'Custom security attributes', 'tag', 'Manage'],
  ['AdministrativeRole', 'Assigned roles', 'role'],
  ['AdministrativeUnits', 'Administrative units', 'unit'],
  ['Groups', 'Groups', 'people'],
  ['Applications', 'Applications', 'app'],
  ['Licenses', 'Licenses', 'license'],
  ['Devices', 'Devices', 'device'],
  ['SubscriptionResources', 'Azure role assignments', 'azure'],
  ['UserAuthMethods', 'Authentication methods', 'shield'],
  ['NewSupportRequest', 'New support request', 'support', 'Troubleshooting + Support'],
];

export const usersMenu = [
  ['AllUsers', 'All users', 'person'],
  ['AuditLogs', 'Audit logs', 'log'],
  ['SignIns', 'Sign-in logs', 'signIn'],
  ['DiagnoseAndSolve', 'Diagnose and solve problems', 'wrench'],
  ['DeletedUsers', 'Deleted users', 'bin', 'Manage'],
  ['PasswordReset', 'Password reset', 'key'],
  ['UserSettings', 'User settings', 'gear'],
  ['BulkOperationResults', 'Bulk operation results', 'log'],
  ['NewSupportRequest', 'New support request', 'support', 'Troubleshooting + Support'],
];

export const groupMenu = [
  ['Overview', 'Overview', 'overview'],
  ['Properties', 'Properties', 'columns', 'Manage'],
  ['Members', 'Members', 'people'],
  ['Owners', 'Owners', 'person'],
  ['GroupMemberships', 'Group memberships', 'people'],
  ['Applications', 'Applications', 'app'],
];

export const deviceMenu = [
  ['Properties', 'Properties', 'device', 'Manage'],
  ['Roles', 'Roles and administrators', 'role'],
  ['AdministrativeUnits', 'Administrative units', 'unit'],
  ['AuditLogs', 'Audit logs', 'log', 'Activity'],
];

export const appMenu = [
  ['Overview', 'Overview', 'overview'],
  ['quickStart', 'Quickstart', 'star'],
  ['Branding', 'Branding & properties', 'columns', 'Manage'],
  ['Authentication', 'Authentication', 'signIn'],
  ['Credentials', 'Certificates & secrets', 'key'],
  ['CallAnAPI', 'API permissions', 'shield'],
  ['Owners', 'Owners', 'people'],
];

export const identityProtectionMenu = [
  ['Overview', 'Dashboard', 'overview'],
  ['RiskyUsers', 'Risky users', 'person', 'Report'],
  ['RiskDetections', 'Risk detections', 'risk'],
];

export const methodsMenu = [
  ['AdminAuthMethods', 'Policies', 'shield', 'Manage'],
  ['PasswordProtection', 'Password protection', 'key'],
  ['RegistrationCampaign', 'Registration campaign', 'person'],
  ['AuthStrengths', 'Authentication strengths', 'role'],
  ['AuthMethodsSettings', 'Settings', 'gear'],
];
