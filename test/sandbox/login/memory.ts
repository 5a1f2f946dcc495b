import type { AdapterPayload } from 'oidc-provider';
import type { SandboxState } from '../state';

/** One account in a browser's sign-in session. */
export type SignedIn = {
  homeAccountId: string;
  /** When the password was entered, in milliseconds of the sandbox clock. */
  at: number;
  mfa: boolean;
  /** Authentication contexts this session has satisfied, e.g. `c1`. */
  contexts: string[];
};

/** What the sign-in service remembers until the next reset. */
export type LoginMemory = {
  /** What oidc-provider stores: codes, refresh tokens, grants … by `<model>/<id>`. */
  records: Map<string, AdapterPayload>;
  /** Sign-in sessions by the value of their cookie. */
  sessions: Map<string, SignedIn[]>;
  /** Permissions users granted for themselves, by `consentKey`. */
  consents: Map<string, Set<string>>;
};

/** Where the consent of one user to one app in one tenant is kept. */
export function consentKey(tenantId: string, clientId: string, userId: string): string {
  return `${tenantId}/${clientId}/${userId}`;
}

/** Memory that is empty again after `state.reset()`. Call the function whenever it is needed. */
export function createLoginMemory(state: SandboxState): () => LoginMemory {
  return perGeneration(state, () => ({ records: new Map(), sessions: new Map(), consents: new Map() }));
}

/** A value that is made anew after each reset of the sandbox. */
export function perGeneration<Value>(state: SandboxState, make: () => Value): () => Value {
  let generation = state.generation;
  let value = make();
  return () => {
    if (generation !== state.generation) {
      generation = state.generation;
      value = make();
    }
    return value;
  };
}
