import type { AuthenticationResult, IPublicClientApplication, RedirectRequest } from '@azure/msal-browser';
import { FailureError } from './failures';
import { launchWebAuthFlow } from './web-auth-flow';

/** One authorize request at a time, there and back, for one `PublicClientApplication`. */
type Interaction = {
  /** For MSAL's configuration: keeps MSAL from navigating and takes the address it would go to. */
  onRedirectNavigate(url: string): false;
  /** Asks for a token in the sign-in window, or unseen. Throws what MSAL throws, or FailureError. */
  run(
    msal: IPublicClientApplication,
    request: RedirectRequest,
    interactive: boolean,
  ): Promise<AuthenticationResult>;
};

/**
 * MSAL's redirect flow without a page to redirect: the browser's `launchWebAuthFlow` goes in its place. Unseen
 * requests queue; an open window turns every other request away with `signInInProgress`.
 */
export function createInteraction(): Interaction {
  let authorizeUrl = '';
  let windowOpen = false;
  let lastTurn: Promise<unknown> = Promise.resolve();

  async function roundTrip(msal: IPublicClientApplication, request: RedirectRequest, interactive: boolean) {
    await msal.acquireTokenRedirect(request);
    const state = new URL(authorizeUrl).searchParams.get('state') ?? '';
    const finish = (hash: string) => msal.handleRedirectPromise({ hash, navigateToLoginRequestUrl: false });
    let hash: string;
    try {
      hash = new URL(await launchWebAuthFlow(authorizeUrl, interactive)).hash;
      if (!hash)
        throw new FailureError({ code: 'signInFailed', detail: 'The sign-in ended without an answer.' });
    } catch (error) {
      // MSAL would wait for ever and refuse the next request: it has to hear that this one is over.
      await finish(`#${new URLSearchParams({ error: 'access_denied', state })}`).catch(() => {});
      throw error;
    }
    const result = await finish(hash);
    if (!result)
      throw new FailureError({ code: 'signInFailed', detail: 'The answer was not for this sign-in.' });
    return result;
  }

  return {
    onRedirectNavigate(url) {
      authorizeUrl = url;
      return false;
    },
    async run(msal, request, interactive) {
      if (windowOpen) throw new FailureError({ code: 'signInInProgress' });
      windowOpen = interactive;
      const turn = lastTurn.then(() => roundTrip(msal, request, interactive));
      lastTurn = turn.catch(() => {});
      return turn.finally(() => {
        if (interactive) windowOpen = false;
      });
    },
  };
}
