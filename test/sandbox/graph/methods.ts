import type { SandboxUser } from '../state';
import { accessDenied, badRequest } from './graph-error';
import { listedPass, policyInForce } from './replication';
import { holdsOneOf, methodReaders, reaches } from './roles';
import type { Call, Route } from './route';
import { tapObject } from './tap-object';
import { targetUser } from './target-user';

/** Collections of one kind: segment of the path, type of the method, the permission of its own. */
const kinds = [
  ['fido2Methods', 'fido2', 'Passkey'],
  ['windowsHelloForBusinessMethods', 'windowsHelloForBusiness', 'WindowsHello'],
  ['platformCredentialMethods', 'platformCredential', 'PlatformCred'],
  ['microsoftAuthenticatorMethods', 'microsoftAuthenticator', 'MicrosoftAuthApp'],
  ['phoneMethods', 'phone', 'Phone'],
  ['softwareOathMethods', 'softwareOath', 'SoftwareOATH'],
  ['emailMethods', 'email', 'Email'],
  ['externalAuthenticationMethods', 'external', 'External'],
] as const;

const every = ['UserAuthenticationMethod.Read.All', 'UserAuthenticationMethod.ReadWrite.All'];
const reading = { method: 'GET', roles: methodReaders, refuse: accessDenied } as const;

/** https://learn.microsoft.com/graph/api/authentication-list-methods and the lists of each kind. */
export const methodRoutes: Route[] = [
  {
    ...reading,
    path: '/users/{user-id}/authentication/methods',
    scopes: every,
    answer(call) {
      const user = readableUser(call);
      const pass = listedPass(call, user);
      const value = user._methods.map((method) => shown(call, method));
      if (pass) {
        value.push({
          '@odata.type': '#microsoft.graph.temporaryAccessPassAuthenticationMethod',
          ...tapObject(call.tenant, policyInForce(call), user, pass, call.state.now()),
        });
      }
      return { status: 200, body: { '@odata.context': context(call, user, 'methods'), value } };
    },
  },
  ...kinds.map(
    ([segment, type, permission]): Route => ({
      ...reading,
      path: `/users/{user-id}/authentication/${segment}`,
      scopes: [
        ...every,
        `UserAuthMethod-${permission}.Read.All`,
        `UserAuthMethod-${permission}.ReadWrite.All`,
      ],
      answer(call) {
        const user = readableUser(call);
        const value = user._methods
          .filter((method) => method['@odata.type'] === `#microsoft.graph.${type}AuthenticationMethod`)
          .map((method) => shown(call, method))
          // A collection of one type leaves the type out.
          .map(({ '@odata.type': _, ...method }) => method);
        return { status: 200, body: { '@odata.context': context(call, user, segment), value } };
      },
    }),
  ),
];

function readableUser(call: Call): SandboxUser {
  if (call.query.get('$select')?.includes('@odata.type')) {
    throw badRequest("Parsing OData Select and Expand failed: '@odata.type'.");
  }
  const user = targetUser(call);
  if (!reaches(call.tenant, call.caller, user, 'read')) throw accessDenied();
  return user;
}

/** An Authentication Administrator sees phone numbers masked. */
function shown({ caller }: Call, method: Record<string, unknown>): Record<string, unknown> {
  const sees = holdsOneOf(caller, ['Privileged Authentication Administrator', 'Global Administrator']);
  if (sees || typeof method.phoneNumber !== 'string') return method;
  const phoneNumber = method.phoneNumber.replaceAll(/(?<=\s.*)\d(?=.*\d\d$)/g, 'X');
  return { ...method, phoneNumber };
}

const context = ({ root }: Call, user: SandboxUser, segment: string) =>
  `${root}/$metadata#users('${user.id}')/authentication/${segment}`;
