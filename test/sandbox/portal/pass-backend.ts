import { GraphError } from '../graph/graph-error';
import { usualModes } from '../graph/modes';
import { holdsOneOf, methodWriters } from '../graph/roles';
import type { Call } from '../graph/route';
import { temporaryAccessPassRoutes } from '../graph/temporary-access-pass';
import type { SandboxState, SandboxTenant, SandboxUser } from '../state';
import type { Answer } from './backend';

type Question = {
  state: SandboxState;
  tenant: SandboxTenant;
  caller: SandboxUser;
  user: SandboxUser;
  method: string;
  text: string;
};

/**
 * Issues (POST), shows (GET) or deletes (DELETE) a user's pass on the portal's own way. The rules are those of the
 * sandbox's Graph, called as a function: no request to Graph is made, so that tests can count the extension's.
 */
export function answerPass(question: Question): Answer {
  const { caller, user, method } = question;
  try {
    if (method === 'GET') return answerOf(question, 'GET', false);
    if (!holdsOneOf(caller, methodWriters))
      return { status: 403, body: { error: { message: 'You do not have access.' } } };
    if (method === 'DELETE' && !user._pass) return { status: 204 };
    return answerOf(question, method, method === 'DELETE');
  } catch (error) {
    if (!(error instanceof GraphError)) throw error;
    return { status: error.status, body: { error: { message: error.message } } };
  }
}

function answerOf(
  { state, tenant, caller, user, text }: Question,
  method: string,
  isSingle: boolean,
): Answer {
  const route = temporaryAccessPassRoutes.find(
    (known) => known.method === method && isSingle === known.path.endsWith('}'),
  );
  if (!route) return { status: 405, body: { error: { message: 'Not allowed.' } } };
  const call: Call = {
    state,
    modes: usualModes(),
    tenant,
    caller,
    token: {
      tenantId: tenant.id,
      userId: caller.id,
      clientId: portalClientId,
      scopes: [],
      expires: Infinity,
    },
    method,
    params: {
      'user-id': user.id,
      'temporaryAccessPassAuthenticationMethod-id': user._pass?.id ?? '',
    },
    query: new URLSearchParams(),
    headers: {},
    body: text ? JSON.parse(text) : {},
    root: '',
    target: '',
  };
  const { status, body } = route.answer(call);
  return body === undefined ? { status } : { status, body };
}

/** Application id of the portals. https://learn.microsoft.com/entra/identity/authentication/concept-mandatory-multifactor-authentication */
const portalClientId = 'c44b4083-3bb0-49c1-b47d-974e53cbdf3c';
