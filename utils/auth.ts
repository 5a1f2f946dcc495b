import { type AuthenticationResult, CacheLookupPolicy, PublicClientApplication } from '@azure/msal-browser';
import { browser } from 'wxt/browser';
import { accountsFor, knownAccounts, type SignedIn, signedIn } from './auth-accounts';
import { createAtHand } from './auth-at-hand';
import { failureOfAuth, failureOfSignIn, mayStillBeMet } from './auth-failure';
import { createInteraction } from './auth-interaction';
import { forgetTenantIds, isTenantId, learnTenantId, tenantIdOf } from './auth-tenants';
import { type Failure, FailureError } from './failures';
import type { GraphHosts } from './graph-host';
import { flushCache, forgetCache, loadCache } from './msal-environment';

/**
 * `tenant` by GUID or domain (missing: any), `scopes` by their short names, `claims` as JSON. `forceRefresh` asks for
 * another token than the one at hand.
 */
type TokenRequest = { tenant?: string; scopes: readonly string[]; claims?: string; forceRefresh?: boolean };

/** The only door to MSAL. Whatever goes wrong is thrown as a FailureError. */
export type Auth = {
  /**
   * Never opens a window: from the cache, by refresh token, or by the session at the identity provider. `scopes` are
   * those of the token, by their short names.
   */
  getToken(
    request: TokenRequest,
  ): Promise<{ accessToken: string; account: SignedIn; scopes: readonly string[] }>;
  /**
   * Opens the sign-in window. Asks for the claims too that `getToken` could not satisfy without a person. With
   * `pick` the admin chooses the account there, whoever is signed in.
   */
  signIn(request: TokenRequest & { loginHint?: string; pick?: boolean }): Promise<SignedIn>;
  /**
   * Forgets every account and token, and what is still on its way. The session at the identity provider, the
   * portal's own, stays.
   */
  signOut(): Promise<void>;
  /** Every account known, once for each tenant it has a token of. */
  accounts(): Promise<SignedIn[]>;
};

/** An app registration; `isManaged` says whether the organization has set its id, so that the admin can't mend it. */
type App = { clientId: string; login: string; graphOf: GraphHosts; isManaged?: () => Promise<boolean> };

/** A permission without the address of Microsoft Graph before it. */
const shortName = (scope: string) => scope.slice(scope.lastIndexOf('/') + 1);
const claimsOf = (error: unknown) => (error as { claims?: string }).claims || undefined;

/**
 * Signs in to one app registration in one cloud, whose `login` host is given; `graphOf` finds that of Graph. Does nothing
 * until used.
 * https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow,
 * https://learn.microsoft.com/entra/identity-platform/claims-challenge
 */
