import { element } from '../look/element.js';
import { icon } from '../look/icons.js';

const sidebar = document.querySelector('.fxs-sidebar');

const items = [
  ['Home', 'home', '#home'],
  ["What's new", 'news', '#view/Microsoft_AAD_IAM/WhatsNew.ReactView'],
  ['Diagnose & solve problems', 'wrench', '#view/Microsoft_AAD_IAM/DiagnoseAndSolve.ReactView'],
  ['Entra ID'],
  ['Overview', 'overview', '#view/Microsoft_AAD_IAM/TenantOverview.ReactView'],
  ['Users', 'person', '#view/Microsoft_AAD_UsersAndTenants/UserManagementMenuBlade/~/AllUsers/menuId/'],
  ['Groups', 'people', '#view/Microsoft_AAD_IAM/GroupsManagementMenuBlade/~/AllGroups/menuId/'],
  ['Devices', 'device', '#view/Microsoft_AAD_Devices/DevicesMenuBlade/~/Devices/menuId/'],
  ['Enterprise apps', 'app', '#view/Microsoft_AAD_IAM/StartboardApplicationsMenuBlade/~/AppAppsPreview'],
  [
    'App registrations',
    'app',
    '#view/Microsoft_AAD_RegisteredApps/ApplicationsListBlade/quickStartType~/null/sourceType/Microsoft_AAD_IAM',
  ],
  ['Roles & admins', 'role', '#view/Microsoft_AAD_IAM/AllRolesBlade'],
  ['Conditional Access', 'lock', '#view/Microsoft_AAD_ConditionalAccess/ConditionalAccessBlade/~/Overview'],
  [
    'Authentication methods',
    'shield',
    '#view/Microsoft_AAD_IAM/AuthenticationMethodsMenuBlade/~/AdminAuthMethods',
  ],
  ['Password reset', 'key', '#view/Microsoft_AAD_IAM/PasswordResetMenuBlade/~/Properties'],
  ['Security and governance'],
  ['ID Protection', 'risk', '#view/Microsoft_AAD_IAM/IdentityProtectionMenuBlade/~/RiskyUsers'],
  ['ID Governance', 'license', '#view/Microsoft_AAD_ERM/DashboardBlade/~/GettingStarted'],
  ['Global Secure Access', 'globe', '#view/Microsoft_Azure_Network_Access/Welcome.ReactView'],
  ['New support request', 'support', '#view/Microsoft_Azure_Support/NewSupportRequestV3Blade'],
];

/** Draws the left menu: docked in the admin centers, a fly-out in the Azure portal. Its items are plain links. */
export function drawLeftMenu() {
  const { isMenuDocked } = window.fx.environment;
  sidebar.classList.add(isMenuDocked ? 'fxs-sidebar-is-docked' : 'fxs-sidebar-is-flyout');
  sidebar.hidden = !isMenuDocked;
  for (const [words, picture, hash] of items) {
    sidebar.append(
      hash
        ? element('a.fxs-sidebar-item', { href: hash }, icon(picture), element('span', {}, words))
        : element('.fxs-sidebar-heading', {}, words),
    );
  }
  if (!isMenuDocked)
    sidebar.addEventListener('click', () => {
      sidebar.hidden = true;
    });
}

/** Shows or hides the left menu. */
export function toggleLeftMenu() {
  sidebar.hidden = !sidebar.hidden;
}
