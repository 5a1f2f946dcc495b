import type { SandboxUser } from '../state';
import { notFound } from './graph-error';
import { listReply } from './list';
import type { Call, Route } from './route';
import { graphTime } from './tap-object';

const path = '/reports/authenticationMethods/userRegistrationDetails';
const reading = {
  method: 'GET',
  scopes: ['AuditLog.Read.All'],
  roles: [
    'Reports Reader',
    'Security Reader',
    'Security Administrator',
    'Global Reader',
    'Global Administrator',
  ],
} as const;

/** https://learn.microsoft.com/graph/api/authenticationmethodsroot-list-userregistrationdetails */
export const reportRoutes: Route[] = [
  {
    ...reading,
    path,
    answer: (call) =>
      listReply(call, {
        context: 'reports/authenticationMethods/userRegistrationDetails',
        items: reported(call),
        fields: (user) => registrationDetails(call, user),
        show: (user) => registrationDetails(call, user),
        isReport: true,
      }),
  },
  {
    ...reading,
    path: `${path}/{userRegistrationDetails-id}`,
    answer(call) {
      const id = call.params['userRegistrationDetails-id'] ?? '';
      const user = reported(call).find((candidate) => candidate.id === id.toLowerCase());
      if (!user) throw notFound(id);
      const context = `${call.root}/$metadata#reports/authenticationMethods/userRegistrationDetails/$entity`;
      return { status: 200, body: { '@odata.context': context, ...registrationDetails(call, user) } };
    },
  },
];

/** Disabled users are missing from the report. */
const reported = ({ tenant }: Call) => tenant.users.filter(({ accountEnabled }) => accountEnabled);

/** What the report calls a registered method. */
function reportedName(method: Record<string, unknown>): string[] {
  const type = String(method['@odata.type']).replace(/^#microsoft\.graph\.|AuthenticationMethod$/g, '');
  const passwordless = method.createdDateTime ? ['microsoftAuthenticatorPasswordless'] : [];
  const names: Record<string, string[]> = {
    fido2: [method.passkeyType === 'synced' ? 'passKeySynced' : 'passKeyDeviceBound'],
    windowsHelloForBusiness: ['windowsHelloForBusiness'],
    platformCredential: ['macOsSecureEnclaveKey'],
    microsoftAuthenticator: ['microsoftAuthenticatorPush', ...passwordless],
    phone: ['mobilePhone'],
    softwareOath: ['softwareOneTimePasscode'],
    email: ['email'],
  };
  return names[type] ?? [];
}

function registrationDetails({ state }: Call, user: SandboxUser) {
  const methodsRegistered = user._methods.flatMap(reportedName);
  const isPasswordless = methodsRegistered.some((name) =>
    /^passKey|^windowsHello|Passwordless$|^macOs/.test(name),
  );
  const isMfa = methodsRegistered.some((name) => name !== 'email');
  return {
    id: user.id,
    userPrincipalName: user.userPrincipalName,
    userDisplayName: user.displayName,
    userType: user.userType.toLowerCase(),
    isAdmin: user._roles.length > 0,
    isSsprRegistered: false,
    isSsprEnabled: false,
    isSsprCapable: false,
    isMfaRegistered: isMfa,
    isMfaCapable: isMfa,
    isPasswordlessCapable: isPasswordless,
    methodsRegistered,
    isSystemPreferredAuthenticationMethodEnabled: true,
    systemPreferredAuthenticationMethods: [],
    userPreferredMethodForSecondaryAuthentication: 'none',
    lastUpdatedDateTime: graphTime(Math.floor(state.now() / 3_600_000) * 3_600_000),
  };
}
