import { GraphRequest } from '@microsoft/microsoft-graph-client/lib/es/src/GraphRequest';
import { HTTPClient } from '@microsoft/microsoft-graph-client/lib/es/src/HTTPClient';
import { ResponseType } from '@microsoft/microsoft-graph-client/lib/es/src/ResponseType';
import { FailureError } from './failures';
import { createGraphGroups, type GraphGroups } from './graph-groups';
import { createGraphGuests, type GraphGuests } from './graph-guests';
import { createGraphMemberships, type GraphMemberships } from './graph-memberships';
import { createGraphMethods, type GraphMethods } from './graph-methods';
import { createGraphMiddleware, type GetToken } from './graph-middleware';
import { createGraphPasses, type GraphPasses } from './graph-passes';
import { createPatience, type Patience } from './graph-patience';
import { createGraphPeople, type GraphPeople } from './graph-people';
import { createGraphPolicy, type GraphPolicy } from './graph-policy';
import { createBatch, type Send } from './graph-send';
import { createGraphTarget, type GraphTarget } from './graph-target';
import { createGraphTrial, type GraphTrial } from './graph-trial';

/** Microsoft Graph v1.0 for one tenant. Every method throws FailureError and nothing else. */
export type Graph = GraphTarget &
  GraphMemberships &
  GraphPasses &
  GraphPolicy &
  GraphGroups &
  GraphGuests &
  GraphMethods &
  GraphPeople &
  GraphTrial;

type Options = {
  /** The host, or what finds it. */
  host: string | (() => Promise<string>);
  getToken: GetToken;
  /** Spent by all that is asked of this Graph. */
  patience?: Patience;
};

/** Opens Graph on `host` with tokens from `getToken`, for one reading or order. */
export function createGraph({ host, getToken, patience = createPatience() }: Options): Graph {
  const send: Send = async (method, path, { body, headers = {} } = {}) => {
    let tokenFailure: unknown;
    let token = '';
    const reads = method === 'get' || path === '/$batch';
    const middleware = createGraphMiddleware({
      async getToken(renewal) {
        try {
          token = await getToken(renewal);
          return token;
        } catch (error) {
          tokenFailure = error;
          throw error;
        }
      },
      patience,
      reads,
    });
    const name = typeof host === 'string' ? host : await host();
    try {
      // Without the package's `Client`, which brings along all the middleware that is not used.
      const config = { baseUrl: `https://${name}`, defaultVersion: 'v1.0' };
      const request = new GraphRequest(new HTTPClient(middleware), config, path)
        .headers(headers)
        .responseType(ResponseType.RAW);
      const response: Response = await (method === 'post' || method === 'patch'
        ? request[method](body)
        : request[method]());
      return {
        status: response.status,
        headers: response.headers,
        body: jsonOf(withoutToken(await response.text(), token)),
      };
    } catch (error) {
      // The client wraps whatever its middleware throws; the token's own failure says more.
      throw (
        tokenFailure ??
        (reads ? patience.ended() : undefined) ??
        new FailureError({ code: 'offline', detail: withoutToken(String(error), token) })
      );
    }
  };
  const sendBatch = createBatch(send, patience);
  return {
    ...createGraphTarget(send, sendBatch),
    ...createGraphMemberships(sendBatch),
    ...createGraphPasses(send),
    ...createGraphPolicy(send),
    ...createGraphGroups(send, sendBatch),
    ...createGraphGuests(send),
    ...createGraphTrial(sendBatch),
    ...createGraphMethods(send),
    ...createGraphPeople(send),
  };
}

/** Security: Firefox tells in its error which header it could not send, and a refusal may quote it. */
function withoutToken(text: string, token: string): string {
  return token ? text.replaceAll(token, '…') : text;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
