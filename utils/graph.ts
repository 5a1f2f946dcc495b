import { Client } from '@microsoft/microsoft-graph-client/lib/es/src/Client';
import { ResponseType } from '@microsoft/microsoft-graph-client/lib/es/src/ResponseType';
import * as v from 'valibot';
import { FailureError } from './failures';
import { failureOfReply, type GraphReply } from './graph-failure';
import { createGraphMiddleware, type GetToken } from './graph-middleware';
import {
  batchReply,
  createdPassReply,
  type GraphUser,
  organizationsReply,
  passesReply,
  policyReply,
  userFields,
  userReply,
} from './graph-replies';
import type { Pass, Wish } from './messages';
import type { TapPolicy } from './tap-policy';

/** The tenant a token is for, as Graph names it. */
export type Organization = { id: string; displayName: string; verifiedDomains: string[] };

/** What one round trip tells of a user. Parts that were not asked for are missing. */
export type Reading = {
  user: GraphUser;
  /** `unknown` where the admin may not list passes. */
  passes: Pass[] | 'unknown';
  /** `unknown` where the admin may not read the policy. */
  policy?: TapPolicy | 'unknown';
  organization?: Organization;
};

/** A pass just made, with its secret. */
export type CreatedPass = Pass & { temporaryAccessPass: string };

/** Microsoft Graph v1.0 for one tenant. Every method throws FailureError and nothing else. */
export type Graph = {
  /** One user by user principal name. https://learn.microsoft.com/graph/api/user-get */
  readUserByName(userPrincipalName: string): Promise<GraphUser>;
  /** User, passes and, where wanted, policy and organization in one `$batch`. */
  readTarget(userId: string, also: { policy: boolean; organization: boolean }): Promise<Reading>;
  /** https://learn.microsoft.com/graph/api/authentication-list-temporaryaccesspassmethods */
  listPasses(userId: string): Promise<Pass[]>;
  /**
   * One POST, never repeated by itself but after a 429, when Graph did nothing.
   * A lost answer throws `outcomeUnknown`.
   * https://learn.microsoft.com/graph/api/authentication-post-temporaryaccesspassmethods
   */
  createPass(userId: string, wish: Wish, clientRequestId: string): Promise<CreatedPass>;
};

/** Opens Graph on `host` with tokens from `getToken`. */
export function createGraph({ host, getToken }: { host: string; getToken: GetToken }): Graph {
  async function send(request: (client: Client) => Promise<Response>): Promise<GraphReply> {
    let tokenFailure: unknown;
    const middleware = createGraphMiddleware((claims) =>
      getToken(claims).catch((error: unknown) => {
        tokenFailure = error;
        throw error;
      }),
    );
    try {
      const response = await request(Client.initWithMiddleware({ middleware, baseUrl: `https://${host}` }));
      const body = await response.text();
      return { status: response.status, headers: response.headers, body: jsonOf(body) };
    } catch (error) {
      // The client wraps whatever its middleware throws; the token's own failure says more.
      throw tokenFailure ?? new FailureError({ code: 'offline', detail: String(error) });
    }
  }

  const get = (path: string) =>
    send((client) => client.api(path).responseType(ResponseType.RAW).get() as Promise<Response>);

  const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    send(
      (client) =>
        client.api(path).headers(headers).responseType(ResponseType.RAW).post(body) as Promise<Response>,
    );

  return {
    async readUserByName(userPrincipalName) {
      // A `#` (every B2B name has one) would end the path.
      const reply = await get(`/users/${encodeURIComponent(userPrincipalName)}?$select=${userFields}`);
      return parsed(userReply, succeeded(reply));
    },

    async readTarget(userId, also) {
      const urls: Record<string, string> = {
        user: `${userPath(userId)}?$select=${userFields}`,
        passes: passesPath(userId),
        ...(also.policy ? { policy: policyPath } : {}),
        ...(also.organization
          ? { organization: '/organization?$select=id,displayName,verifiedDomains' }
          : {}),
      };
      const requests = Object.entries(urls).map(([id, url]) => ({ id, method: 'GET', url }));
      const batch = parsed(batchReply, succeeded(await post('/$batch', { requests })));
      const replyOf = (id: string): GraphReply => {
        const inner = batch.responses.find((response) => response.id === id);
        if (!inner)
          throw new FailureError({ code: 'graphUnavailable', detail: `No reply to "${id}" in $batch.` });
        return { status: inner.status, headers: new Headers(inner.headers), body: inner.body };
      };
      const organization = also.organization ? organizationOf(succeeded(replyOf('organization'))) : undefined;
      const user = parsed(userReply, succeeded(replyOf('user'), organization));
      return {
        user,
        passes: unlessForbidden(replyOf('passes'), (body) => parsed(passesReply, body).value as Pass[]),
        ...(also.policy
          ? { policy: unlessForbidden(replyOf('policy'), (body) => parsed(policyReply, body)) }
          : {}),
        ...(organization ? { organization } : {}),
      };
    },

    async listPasses(userId) {
      return parsed(passesReply, succeeded(await get(passesPath(userId)))).value as Pass[];
    },

    async createPass(userId, wish, clientRequestId) {
      const headers = { 'client-request-id': clientRequestId };
      try {
        return parsed(
          createdPassReply,
          succeeded(await post(passesPath(userId), wish, headers)),
        ) as CreatedPass;
      } catch (error) {
        throw mayHaveActed(error) ? outcomeUnknown(error, clientRequestId) : error;
      }
    },
  };
}

