import type { SandboxTenant, SandboxUser } from './state';

/** Application (client) ID that the sandbox's tenants know. */
export const sandboxClientId = '6e57a001-5a9d-4b0c-8c1d-9a55e5b0c0de';
export const contosoId = 'c0a70501-0c0a-4705-80c0-a70500000001';
export const fabrikamId = 'fab21ca0-0fab-4721-8ca0-fab21ca00001';

/** Object ids the tests speak of. Readable on purpose: the last digits count. */
const id = (n: number) => `10000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

/** Permissions Guestpass asks for, as an administrator of the seed tenants has granted them. */
const granted = [
  'User.Read',
  'User.Read.All',
  'UserAuthMethod-TAP.ReadWrite.All',
  'Policy.Read.AuthenticationMethod',
];

type Sketch = Partial<SandboxUser> & { id: string; displayName: string; userPrincipalName: string };

function internal(issuer: string, sketch: Sketch): SandboxUser {
  return {
    mail: null,
    userType: 'Guest',
    creationType: null,
    externalUserState: null,
    externalUserStateChangeDateTime: null,
    identities: [{ signInType: 'userPrincipalName', issuer, issuerAssignedId: sketch.userPrincipalName }],
    onPremisesSyncEnabled: null,
    accountEnabled: true,
    isManagementRestricted: null,
    preferredLanguage: null,
    _groups: [],
    _roles: [],
    _sponsorIds: [],
    _methods: [
      {
        '@odata.type': '#microsoft.graph.passwordAuthenticationMethod',
        id: '28c10230-6103-485e-b985-444c60001490',
        password: null,
        createdDateTime: '2026-01-05T08:00:00Z',
      },
    ],
    ...sketch,
  };
}

/** An invited account: it signs in with `issuer` (`ExternalAzureAD`, `mail`, `google.com` …), not here. */
function invited(host: string, issuer: string | undefined, sketch: Sketch): SandboxUser {
  const user = internal(host, sketch);
  return {
    ...user,
    creationType: 'Invitation',
    externalUserState: 'Accepted',
    externalUserStateChangeDateTime: '2026-02-02T09:00:00Z',
    ...sketch,
    identities: [
      ...(issuer
        ? [
            {
              signInType: 'federated',
              issuer,
              issuerAssignedId: issuer === 'ExternalAzureAD' ? null : user.mail,
            },
          ]
        : []),
      ...user.identities,
    ],
  };
}

/** Groups of Contoso by name. */
export const groups = {
  contractors: '20000000-0000-4000-8000-000000000001',
  noPasses: '20000000-0000-4000-8000-000000000002',
  helpdesk: '20000000-0000-4000-8000-000000000003',
  /** A member of `contractors`, so that membership is transitive. */
  suppliers: '20000000-0000-4000-8000-000000000004',
};

/** People of Contoso by what they are for. The ids are stable. */
export const people = {
  ines: id(1),
  longName: id(2),
  arabic: id(3),
  suppliersOnly: id(4),
  excluded: id(5),
  disabled: id(6),
  restricted: id(7),
  roleHolder: id(8),
  /** B2B and members: nothing may be drawn. */
  adele: id(20),
  petra: id(21),
  otto: id(22),
  mara: id(23),
  gus: id(24),
  emil: id(30),
  carla: id(31),
  /** Administrators. */
  avery: id(50),
  helen: id(51),
  pat: id(52),
  gina: id(53),
  rita: id(54),
  noah: id(55),
  /** Fabrikam. */
  fabrikamGuest: id(70),
  fabrikamAdmin: id(71),
  averyAtFabrikam: id(72),
};

/** Contoso: the tenant of the story. Policy on for everybody, 60–480 minutes, multi-use allowed; no passkeys yet. */
export function contoso(redirectUris: string[]): SandboxTenant {
  const host = 'contoso.onmicrosoft.com';
  const guest = (sketch: Sketch) => internal(host, sketch);
  const admin = (user: Sketch) => internal(host, { userType: 'Member', ...user });
  const b2b = (issuer: string | undefined, user: Sketch) => invited(host, issuer, user);
  return {
    id: contosoId,
    displayName: 'Contoso',
    domains: ['contoso.com', host],
    groups: [
      { id: groups.contractors, displayName: 'TAP Contractors', isAssignableToRole: false, _groups: [] },
      { id: groups.noPasses, displayName: 'No passes', isAssignableToRole: false, _groups: [] },
      { id: groups.helpdesk, displayName: 'Helpdesk tier 1', isAssignableToRole: true, _groups: [] },
      {
        id: groups.suppliers,
        displayName: 'Suppliers',
        isAssignableToRole: false,
        _groups: [groups.contractors],
      },
    ],
    apps: [{ clientId: sandboxClientId, redirectUris, registered: granted, adminConsent: [...granted] }],
    policy: {
      state: 'enabled',
      defaultLifetimeInMinutes: 60,
      minimumLifetimeInMinutes: 60,
      maximumLifetimeInMinutes: 480,
      defaultLength: 8,
      isUsableOnce: false,
      includeTargets: [{ targetType: 'group', id: 'all_users', isRegistrationRequired: false }],
      excludeTargets: [{ targetType: 'group', id: groups.noPasses }],
    },
    passkeyPolicy: {
      state: 'disabled',
      includeTargets: [{ targetType: 'group', id: 'all_users', isRegistrationRequired: false }],
      excludeTargets: [],
    },
    users: [
      guest({
        id: people.ines,
        displayName: 'Ines Contractor',
        userPrincipalName: 'ines@contoso.com',
        mail: 'ines@supplier.example',
        preferredLanguage: 'es-ES',
        _groups: [groups.contractors],
        _managerId: people.emil,
        _sponsorIds: [people.emil],
      }),
      guest({
        id: people.longName,
        displayName: 'Maximiliane-Alexandra Freifrau von Hohenlohe-Waldenburg-Schillingsfürst (Supplier)',
        userPrincipalName: 'maximiliane-alexandra.von-hohenlohe-waldenburg-schillingsfuerst@contoso.com',
        mail: 'maximiliane@supplier.example',
        preferredLanguage: 'de-DE',
      }),
      guest({
        id: people.arabic,
        displayName: 'ليلى المقاولة',
        userPrincipalName: 'layla@contoso.com',
        mail: 'layla@supplier.example',
        preferredLanguage: 'ar',
      }),
      guest({
        id: people.suppliersOnly,
        displayName: 'Sunil Supplier',
        userPrincipalName: 'sunil@contoso.com',
        _groups: [groups.suppliers],
      }),
      guest({
        id: people.excluded,
        displayName: 'Xenia Excluded',
        userPrincipalName: 'xenia@contoso.com',
        _groups: [groups.noPasses],
      }),
      guest({
        id: people.disabled,
        displayName: 'Dora Disabled',
        userPrincipalName: 'dora@contoso.com',
        accountEnabled: false,
      }),
      guest({
        id: people.restricted,
        displayName: 'Rafa Restricted',
        userPrincipalName: 'rafa@contoso.com',
        isManagementRestricted: true,
      }),
      guest({
        id: people.roleHolder,
        displayName: 'Uma User-Admin',
        userPrincipalName: 'uma@contoso.com',
        _roles: ['User Administrator'],
      }),
      b2b('ExternalAzureAD', {
        id: people.adele,
        displayName: 'Adele Partner',
        userPrincipalName: 'adele_fabrikam.com#EXT#@contoso.onmicrosoft.com',
        mail: 'adele@fabrikam.com',
      }),
      b2b(undefined, {
        id: people.petra,
        displayName: 'Petra Pending',
        userPrincipalName: 'petra_fabrikam.com#EXT#@contoso.onmicrosoft.com',
        mail: 'petra@fabrikam.com',
        externalUserState: 'PendingAcceptance',
      }),
      b2b('mail', {
        id: people.otto,
        displayName: 'Otto OTP',
        userPrincipalName: 'otto_example.org#EXT#@contoso.onmicrosoft.com',
        mail: 'otto@example.org',
      }),
      b2b('ExternalAzureAD', {
        id: people.mara,
        displayName: 'Mara Sister-Company',
        userPrincipalName: 'mara_sister.com#EXT#@contoso.onmicrosoft.com',
        mail: 'mara@sister.com',
        userType: 'Member',
      }),
      b2b('google.com', {
        id: people.gus,
        displayName: 'Gus Google',
        userPrincipalName: 'gus_gmail.com#EXT#@contoso.onmicrosoft.com',
        mail: 'gus@gmail.com',
      }),
      admin({
        id: people.emil,
        displayName: 'Emil Employee',
        userPrincipalName: 'emil@contoso.com',
        mail: 'emil@contoso.com',
        onPremisesSyncEnabled: true,
      }),
      admin({
        id: people.carla,
        displayName: 'Carla Converted',
        userPrincipalName: 'carla@contoso.com',
        mail: 'carla@contoso.com',
        creationType: 'Invitation',
      }),
      admin({
        id: people.avery,
        displayName: 'Avery Admin',
        userPrincipalName: 'avery@contoso.com',
        _roles: ['Authentication Administrator', 'Global Reader'],
      }),
      admin({
        id: people.helen,
        displayName: 'Helen Helpdesk',
        userPrincipalName: 'helen@contoso.com',
        _roles: ['Authentication Administrator'],
      }),
      admin({
        id: people.pat,
        displayName: 'Pat Policy',
        userPrincipalName: 'pat@contoso.com',
        _roles: ['Authentication Policy Administrator'],
      }),
      admin({
        id: people.gina,
        displayName: 'Gina Global',
        userPrincipalName: 'gina@contoso.com',
        _roles: ['Global Administrator'],
      }),
      admin({
        id: people.rita,
        displayName: 'Rita Reader',
        userPrincipalName: 'rita@contoso.com',
        _roles: ['Global Reader'],
      }),
      admin({ id: people.noah, displayName: 'Noah Norole', userPrincipalName: 'noah@contoso.com' }),
    ],
  };
}

/** Fabrikam: a second tenant, where Avery is an administrator from outside. */
export function fabrikam(redirectUris: string[]): SandboxTenant {
  const host = 'fabrikam.onmicrosoft.com';
  return {
    id: fabrikamId,
    displayName: 'Fabrikam',
    domains: ['fabrikam.com', host],
    groups: [],
    apps: [{ clientId: sandboxClientId, redirectUris, registered: granted, adminConsent: [...granted] }],
    policy: { ...contoso([]).policy, excludeTargets: [], isUsableOnce: true, defaultLifetimeInMinutes: 120 },
    passkeyPolicy: contoso([]).passkeyPolicy,
    users: [
      internal(host, {
        id: people.fabrikamGuest,
        displayName: 'Felix Freelancer',
        userPrincipalName: 'felix@fabrikam.com',
        mail: 'felix@freelance.example',
      }),
      internal(host, {
        id: people.fabrikamAdmin,
        displayName: 'Fiona Fabrikam',
        userPrincipalName: 'fiona@fabrikam.com',
        userType: 'Member',
        _roles: ['Authentication Administrator', 'Global Reader'],
      }),
      invited(host, 'ExternalAzureAD', {
        id: people.averyAtFabrikam,
        displayName: 'Avery Admin (Contoso)',
        userPrincipalName: 'avery_contoso.com#EXT#@fabrikam.onmicrosoft.com',
        mail: 'avery@contoso.com',
        _roles: ['Authentication Administrator', 'Global Reader'],
        _home: { tenantId: contosoId, userId: people.avery },
      }),
    ],
  };
}
