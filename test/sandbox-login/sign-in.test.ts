import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { contosoId, people, sandboxClientId } from '../sandbox/seed';
import {
  answerIn,
  avery,
  claimsIn,
  homeAccountIdIn,
  redirectUri,
  type SandboxLogin,
  startLogin,
} from './browser';

let login: SandboxLogin;
beforeAll(async () => {
  login = await startLogin();
});
beforeEach(() => login.state.reset());
afterAll(() => login.close());

describe('a sign-in', () => {
  test('ends at the app with a code, its state and the home account', async () => {
    const app = login.app('organizations');
    const { page } = await login.browser().open(app.authorizeUrl());
    expect(page).toMatchObject({ heading: 'Sign in', buttons: ['Next', 'Cancel'] });
    const password = await page?.press('Next', { 'Sign-in name': 'avery@contoso.com' });
    const done = await password?.page?.press('Sign in', { Password: 'x' });
    const url = done?.redirectUrl ?? '';
    expect(url.startsWith(`${redirectUri}#`)).toBe(true);
    expect(answerIn(url)).toMatchObject({ state: 'the-state', code: expect.any(String) });
    expect(homeAccountIdIn(answerIn(url).client_info)).toBe(`${people.avery}.${contosoId}`);
  });

  test('gives tokens that say who signed in where, and Graph learns of the access token', async () => {
    const app = login.app('contoso.com');
    const tokens = await app.redeem(await login.browser().signIn(app.authorizeUrl(), avery));
    expect(claimsIn(tokens.id_token)).toMatchObject({
      iss: `https://login.microsoftonline.com/${contosoId}/v2.0`,
      aud: sandboxClientId,
      sub: expect.any(String),
      oid: people.avery,
      tid: contosoId,
      preferred_username: 'avery@contoso.com',
      name: 'Avery Admin',
      nonce: 'the-nonce',
      login_hint: expect.stringMatching(/^O\./),
    });
    expect(homeAccountIdIn(tokens.client_info)).toBe(`${people.avery}.${contosoId}`);
    expect(tokens).toMatchObject({ token_type: 'Bearer', expires_in: 3600 });
    expect(tokens.refresh_token_expires_in).toBeGreaterThan(86_390);
    expect(tokens.scope).toContain('https://graph.microsoft.com/User.Read.All');
    expect(login.state.tokens.get(tokens.access_token)).toMatchObject({
      tenantId: contosoId,
      userId: people.avery,
      clientId: sandboxClientId,
      scopes: expect.arrayContaining(['User.Read.All']),
    });
  });

  test.each(['login.microsoftonline.us', 'login.partner.microsoftonline.cn'])('works at %s', async (host) => {
    const app = login.app(contosoId, host);
    const tokens = await app.redeem(await login.browser().signIn(app.authorizeUrl(), avery));
    expect(claimsIn(tokens.id_token).iss).toBe(`https://${host}/${contosoId}/v2.0`);
  });

  test('says on the page that a name or a password is wrong, and goes on from there', async () => {
    const { page } = await login.browser().open(login.app().authorizeUrl());
    const unknown = await page?.press('Next', { 'Sign-in name': 'nobody@contoso.com' });
    expect(unknown?.page?.alert).toContain('AADSTS50034');
    const password = await unknown?.page?.press('Next', { 'Sign-in name': 'avery@contoso.com' });
    const wrong = await password?.page?.press('Sign in', { Password: 'wrong' });
    expect(wrong?.page?.alert).toContain('AADSTS50126');
    const done = await wrong?.page?.press('Sign in', { Password: 'right' });
    expect(answerIn(done?.redirectUrl ?? '')).toHaveProperty('code');
  });

  test('that is cancelled tells the app access_denied with its state', async () => {
    const { page } = await login.browser().open(login.app().authorizeUrl());
    const cancelled = await page?.press('Cancel');
    expect(answerIn(cancelled?.redirectUrl ?? '')).toMatchObject({
      error: 'access_denied',
      error_subcode: 'cancel',
      state: 'the-state',
    });
  });

  test('of a disabled account stops at AADSTS50057', async () => {
    const signIn = login.browser().signIn(login.app().authorizeUrl(), { username: 'dora@contoso.com' });
    await expect(signIn).rejects.toThrow('AADSTS50057');
  });

  test('of an unknown app stops at AADSTS700016 and never goes to the redirect URL', async () => {
    const url = login.app().authorizeUrl({ client_id: '00000000-0000-4000-8000-000000000000' });
    expect((await login.browser().open(url)).page?.text).toContain('AADSTS700016');
  });

  test('with a redirect URL nobody registered stops at AADSTS50011 and does not go there', async () => {
    const url = login.app().authorizeUrl({ redirect_uri: 'https://evil.example/' });
    expect((await login.browser().open(url)).page?.text).toContain('AADSTS50011');
  });

  test('without PKCE S256 is refused', async () => {
    const { redirectUrl } = await login
      .browser()
      .open(login.app().authorizeUrl({ code_challenge_method: 'plain' }));
    expect(answerIn(redirectUrl ?? '')).toMatchObject({ error: 'invalid_request' });
  });
});

