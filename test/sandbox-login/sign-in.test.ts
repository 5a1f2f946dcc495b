import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { contosoId, fabrikamId, people, sandboxClientId } from '../sandbox/seed';
import { answerIn, avery, claimsIn, homeAccountIdIn, redirectUri, startLogin } from './browser';

let login: Awaited<ReturnType<typeof startLogin>>;
beforeAll(async () => {
  login = await startLogin();
});
beforeEach(() => login.state.reset());
afterAll(() => login.close());

describe('a sign-in', () => {
  test('ends at the app with a code, its state and the home account', async () => {
    const app = login.app('organizations');
    const step = await login.browser().open(app.authorizeUrl());
    expect(step.page?.heading).toBe('Sign in');
    const password = await step.page?.press('Next', { 'Sign-in name': 'avery@contoso.com' });
    const done = await password?.page?.press('Sign in', { Password: 'x' });
    const url = done?.redirectUrl ?? '';
    expect(url.startsWith(`${redirectUri}#`)).toBe(true);
    expect(answerIn(url)).toMatchObject({ state: 'the-state' });
    expect(homeAccountIdIn(answerIn(url).client_info)).toBe(`${people.avery}.${contosoId}`);
  });

  test('gives tokens that say who signed in where, and Graph learns of the access token', async () => {
    const app = login.app('contoso.com');
    const tokens = await app.redeem(await login.browser().signIn(app.authorizeUrl(), avery));
    console.log(tokens);
    expect(claimsIn(tokens.id_token)).toMatchObject({
      iss: `https://login.microsoftonline.com/${contosoId}/v2.0`,
      aud: sandboxClientId,
      oid: people.avery,
      tid: contosoId,
      preferred_username: 'avery@contoso.com',
      name: 'Avery Admin',
      nonce: 'the-nonce',
    });
    expect(homeAccountIdIn(tokens.client_info)).toBe(`${people.avery}.${contosoId}`);
    expect(tokens).toMatchObject({ token_type: 'Bearer', expires_in: 3600, refresh_token_expires_in: 86400 });
    expect(login.state.tokens.get(tokens.access_token)).toMatchObject({
      tenantId: contosoId,
      userId: people.avery,
      clientId: sandboxClientId,
      scopes: expect.arrayContaining(['User.Read.All']),
    });
  });
});
