import { randomUUID } from 'node:crypto';
import type { SandboxState, SandboxUser } from '../state';

const cookieName = 'signins';
/** My Sign-ins wants a strong sign-in of the last 10 minutes before a method is registered. */
const registrationWindow = 10 * 60_000;

type Session = { user: SandboxUser; signedIn: number };

/**
 * Who is signed in at My Sign-ins, by cookie. A reset of the sandbox ends every session.
 * https://learn.microsoft.com/entra/identity/authentication/howto-authentication-temporary-access-pass
 */
export function createSignInsSessions(state: SandboxState) {
  const sessions = new Map<string, Session>();
  let generation = state.generation;
  const current = () => {
    if (generation !== state.generation) sessions.clear();
    generation = state.generation;
    return sessions;
  };
  const keyIn = (cookie = '') => /(?:^|;\s*)signins=([\w-]+)/.exec(cookie)?.[1] ?? '';
  return {
    /** Begins a session and returns its `Set-Cookie`. */
    begin(user: SandboxUser): string {
      const key = randomUUID();
      current().set(key, { user, signedIn: state.now() });
      return `${cookieName}=${key}; Path=/; Secure; HttpOnly; SameSite=Lax`;
    },
    /** The person a request's `Cookie` names, and whether the sign-in is fresh enough to register a method. */
    find(cookie: string | undefined): { user: SandboxUser; canRegister: boolean } | undefined {
      const session = current().get(keyIn(cookie));
      if (!session) return undefined;
      return { user: session.user, canRegister: state.now() - session.signedIn < registrationWindow };
    },
    /** Ends a session and returns the `Set-Cookie` that forgets it. */
    end(cookie: string | undefined): string {
      current().delete(keyIn(cookie));
      return `${cookieName}=; Path=/; Max-Age=0`;
    },
  };
}