describe('the next sign-in in the same browser', () => {
  test('needs no page, also with prompt=none', async () => {
    const browser = login.browser();
    await browser.signIn(login.app().authorizeUrl(), avery);
    const { redirectUrl } = await browser.open(login.app().authorizeUrl({ prompt: 'none' }));
    expect(answerIn(redirectUrl ?? '')).toHaveProperty('code');
  });

  test('with prompt=none and nobody signed in answers login_required', async () => {
    const { redirectUrl } = await login.browser().open(login.app().authorizeUrl({ prompt: 'none' }));
    const answer = answerIn(redirectUrl ?? '');
    expect(answer).toMatchObject({ error: 'login_required', state: 'the-state' });
    expect(answer.error_description).toContain('AADSTS50058');
  });

  test('lets one choose among several accounts, and prompt=none cannot', async () => {
    const browser = login.browser();
    await browser.signIn(login.app().authorizeUrl(), avery);
    await browser.signIn(login.app().authorizeUrl({ prompt: 'select_account' }), {
      username: 'helen@contoso.com',
    });
    const { page } = await browser.open(login.app().authorizeUrl());
    expect(page).toMatchObject({
      heading: 'Pick an account',
      buttons: [
        'Avery Admin avery@contoso.com',
        'Helen Helpdesk helen@contoso.com',
        'Use another account',
        'Cancel',
      ],
    });
    const picked = await page?.press('Helen Helpdesk helen@contoso.com');
    expect(homeAccountIdIn(answerIn(picked?.redirectUrl ?? '').client_info)).toContain(people.helen);
    const silent = await browser.open(login.app().authorizeUrl({ prompt: 'none' }));
    expect(answerIn(silent.redirectUrl ?? '').error).toBe('interaction_required');
  });

  test('goes to the hinted account, by name or by the login_hint claim', async () => {
    const browser = login.browser();
    const app = login.app();
    const tokens = await app.redeem(await browser.signIn(app.authorizeUrl(), avery));
    await browser.signIn(app.authorizeUrl({ prompt: 'login' }), { username: 'helen@contoso.com' });
    for (const hint of ['avery@contoso.com', String(claimsIn(tokens.id_token).login_hint)]) {
      const { redirectUrl } = await browser.open(app.authorizeUrl({ login_hint: hint, prompt: 'none' }));
      expect(homeAccountIdIn(answerIn(redirectUrl ?? '').client_info)).toContain(people.avery);
    }
  });

  test('asks a hinted account that is not signed in for its password only', async () => {
    const { page } = await login
      .browser()
      .open(login.app().authorizeUrl({ login_hint: 'helen@contoso.com' }));
    expect(page?.heading).toBe('Enter password');
    expect(page?.text).toContain('helen@contoso.com');
  });

  test('considers only accounts of the hinted domain', async () => {
    const browser = login.browser();
    const app = login.app('organizations');
    await browser.signIn(app.authorizeUrl(), avery);
    const { page } = await browser.open(app.authorizeUrl({ domain_hint: 'fabrikam.com' }));
    expect(page?.heading).toBe('Sign in');
  });

  test('begins anew after a sign-out, which goes back to the app', async () => {
    const browser = login.browser();
    const app = login.app();
    await browser.signIn(app.authorizeUrl(), avery);
    const out = await browser.open(
      app.logoutUrl({ post_logout_redirect_uri: redirectUri, logout_hint: 'avery@contoso.com' }),
    );
    expect(out.redirectUrl).toBe(redirectUri);
    expect((await browser.open(app.authorizeUrl())).page?.heading).toBe('Sign in');
  });

  test('begins anew after a reset of the sandbox, and old refresh tokens are gone', async () => {
    const browser = login.browser();
    const app = login.app();
    const tokens = await app.redeem(await browser.signIn(app.authorizeUrl(), avery));
    login.state.reset();
    expect((await browser.open(app.authorizeUrl())).page?.heading).toBe('Sign in');
    expect(await app.refresh(tokens.refresh_token)).toMatchObject({ error: 'invalid_grant' });
  });
});
