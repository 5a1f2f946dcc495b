import { type FetchLike, readForm, type SignInForm } from './sign-in-form';

export type { FetchLike } from './sign-in-form';

/** A page of the sign-in, as a person meets it. */
export type SignInPage = {
  heading: string;
  /** Everything that can be read on it. */
  text: string;
  /** Accessible names of its buttons. */
  buttons: string[];
  /** The sentence in `role="alert"`, if any. */
  alert?: string;
  /** Fills fields by their labels (`on` ticks a checkbox) and presses a button; throws if one is not there. */
  press(button: string, fields?: Record<string, string>): Promise<SignInStep>;
};

/** Where a sign-in stands: on a page, or back at the app with the final redirect URL. */
export type SignInStep =
  | { page: SignInPage; redirectUrl?: undefined }
  | { redirectUrl: string; page?: undefined };

/** How somebody signs in when nobody looks. */
export type SignInAnswers = {
  /** Sign-in name, or the one to pick when the account is signed in already. */
  username: string;
  /** Any word but `wrong`; `anything` when left out. */
  password?: string;
  /** What to press on a page that asks for permissions; `Accept` when left out. */
  consent?: 'Accept' | 'Cancel';
};

/** A browser without a window: it keeps cookies, follows redirects and sends the forms of the sign-in pages. */
export type SignInClient = {
  /** Opens an authorize or logout URL. */
  open(url: string): Promise<SignInStep>;
  /** Goes all the way to the app. Throws with the page's heading and text where the sign-in cannot go on. */
  signIn(url: string, answers: SignInAnswers): Promise<string>;
  /**
   * What `identity.launchWebAuthFlow` does: the final redirect URL. Without `answers` (or not interactive) it
   * rejects as Chromium does when a page would have to be shown.
   */
  launchWebAuthFlow(
    details: { url: string; interactive?: boolean },
    answers?: SignInAnswers,
  ): Promise<string>;
  /** Forgets all cookies, as a browser that was closed. */
  forget(): void;
};

/** A client over any `fetch` that reaches the sign-in hosts; each client is a browser of its own. */
export function signInClient(fetchLike: FetchLike): SignInClient {
  const jars = new Map<string, Map<string, string>>();

  async function send(url: URL, init: RequestInit): Promise<SignInStep> {
    const jar = jars.get(url.host) ?? new Map<string, string>();
    jars.set(url.host, jar);
    const headers: Record<string, string> = { accept: 'text/html' };
    if (jar.size > 0) headers.cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    if (init.body) headers['content-type'] = 'application/x-www-form-urlencoded';
    const response = await fetchLike(url.href, { ...init, headers, redirect: 'manual' });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      jar.set(name, value);
    }
    const location = response.headers.get('location');
    if (!location) return { page: pageOf(readForm(await response.text()), url) };
    const next = new URL(location, url);
    return next.host === url.host ? send(next, {}) : { redirectUrl: location };
  }

  function pageOf(form: SignInForm, at: URL): SignInPage {
    return {
      heading: form.heading,
      text: form.text,
      buttons: form.buttons.map(({ name }) => name),
      ...(form.alert === undefined ? {} : { alert: form.alert }),
      async press(name, fields = {}) {
        const button = form.buttons.find((each) => each.name === name || each.name.endsWith(` ${name}`));
        if (!button) throw new Error(`No button "${name}" on "${form.heading}": ${form.text}`);
        const body = new URLSearchParams(form.hidden);
        body.set('do', button.value);
        for (const [label, value] of Object.entries(fields)) {
          const field = form.fields.get(label);
          if (!field) throw new Error(`No field "${label}" on "${form.heading}": ${form.text}`);
          body.set(field, value);
        }
        return send(new URL(form.action, at), { method: 'POST', body: body.toString() });
      },
    };
  }

  const open = (url: string) => send(new URL(url), {});

  async function signIn(url: string, answers: SignInAnswers): Promise<string> {
    const { username, password = 'anything', consent = 'Accept' } = answers;
    let step = await open(url);
    // A sign-in has at most: pick, name, password, approval, consent.
    for (let pages = 0; step.page && pages < 6; pages += 1) step = await answer(step.page);
    if (step.page) throw stuck(step.page);
    return step.redirectUrl;

    function answer(page: SignInPage): Promise<SignInStep> {
      if (page.alert) throw stuck(page);
      switch (page.heading) {
        case 'Pick an account':
          return page.press(
            page.buttons.find((name) => name.endsWith(` ${username}`)) ?? 'Use another account',
          );
        case 'Sign in':
          return page.press('Next', { 'Sign-in name': username });
        case 'Enter password':
          return page.press('Sign in', { Password: password });
        case 'Approve sign in request':
          return page.press('Approve');
        case 'Permissions requested':
          return page.press(consent);
        default:
          throw stuck(page);
      }
    }
  }

  return {
    open,
    signIn,
    async launchWebAuthFlow({ url, interactive = false }, answers) {
      if (interactive && answers) return signIn(url, answers);
      const { redirectUrl } = await open(url);
      if (redirectUrl) return redirectUrl;
      throw new Error(interactive ? 'The user did not approve access.' : 'User interaction required.');
    },
    forget: () => jars.clear(),
  };
}

const stuck = ({ heading, text }: SignInPage) => new Error(`The sign-in stopped at "${heading}": ${text}`);
