import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { applyFault, createFaults } from '../sandbox/faults';
import { demandWholeReplies } from '../sandbox/graph/broken-replies';
import { createGraphRoom } from '../sandbox/graph/graph-room';
import { contosoId, people } from '../sandbox/seed';
import { createState, type SandboxPass, type SandboxUser } from '../sandbox/state';

/** An answer of the room under test, its JSON parsed. */
export type Answer = { status: number; headers: Record<string, string>; json: Json };
// biome-ignore lint/suspicious/noExplicitAny: replies of every shape are read here, each test knows its own.
type Json = any;

/** The scopes of a Guestpass that was granted everything it may ask for. */
export const everyScope = [
  'User.Read',
  'User.Read.All',
  'UserAuthMethod-TAP.ReadWrite.All',
  'Policy.Read.AuthenticationMethod',
  'Policy.ReadWrite.AuthenticationMethod',
  'UserAuthenticationMethod.Read.All',
  'GroupMember.Read.All',
  'RoleManagement.Read.Directory',
  'AuditLog.Read.All',
];

/** The sandbox's Graph over plain HTTP on loopback, every reply validated. */
export async function graphOnLoopback() {
  const state = createState();
  const room = createGraphRoom(state, { validate: true });
  const faults = createFaults();
  const server = createServer((incoming, response) => {
    const url = new URL(incoming.url ?? '/', `https://${incoming.headers.host}`);
    const handle = async () => await room.handle(incoming, response, url);
    void applyFault(faults, incoming, response, url, handle);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;

  function signIn(
    userId: string = people.avery,
    scopes: string[] = everyScope,
    tenantId = contosoId,
  ): string {
    const secret = `token-${state.tokens.size + 1}`;
    state.tokens.set(secret, {
      tenantId,
      userId,
      clientId: 'test',
      scopes,
      expires: state.now() + 3_600_000,
    });
    return secret;
  }

  /** Sends to `/v1.0` as Avery unless told otherwise. */
  function send(
    method: string,
    path: string,
    options: { token?: string; body?: unknown; headers?: Record<string, string>; host?: string } = {},
  ): Promise<Answer> {
    const text = typeof options.body === 'string' ? options.body : JSON.stringify(options.body);
    const token = options.token ?? signIn();
    const headers = {
      host: options.host ?? 'graph.microsoft.com',
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(text === undefined ? {} : { 'content-type': 'application/json' }),
      ...options.headers,
    };
    return new Promise((resolve, reject) => {
      const outgoing = request(
        { port, host: '127.0.0.1', method, path: `/v1.0${path}`, headers },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('error', reject);
          response.on('end', () => {
            const { statusCode: status = 0, headers } = response;
            try {
              const json = parsed(Buffer.concat(chunks).toString('utf8'), headers['content-type']);
              resolve({ status, headers: headers as Record<string, string>, json });
            } catch (error) {
              reject(error);
            }
          });
        },
      );
      outgoing.on('error', reject);
      outgoing.end(text);
    });
  }

  return {
    state,
    room,
    faults,
    port,
    signIn,
    send,
    get: (path: string, token?: string) => send('GET', path, token === undefined ? {} : { token }),
    issue: (userId: string, body: unknown = {}, token?: string) =>
      send('POST', `${passesOf(userId)}`, token === undefined ? { body } : { body, token }),
    contoso: () => {
      const tenant = state.tenants.find(({ id }) => id === contosoId);
      if (!tenant) throw new Error('The seed has no Contoso.');
      return tenant;
    },
    user(id: string): SandboxUser & { _pass?: SandboxPass } {
      const user = state.tenants.flatMap(({ users }) => users).find((candidate) => candidate.id === id);
      if (!user) throw new Error(`The seed has no user ${id}.`);
      return user;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
      demandWholeReplies();
    },
  };
}

const parsed = (text: string, type = ''): Json =>
  type.startsWith('application/json') && text !== '' ? JSON.parse(text) : text;

/** Path of a user's passes. */
export const passesOf = (userId: string) => `/users/${userId}/authentication/temporaryAccessPassMethods`;