export function createAuth(app: App): Auth {
  const interaction = createInteraction();
  /** Tenant → claims that need a person, the latest last. */
  const unmetClaims = new Map<string, string>();
  const underWay = new Map<string, Promise<AuthenticationResult>>();
  const atHand = createAtHand();
  let opened: Promise<PublicClientApplication> | undefined;
  let signOuts = 0;

  async function open(): Promise<PublicClientApplication> {
    await loadCache();
    const msal = new PublicClientApplication({
      auth: {
        clientId: app.clientId,
        authority: `https://${app.login}/organizations`,
        redirectUri: browser.identity.getRedirectURL(),
        clientCapabilities: ['CP1'],
        onRedirectNavigate: interaction.onRedirectNavigate,
      },
      cache: { cacheLocation: 'sessionStorage' },
    });
    await msal.initialize();
    return msal;
  }
  function ready(): Promise<PublicClientApplication> {
    opened ??= open();
    return opened;
  }

  async function requestTo(tenant: string | undefined, { scopes, claims }: TokenRequest) {
    const graph = await app.graphOf(tenant);
    return {
      authority: `https://${app.login}/${tenant ?? 'organizations'}`,
      scopes: scopes.map((scope) => `https://${graph}/${scope}`),
      ...(claims ? { claims } : {}),
    };
  }
  const known = (msal: PublicClientApplication, tenant?: string) => knownAccounts(msal, app.login, tenant);

  /** Without a window: each account in turn, then the identity provider's own session. */
  async function acquireSilently(
    tenant: string | undefined,
    request: TokenRequest,
  ): Promise<AuthenticationResult> {
    const msal = await ready();
    const accounts = accountsFor(msal, app.login, tenant);
    let refusal: unknown = new FailureError({ code: 'signInRequired' });
    for (const account of accounts) {
      try {
        return await msal.acquireTokenSilent({
          ...(await requestTo(account.tenantId, request)),
          account,
          forceRefresh: request.forceRefresh ?? false,
          // The default policy ends in a hidden iframe, which a worker cannot have.
          cacheLookupPolicy: CacheLookupPolicy.AccessTokenAndRefreshToken,
        });
      } catch (error) {
        refusal = error;
        if (!mayStillBeMet(failureOfAuth(error))) throw error;
      }
    }
    const [account] = accounts;
    if (!account) throw refusal;
    const claims = request.claims ?? claimsOf(refusal);
    if (claims) {
      unmetClaims.set(account.tenantId, claims);
      throw refusal;
    }
    const unseen = { ...(await requestTo(account.tenantId, request)), account, prompt: 'none' };
    return interaction.run(msal, unseen, false).catch(() => {
      throw refusal;
    });
  }

  /** Keeps what a token taught, and refuses one of another tenant. */
  async function accept(
    tenant: string | undefined,
    result: AuthenticationResult,
  ): Promise<AuthenticationResult> {
    await flushCache();
    if (tenant && !isTenantId(tenant)) await learnTenantId(tenant, result.tenantId);
    // Security: a token of one tenant must never be used on a page of another.
    else if (tenant && result.tenantId !== tenant) throw new FailureError({ code: 'signInRequired' });
    return result;
  }

  /** Who can mend what is wrong depends on who has set it. */
  async function refused(failure: Failure): Promise<never> {
    const code =
      failure.code === 'appNotFound' && (await app.isManaged?.()) ? 'managedAppNotFound' : failure.code;
    throw new FailureError({ ...failure, code });
  }

  /** Security: what was begun before a sign-out brings nothing back after it. */
  function sinceNow(): (result: AuthenticationResult) => Promise<AuthenticationResult> {
    const before = signOuts;
    return async (result) => {
      if (signOuts === before) return result;
      await forgetCache();
      throw new FailureError({ code: 'signInRequired' });
    };
  }

  return {
    async getToken(request) {
      const unlessSignedOut = sinceNow();
      const tenant = await tenantIdOf(request.tenant);
      const key = JSON.stringify([tenant, request.scopes, request.claims, request.forceRefresh]);
      const { accessToken, account, scopes } = atHand.get(key) ?? (await acquire());
      return { accessToken, account: signedIn(account), scopes: scopes.map(shortName) };

      async function acquire(): Promise<AuthenticationResult> {
        const acquiring =
          underWay.get(key) ?? acquireSilently(tenant, request).finally(() => underWay.delete(key));
        underWay.set(key, acquiring);
        const result = await acquiring
          .then((result) => accept(tenant, result))
          .then(unlessSignedOut)
          .catch((error: unknown) => refused(failureOfAuth(error)));
        // One that was asked for anew takes the place of what is at hand, by whatever key.
        if (request.claims || request.forceRefresh) atHand.clear();
        else atHand.keep(key, result);
        return result;
      }
    },

    async signIn({ loginHint, pick, ...request }) {
      const unlessSignedOut = sinceNow();
      const msal = await ready();
      const tenant = (await tenantIdOf(request.tenant)) ?? [...unmetClaims.keys()].at(-1);
      const claims = request.claims ?? unmetClaims.get(tenant ?? '');
      // MSAL would take the active account along, and refuse it at the authority of another cloud.
      const active = msal.getActiveAccount();
      if (!known(msal).some(({ environment }) => environment === active?.environment))
        msal.setActiveAccount(null);
      const [account] = tenant && !pick ? known(msal, tenant) : [];
      const who = loginHint ? { loginHint } : account ? { account } : { prompt: 'select_account' };
      const result = await requestTo(tenant, request)
        .then((asked) => interaction.run(msal, { ...asked, ...(claims ? { claims } : {}), ...who }, true))
        .then((result) => accept(tenant, result))
        .then(unlessSignedOut)
        .catch((error: unknown) => refused(failureOfSignIn(error)));
      unmetClaims.clear();
      atHand.clear();
      msal.setActiveAccount(result.account);
      await flushCache();
      return signedIn(result.account);
    },

    async signOut() {
      signOuts += 1;
      atHand.clear();
      underWay.clear();
      unmetClaims.clear();
      // MSAL forgets its own app's; what else it wrote, or could not forget, goes with its cache.
      await opened?.then((msal) => msal.clearCache()).catch(() => {});
      await forgetCache();
      await forgetTenantIds();
    },

    async accounts() {
      return known(await ready()).map(signedIn);
    },
  };
}
