import type { SandboxState } from '../state';
import { authenticate, type ChallengeFor } from './authenticate';
import { answerBatch } from './batch';
import { badQuery, badRequest, errorBody, GraphError, insufficientPrivileges } from './graph-error';
import type { GraphModes } from './modes';
import { holdsOneOf } from './roles';
import { type Call, createRouteTable, type Reply } from './route';
import { routes } from './routes';
import { jsonType } from './send';
import { createThrottle } from './throttle';

/** A request as it came off the wire. */
type Incoming = {
  method: string;
  url: URL;
  /** Lower-case names. */
  headers: Record<string, string | undefined>;
  text: string;
  requestId: string;
  clientRequestId: string;
};

/** Told of every reply, those inside a batch included; `path` is below the version root. */
export type Note = (method: string, path: string, status: number, body: unknown) => void;

type Session = Omit<Call, 'method' | 'params' | 'query' | 'headers' | 'body' | 'target'>;
type Asked = Pick<Call, 'method' | 'headers' | 'body' | 'target'>;

/** Answers requests to Graph from the state; what goes wrong becomes Graph's own error body. */
export function createAnswerer(
  state: SandboxState,
  modes: () => GraphModes,
  { note, challengeFor }: { note?: Note; challengeFor?: ChallengeFor | undefined } = {},
) {
  const find = createRouteTable(routes);
  const throttle = createThrottle(state);

  return function answer(incoming: Incoming): Reply {
    const { method, url } = incoming;
    const ids = { ...incoming, at: state.now() };
    const version = /^\/v1\.0(?=\/|$)/i.exec(url.pathname)?.[0] ?? '';
    const path = url.pathname.slice(version.length);
    const settled = (asked: { method: string; path: string }, work: () => Reply): Reply => {
      const reply = settle(work, ids);
      note?.(asked.method, asked.path, reply.status, reply.body);
      return reply;
    };
    return settled({ method, path }, () => {
      if (!version) throw badRequest(`Invalid version: ${url.pathname.split('/')[1] ?? ''}`);
      const session: Session = {
        state,
        modes: modes(),
        ...authenticate(state, incoming.headers.authorization, url.hostname, challengeFor),
        root: `https://${url.hostname}/v1.0`,
      };
      const body = parseBody(incoming.text);
      if (path.toLowerCase() !== '/$batch') {
        return operate(session, { method, headers: incoming.headers, body, target: path + url.search });
      }
      if (method !== 'POST') throw wrongMethod();
      return answerBatch(body, (inner) => {
        const innerPath = inner.url.split('?')[0] ?? '';
        const reply = settled({ method: inner.method, path: innerPath }, () =>
          operate(session, {
            method: inner.method,
            headers: inner.headers,
            body: inner.body,
            target: inner.url,
          }),
        );
        const type = reply.body === undefined ? {} : { 'Content-Type': jsonType };
        return { ...reply, headers: { 'Cache-Control': 'no-cache', ...type, ...reply.headers } };
      });
    });
  };

  function operate(session: Session, asked: Asked): Reply {
    const [path = '', search = ''] = asked.target.split(/\?(.*)/s);
    const match = find(asked.method, path);
    if (!match || match.route?.absentFrom?.includes(new URL(session.root).hostname)) {
      throw badRequest(`Resource not found for the segment '${path.split('/').pop()}'.`);
    }
    const { route, params } = match;
    if (!route) throw wrongMethod();
    const { token, caller } = session;
    const allowed =
      route.scopes.some((scope) => token.scopes.includes(scope)) &&
      (!route.roles || holdsOneOf(caller, route.roles));
    if (!allowed) throw (route.refuse ?? insufficientPrivileges)();
    const query = new URLSearchParams(search);
    if (session.modes.throttling) throttle.count(route, { token, query });
    return route.answer({ ...session, ...asked, params, query });
  }
}

const wrongMethod = () =>
  new GraphError(405, 'Request_BadRequest', 'Specified HTTP method is not allowed for the request target.');

function parseBody(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw badQuery(
      'Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.',
    );
  }
}

function settle(work: () => Reply, ids: { at: number; requestId: string; clientRequestId: string }): Reply {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof GraphError)) throw error;
    return { status: error.status, headers: error.headers, body: errorBody(error, ids) };
  }
}
