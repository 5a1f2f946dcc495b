import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { bodyOf, type Room } from '../room';
import type { SandboxState } from '../state';
import { createAnswerer, type Note } from './answer';
import type { ChallengeFor } from './authenticate';
import { type GraphModes, usualModes } from './modes';
import { sendPreflight, sendReply } from './send';

const hosts = new Set([
  'graph.microsoft.com',
  'graph.microsoft.us',
  'dod-graph.microsoft.us',
  'microsoftgraph.chinacloudapi.cn',
]);

/** Microsoft Graph of the sandbox, with its modes for tests to change. */
type GraphRoom = Room & { readonly modes: GraphModes };

/**
 * Microsoft Graph v1.0 over the sandbox's state. With `validate` every reply is compared with the OpenAPI description;
 * one that breaks it is noted in `brokenReplies`. `challengeFor` asks the sign-in whether a token is still good.
 */
export function createGraphRoom(
  state: SandboxState,
  options: { validate?: boolean; challengeFor?: ChallengeFor } = {},
): GraphRoom {
  const modes = usualModes();
  let generation = state.generation;
  const modesNow = () => {
    if (generation !== state.generation) Object.assign(modes, usualModes());
    generation = state.generation;
    return modes;
  };
  let note: Note | undefined;
  const answer = createAnswerer(state, modesNow, {
    note: (...reply) => note?.(...reply),
    challengeFor: options.challengeFor,
  });
  return {
    get modes() {
      return modesNow();
    },
    answers: (host) => hosts.has(host),
    async handle(request: IncomingMessage, response: ServerResponse, url: URL) {
      if (options.validate) note ??= (await import('./validate-reply')).noteBrokenReply;
      if (request.method === 'OPTIONS') return sendPreflight(request, response);
      const requestId = randomUUID();
      const clientRequestId = String(request.headers['client-request-id'] ?? requestId);
      const text = await bodyOf(request);
      const reply = answer({
        method: request.method ?? 'GET',
        url,
        headers: request.headers as Record<string, string | undefined>,
        text,
        requestId,
        clientRequestId,
      });
      sendReply(response, reply, { requestId, clientRequestId, at: state.now() });
    },
  };
}
