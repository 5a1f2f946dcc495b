import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { LoginMemory, SignedIn } from './memory';

const cookieName = 'ESTSAUTHPERSISTENT';

/** The accounts signed in in one browser. */
export type SignInSession = {
  accounts(): SignedIn[];
  find(homeAccountId: string): SignedIn | undefined;
  /** Adds an account (or enters its password again) and sets the cookie. */
  add(homeAccountId: string, at: number): SignedIn;
  remove(homeAccountId: string): void;
};

/** The session that belongs to the cookie of a request; a new one when there is none. */
export function sessionOf(
  memory: LoginMemory,
  request: IncomingMessage,
  response: ServerResponse,
): SignInSession {
  const cookie = new RegExp(`(?:^|; *)${cookieName}=([^;]+)`).exec(request.headers.cookie ?? '')?.[1];
  const id = cookie && memory.sessions.has(cookie) ? cookie : randomUUID();
  const accounts = () => memory.sessions.get(id) ?? [];
  const without = (homeAccountId: string) =>
    accounts().filter((account) => account.homeAccountId !== homeAccountId);
  return {
    accounts,
    find: (homeAccountId) => accounts().find((account) => account.homeAccountId === homeAccountId),
    add(homeAccountId, at) {
      const account: SignedIn = { homeAccountId, at, mfa: false, contexts: [] };
      memory.sessions.set(id, [...without(homeAccountId), account]);
      response.setHeader(
        'set-cookie',
        `${cookieName}=${id}; Path=/; Max-Age=7776000; Secure; HttpOnly; SameSite=None`,
      );
      return account;
    },
    remove(homeAccountId) {
      memory.sessions.set(id, without(homeAccountId));
    },
  };
}
