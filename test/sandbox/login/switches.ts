import type { SandboxState } from '../state';
import { accountById, idsOf } from './accounts';
import { type LoginMemory, perGeneration } from './memory';

/** Something that happens at sign-ins: to one user (object id in any tenant) or to everybody. */
export type SignInRule = {
  /**
   * `demandMfa` asks for an approval unless this browser session has given one, `block` is a Conditional Access policy that refuses (AADSTS53003,
   * refreshes too), `declineConsent` answers as if the person had chosen Cancel (AADSTS65004).
   */
  what: 'demandMfa' | 'block' | 'declineConsent';
  userId?: string;
  /** Forgotten after it has been met once. */
  once?: boolean;
};

/** How the sandbox's sign-in behaves. Everything is back to normal after `state.reset()`. */
export type LoginSwitches = {
  /** Lifetime of access tokens in seconds; 3600 at first. */
  accessTokenSeconds: number;
  /** Lifetime of refresh tokens in seconds; 24 hours at first, as for every single-page app. */
  refreshTokenSeconds: number;
  readonly rules: SignInRule[];
  /** Ends all sign-ins of a user: sessions, refresh tokens (AADSTS50173), and Graph challenges their tokens. */
  revokeSessions(userId: string): void;
  /** Graph challenges the tokens this user has now; a refresh with the claims gives a good one. */
  challengeTokens(userId: string): void;
  /** Graph wants this authentication context (e.g. `c1`) of this user from now on. */
  demandContext(userId: string, context: string): void;
  /** The claims (JSON) with which Graph must answer 401 to this access token, if it must. */
  challengeFor(accessToken: string): string | undefined;
  /** Whether such a rule applies to one of these object ids. */
  applies(what: SignInRule['what'], userIds: readonly string[]): boolean;
  /** The same, where the rule takes effect: a `once` rule is used up. */
  meet(what: SignInRule['what'], userIds: readonly string[]): boolean;
};

type Values = {
  accessTokenSeconds: number;
  refreshTokenSeconds: number;
  rules: SignInRule[];
  challenges: Map<string, string>;
  contexts: Map<string, string>;
};

/** Switches at their normal positions. */
export function createLoginSwitches(state: SandboxState, memory: () => LoginMemory): LoginSwitches {
  const values = perGeneration<Values>(state, () => ({
    accessTokenSeconds: 3600,
    refreshTokenSeconds: 86_400,
    rules: [],
    challenges: new Map(),
    contexts: new Map(),
  }));

  const challengeTokens = (userId: string) => {
    // https://learn.microsoft.com/entra/identity-platform/claims-challenge
    const value = String(Math.floor(state.now() / 1000));
    const claims = JSON.stringify({ access_token: { nbf: { essential: true, value } } });
    for (const [token, { userId: owner }] of state.tokens)
      if (owner === userId) values().challenges.set(token, claims);
  };

  const find = (what: SignInRule['what'], userIds: readonly string[]) =>
    values().rules.find(
      (rule) => rule.what === what && (rule.userId === undefined || userIds.includes(rule.userId)),
    );

  return {
    get accessTokenSeconds() {
      return values().accessTokenSeconds;
    },
    set accessTokenSeconds(seconds) {
      values().accessTokenSeconds = seconds;
    },
    get refreshTokenSeconds() {
      return values().refreshTokenSeconds;
    },
    set refreshTokenSeconds(seconds) {
      values().refreshTokenSeconds = seconds;
    },
    get rules() {
      return values().rules;
    },
    challengeTokens,
    revokeSessions(userId) {
      challengeTokens(userId);
      const isTheirs = (homeAccountId: unknown) => {
        const account = typeof homeAccountId === 'string' && accountById(state, homeAccountId);
        return account ? idsOf(state, account).includes(userId) : false;
      };
      const { records, sessions } = memory();
      for (const record of records.values()) if (isTheirs(record.accountId)) record.revoked = true;
      for (const [id, accounts] of sessions)
        sessions.set(
          id,
          accounts.filter(({ homeAccountId }) => !isTheirs(homeAccountId)),
        );
    },
    demandContext(userId, context) {
      values().contexts.set(userId, context);
    },
    challengeFor(accessToken) {
      const challenge = values().challenges.get(accessToken);
      if (challenge) return challenge;
      const token = state.tokens.get(accessToken);
      const context = token && values().contexts.get(token.userId);
      if (context === undefined || contextIn(token?.claims) === context) return undefined;
      return JSON.stringify({ access_token: { acrs: { essential: true, value: context } } });
    },
    applies: (what, userIds) => find(what, userIds) !== undefined,
    meet(what, userIds) {
      const rule = find(what, userIds);
      if (rule?.once) values().rules.splice(values().rules.indexOf(rule), 1);
      return rule !== undefined;
    },
  };
}

/**
 * The authentication context a `claims` request asks for, if any.
 * https://learn.microsoft.com/entra/identity-platform/developer-guide-conditional-access-authentication-context
 */
export function contextIn(claims: string | null | undefined): string | undefined {
  if (!claims) return undefined;
  try {
    const asked = JSON.parse(claims) as { access_token?: { acrs?: { value?: string; values?: string[] } } };
    return asked.access_token?.acrs?.value ?? asked.access_token?.acrs?.values?.[0];
  } catch {
    return undefined;
  }
}