const policyPath =
  '/policies/authenticationMethodsPolicy/authenticationMethodConfigurations/temporaryAccessPass';
const passesPath = (userId: string) => `${userPath(userId)}/authentication/temporaryAccessPassMethods`;

/** Security: users are addressed by object id, so that no text of a page can bend a path. */
function userPath(userId: string): string {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(userId))
    throw new FailureError({ code: 'userNotFound' });
  return `/users/${userId}`;
}

/** The body of a success; a failure names the place where something was not found, if that is known. */
function succeeded(reply: GraphReply, place?: Organization): unknown {
  if (reply.status >= 200 && reply.status < 300) return reply.body;
  const failure = failureOfReply(reply);
  throw new FailureError(place ? { ...failure, values: { tenant: place.displayName } } : failure);
}

function unlessForbidden<Value>(reply: GraphReply, read: (body: unknown) => Value): Value | 'unknown' {
  return reply.status === 403 ? 'unknown' : read(succeeded(reply));
}

/** Security: nothing from the wire goes further than this without having the described shape. */
function parsed<Schema extends v.GenericSchema>(schema: Schema, body: unknown): v.InferOutput<Schema> {
  const result = v.safeParse(schema, body);
  if (result.success) return result.output;
  const [issue] = result.issues;
  // The path and what was expected, never the value: it may be the pass.
  const detail = `Unexpected reply at "${v.getDotPath(issue) ?? ''}": expected ${issue.expected ?? issue.type}.`;
  throw new FailureError({ code: 'graphUnavailable', detail });
}

function organizationOf(body: unknown): Organization {
  const [organization] = parsed(organizationsReply, body).value;
  if (!organization) throw new FailureError({ code: 'graphUnavailable' });
  const { id, displayName, verifiedDomains } = organization;
  return {
    id: id.toLowerCase(),
    displayName: displayName ?? id,
    verifiedDomains: verifiedDomains.map(({ name }) => name.toLowerCase()),
  };
}

/** Whether Graph may have made the pass although no usable answer came. */
function mayHaveActed(error: unknown): boolean {
  return error instanceof FailureError && ['offline', 'graphUnavailable'].includes(error.failure.code);
}

function outcomeUnknown(error: unknown, clientRequestId: string): FailureError {
  const failure = error instanceof FailureError ? error.failure : undefined;
  return new FailureError({ ...failure, code: 'outcomeUnknown', clientRequestId });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
