import type { SandboxUser } from '../state';
import { accessDenied, GraphError, methodRefused, notFound, selfService } from './graph-error';
import { listedPass, policyInForce, replacePass } from './replication';
import { methodReaders, methodWriters, reaches } from './roles';
import type { Call, Route } from './route';
import { newPass } from './tap-create';
import { tapObject } from './tap-object';
import { isExternal, isInTapScope } from './tap-scope';
import { targetUser } from './target-user';

const collection = '/users/{user-id}/authentication/temporaryAccessPassMethods';
const single = `${collection}/{temporaryAccessPassAuthenticationMethod-id}`;

const common = {
  refuse: accessDenied,
  // https://learn.microsoft.com/graph/api/resources/temporaryaccesspassauthenticationmethod
  absentFrom: ['microsoftgraph.chinacloudapi.cn'],
} as const;
const writing = {
  ...common,
  scopes: ['UserAuthMethod-TAP.ReadWrite.All', 'UserAuthenticationMethod.ReadWrite.All'],
  roles: methodWriters,
} as const;
const reading = {
  ...common,
  scopes: [...writing.scopes, 'UserAuthMethod-TAP.Read.All', 'UserAuthenticationMethod.Read.All'],
  roles: methodReaders,
} as const;

/** https://learn.microsoft.com/graph/api/resources/temporaryaccesspassauthenticationmethod */
export const temporaryAccessPassRoutes: Route[] = [
  {
    method: 'GET',
    path: collection,
    ...reading,
    answer(call) {
      const user = readable(call);
      const pass = listedPass(call, user);
      const value = pass ? [shown(call, user, pass)] : [];
      return { status: 200, body: { '@odata.context': context(call, user), value } };
    },
  },
  {
    method: 'GET',
    path: single,
    ...reading,
    answer(call) {
      const user = readable(call);
      const pass = existing(call, listedPass(call, user));
      return {
        status: 200,
        body: { '@odata.context': `${context(call, user)}/$entity`, ...shown(call, user, pass) },
      };
    },
  },
  { method: 'POST', path: collection, ...writing, answer: create },
  {
    method: 'DELETE',
    path: single,
    ...writing,
    answer(call) {
      const user = writable(call);
      existing(call, user._pass);
      replacePass(call, user, undefined);
      return { status: 204 };
    },
  },
];

function create(call: Call) {
  const user = writable(call);
  const policy = policyInForce(call);
  if (isExternal(user)) {
    throw methodRefused('Temporary Access Pass cannot be added to an external guest user.');
  }
  if (!isInTapScope(call.tenant, policy, user)) {
    throw methodRefused(
      'Converged UserCredentialPolicy does not allow creating or updating this authentication method. AuthMethodType [TemporaryAccessPass].',
    );
  }
  const pass = newPass(call.body, policy, call.state.now());
  if (user._pass && call.modes.secondPass === 'conflict') {
    throw new GraphError(409, 'conflict', 'The user already has a Temporary Access Pass.', true);
  }
  replacePass(call, user, pass);
  const body = {
    '@odata.context': `${context(call, user)}/$entity`,
    ...shown(call, user, pass),
    temporaryAccessPass: pass.code,
  };
  return { status: 201, headers: { Location: `${call.root}${call.target}/${pass.id}` }, body };
}

function readable(call: Call): SandboxUser {
  const user = targetUser(call);
  if (!reaches(call.tenant, call.caller, user, 'read')) throw accessDenied();
  return user;
}

function writable(call: Call): SandboxUser {
  const user = targetUser(call);
  if (user === call.caller) throw selfService(user.id);
  if (!reaches(call.tenant, call.caller, user, 'write')) throw accessDenied();
  return user;
}

type Pass = NonNullable<SandboxUser['_pass']>;

function existing({ params }: Call, pass: Pass | undefined): Pass {
  const id = params['temporaryAccessPassAuthenticationMethod-id'] ?? '';
  if (pass?.id !== id.toLowerCase()) throw notFound(id);
  return pass;
}

const shown = (call: Call, user: SandboxUser, pass: Pass) =>
  tapObject(call.tenant, policyInForce(call), user, pass, call.state.now());

const context = ({ root }: Call, user: SandboxUser) =>
  `${root}/$metadata#users('${user.id}')/authentication/temporaryAccessPassMethods`;
