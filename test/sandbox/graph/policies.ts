import { accessDenied, notFound } from './graph-error';
import { replacePolicy } from './replication';
import type { Call, Route } from './route';
import { changedTapPolicy } from './tap-policy-change';

const path = '/policies/authenticationMethodsPolicy';
const single = `${path}/authenticationMethodConfigurations/{authenticationMethodConfiguration-id}`;

const reading = {
  scopes: ['Policy.Read.AuthenticationMethod', 'Policy.ReadWrite.AuthenticationMethod', 'Policy.Read.All'],
  roles: ['Global Reader', 'Authentication Policy Administrator', 'Global Administrator'],
  refuse: accessDenied,
} as const;

/** https://learn.microsoft.com/graph/api/resources/authenticationmethodspolicy */
export const policyRoutes: Route[] = [
  {
    method: 'GET',
    path,
    ...reading,
    answer: (call) => ({
      status: 200,
      body: {
        '@odata.context': `${call.root}/$metadata#authenticationMethodsPolicy`,
        id: 'authenticationMethodsPolicy',
        displayName: 'Authentication Methods Policy',
        description: 'The tenant-wide policy that controls which authentication methods are allowed.',
        lastModifiedDateTime: '2026-01-05T08:00:00Z',
        policyVersion: '1.5',
        policyMigrationState: 'migrationComplete',
        authenticationMethodConfigurations: Object.values(configurations(call)),
      },
    }),
  },
  {
    method: 'GET',
    path: single,
    ...reading,
    answer: (call) => ({
      status: 200,
      body: {
        '@odata.context': `${call.root}/$metadata#authenticationMethodConfigurations/$entity`,
        ...configuration(call),
      },
    }),
  },
  {
    method: 'PATCH',
    path: single,
    scopes: ['Policy.ReadWrite.AuthenticationMethod'],
    roles: ['Authentication Policy Administrator', 'Global Administrator'],
    refuse: accessDenied,
    answer(call) {
      const { id } = configuration(call);
      if (id !== 'TemporaryAccessPass') throw notFound(id);
      replacePolicy(call, changedTapPolicy(call.tenant.policy, call.body));
      return { status: 204 };
    },
  },
];

const everybody = [{ targetType: 'group', id: 'all_users', isRegistrationRequired: false }];
const type = (name: string) => `#microsoft.graph.${name}AuthenticationMethodConfiguration`;

function configurations({ tenant }: Call) {
  const common = { state: 'enabled', excludeTargets: [] as unknown[] };
  return {
    temporaryaccesspass: {
      '@odata.type': type('temporaryAccessPass'),
      id: 'TemporaryAccessPass',
      ...tenant.policy,
    },
    fido2: {
      '@odata.type': type('fido2'),
      id: 'Fido2',
      ...tenant.passkeyPolicy,
      isAttestationEnforced: false,
      isSelfServiceRegistrationAllowed: true,
      keyRestrictions: { isEnforced: false, enforcementType: 'block', aaGuids: [] },
    },
    microsoftauthenticator: {
      '@odata.type': type('microsoftAuthenticator'),
      id: 'MicrosoftAuthenticator',
      ...common,
      isSoftwareOathEnabled: false,
      includeTargets: everybody.map((target) => ({ ...target, authenticationMode: 'any' })),
    },
    x509certificate: {
      '@odata.type': type('x509Certificate'),
      id: 'X509Certificate',
      ...common,
      state: 'disabled',
      includeTargets: everybody,
    },
  };
}

function configuration(call: Call) {
  const id = call.params['authenticationMethodConfiguration-id'] ?? '';
  const found = Object.entries(configurations(call)).find(([name]) => name === id.toLowerCase());
  if (!found) throw notFound(id);
  return found[1];
}
