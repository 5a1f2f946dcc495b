import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { Agent, buildConnector, fetch as undiciFetch } from 'undici';
import { createCertificate } from './certificate';
import { createControlRoom } from './control-room';
import { applyFault, createFaults, type Faults } from './faults';
import { demandWholeReplies } from './graph/broken-replies';
import { createGraphRoom } from './graph/graph-room';
import { createLoginRoom } from './login/login-room';
import { createPortalRoom } from './portal/portal-room';
import { startProxy } from './proxy';
import { redirectUris as developmentRedirectUris } from './redirect-uris';
import type { Room } from './room';
import { createSignInsRoom } from './signins/signins-room';
import { createState, type LogEntry, type SandboxState } from './state';

/** A Microsoft cloud on loopback. */
export type Sandbox = {
  state: SandboxState;
  faults: Faults;
  /** The rooms with the switches of their own. */
  rooms: {
    graph: ReturnType<typeof createGraphRoom>;
    login: ReturnType<typeof createLoginRoom>;
    portal: ReturnType<typeof createPortalRoom>;
    signIns: ReturnType<typeof createSignInsRoom>;
  };
  /** Requests seen, oldest first: the same list as `state.log`. Status 0 means no answer was begun yet. */
  log: LogEntry[];
  /** Port of the CONNECT proxy under which browsers find the real host names. */
  proxyPort: number;
  httpsPort: number;
  /** Base64 SHA-256 of the certificate's public key, for `--ignore-certificate-errors-spki-list`. */
  spki: string;
  /** The certificate as PEM. */
  certificate: string;
  /** Fetches from the sandbox under the real host names, certificate checked. */
  fetch: typeof fetch;
  /** Host names that browsers asked for and that the sandbox refused. */
  refused: string[];
  /** The way from the browser to everything: `down` is no network at all. */
  network: { down: boolean };
  /** Ends everything; rejects when a reply of Graph broke its description, so that a test run fails. */
  close(): Promise<void>;
};

type Options = { redirectUris?: string[]; port?: number; validate?: boolean };

/**
 * Starts the sandbox: portal, login, Graph and the guest's sign-in pages over HTTPS, and the proxy that leads there.
 * `redirectUris` are those of the extensions under test (default: our development builds); `port` is the proxy's;
 * `validate: false` spares the comparison of every reply of Graph with its description.
 */
export async function startSandbox(options: Options = {}): Promise<Sandbox> {
  const state = createState(options.redirectUris ?? developmentRedirectUris);
  const faults = createFaults();
  const login = createLoginRoom(state);
  const { challengeFor } = login.switches;
  const rooms = {
    graph: createGraphRoom(state, { validate: options.validate ?? true, challengeFor }),
    login,
    portal: createPortalRoom(state),
    signIns: createSignInsRoom(state),
  };
  const control = createControlRoom(state, () => faults.clear());
  const doors: { room: Room; name?: LogEntry['room'] }[] = [
    { name: 'graph', room: rooms.graph },
    { name: 'login', room: rooms.login },
    { name: 'portal', room: rooms.portal },
    { name: 'login', room: rooms.signIns },
    { room: control },
  ];
  const { key, certificate, spki } = await createCertificate();
  const server = createServer({ key, cert: certificate }, (request, response) => {
    const host = hostOf(request);
    const found = doors.find(({ room }) => room.answers(host));
    if (!found) {
      response.writeHead(421, { 'content-type': 'text/plain' }).end(`The sandbox has no ${host}`);
      return;
    }
    const url = new URL(request.url ?? '/', `https://${host}`);
    if (found.name) state.log.push(entryOf(found.name, state.now(), request, response, url));
    const answer = async () => await found.room.handle(request, response, url);
    // The control room stays reachable whatever faults are set.
    const answered = found.name ? applyFault(faults, request, response, url, answer) : answer();
    answered.catch((error: unknown) => refuse(response, error));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const httpsPort = (server.address() as AddressInfo).port;
  const allows = (host: string) => doors.some(({ room }) => room.answers(host));
  const proxy = await startProxy({
    target: httpsPort,
    allows,
    ...(options.port === undefined ? {} : { port: options.port }),
  });
  const agent = agentTo(httpsPort, certificate);
  return {
    state,
    faults,
    rooms,
    log: state.log,
    proxyPort: proxy.port,
    httpsPort,
    spki,
    certificate,
    fetch: ((input: string | URL, init?: object) =>
      undiciFetch(input, { ...init, dispatcher: agent })) as unknown as typeof fetch,
    refused: proxy.refused,
    network: proxy,
    async close() {
      await agent.destroy();
      await proxy.close();
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
      demandWholeReplies();
    },
  };
}

function hostOf(request: IncomingMessage): string {
  return (request.headers.host ?? '').replace(/:\d+$/, '').toLowerCase();
}

/** The status of a request whose connection ended before an answer was begun, as nginx logs it. */
const connectionEnded = 499;

function entryOf(
  room: LogEntry['room'],
  at: number,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): LogEntry {
  return {
    at,
    room,
    method: request.method ?? '',
    url: url.href,
    // Read late: the entry stands in the log in order of arrival, before the room has decided.
    get status() {
      if (response.headersSent) return response.statusCode;
      return response.destroyed ? connectionEnded : 0;
    },
  };
}

function refuse(response: ServerResponse, error: unknown): void {
  // Who sent it is gone: a killed worker, a closed page.
  if (response.destroyed) return;
  console.error('The sandbox failed to answer:', error);
  if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain' });
  response.end(String(error));
}

/** Leads every host name to one local port, as the proxy does for browsers. */
function agentTo(port: number, certificate: string): Agent {
  const connect = buildConnector({ ca: certificate });
  return new Agent({
    connect: (options, done) =>
      connect({ ...options, hostname: '127.0.0.1', port: String(port), servername: options.hostname }, done),
  });
}
