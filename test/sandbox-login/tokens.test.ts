import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { contosoId, fabrikamId, people } from '../sandbox/seed';
import { avery, claimsIn, homeAccountIdIn, type SandboxLogin, startLogin } from './browser';

let login: SandboxLogin;
beforeAll(async () => {
  login = await startLogin();
});
beforeEach(() => login.state.reset());
afterAll(() => login.close());

async function signedIn(tenant: string = contosoId) {
  const app = login.app(tenant);
  const redirectUrl = await login.browser().signIn(app.authorizeUrl(), avery);
  return { app, redirectUrl };
}

describe('a code', () => {
  test('is good once', async () => {
    const { app, redirectUrl } = await signedIn();
    expect(await app.redeem(redirectUrl)).toHaveProperty('access_token');
    expect(await app.redeem(redirectUrl)).toMatchObject({ error: 'invalid_grant', error_codes: [54005] });
  });

  test('is good for the app that holds the verifier only', async () => {
    const { app, redirectUrl } = await signedIn();
    const answer = await app.redeem(redirectUrl, { code_verifier: 'x'.repeat(43) });
    expect(answer).toMatchObject({ error: 'invalid_grant', error_codes: [501481] });
  });

  test('is redeemed from a page of an origin only', async () => {
    const { app, redirectUrl } = await signedIn();
    const answer = await app.redeem(redirectUrl, {}, 'none');
    expect(answer).toMatchObject({ error: 'invalid_request', error_codes: [9002327] });
    expect(answer.error_description).toMatch(
      /^AADSTS9002327: .* Trace ID: .* Correlation ID: .* Timestamp: /,
    );
  });

  test('wants the redirect URL again', async () => {
    const { app, redirectUrl } = await signedIn();
    expect(await app.redeem(redirectUrl, { redirect_uri: '' })).toHaveProperty('error_codes', [900144]);
  });

  test('ends after ten minutes of the sandbox clock', async () => {
    const { app, redirectUrl } = await signedIn();
    login.state.advance(11 * 60_000);
    expect(await app.redeem(redirectUrl)).toMatchObject({ error: 'invalid_grant', error_codes: [70008] });
  });
});

describe('a refresh token', () => {
  test('gives new tokens, again and again, and the old ones stay good', async () => {
    const { app, redirectUrl } = await signedIn();
    const first = await app.redeem(redirectUrl);
    const second = await app.refresh(first.refresh_token);
    const third = await app.refresh(first.refresh_token);
    const tokens = new Set([first, second, third].map(({ access_token }) => access_token));
    expect(tokens.size).toBe(3);
    for (const token of tokens) expect(login.state.tokens.has(token)).toBe(true);
    expect(second.refresh_token).not.toBe(first.refresh_token);
  });

  test('ends 24 hours after the sign-in, however often it was renewed', async () => {
    const { app, redirectUrl } = await signedIn();
    const first = await app.redeem(redirectUrl);
    login.state.advance(23 * 3_600_000);
    const second = await app.refresh(first.refresh_token);
    expect(second.refresh_token_expires_in).toBeLessThanOrEqual(3600);
    login.state.advance(2 * 3_600_000);
    expect(await app.refresh(second.refresh_token)).toMatchObject({
      error: 'invalid_grant',
      error_codes: [700084],
    });
  });

  test('asked for a permission nobody granted answers consent_required', async () => {
    const { app, redirectUrl } = await signedIn();
    const { refresh_token } = await app.redeem(redirectUrl);
    const answer = await app.refresh(refresh_token, {
      scope: 'https://graph.microsoft.com/AuditLog.Read.All',
    });
    expect(answer).toMatchObject({
      error: 'invalid_grant',
      suberror: 'consent_required',
      error_codes: [65001],
    });
  });

  test('names permissions as they were asked for', async () => {
    const { app, redirectUrl } = await signedIn();
    const { refresh_token } = await app.redeem(redirectUrl);
    const short = await app.refresh(refresh_token, { scope: 'openid User.Read' });
    expect(String(short.scope).split(' ')).toContain('User.Read');
    const usGov = await app.refresh(refresh_token, { scope: 'https://graph.microsoft.us/User.Read' });
    expect(String(usGov.scope).split(' ')).toContain('https://graph.microsoft.us/User.Read');
  });

  test('nobody issued is malformed', async () => {
    expect(await login.app().refresh('made-up')).toMatchObject({
      error: 'invalid_grant',
      error_codes: [70000],
    });
  });
});

describe('in another tenant', () => {
  test('a home account becomes the guest that stands for it', async () => {
    const app = login.app(fabrikamId);
    const tokens = await app.redeem(await login.browser().signIn(app.authorizeUrl(), avery));
    expect(claimsIn(tokens.id_token)).toMatchObject({
      tid: fabrikamId,
      oid: people.averyAtFabrikam,
      preferred_username: 'avery@contoso.com',
    });
    expect(homeAccountIdIn(tokens.client_info)).toBe(`${people.avery}.${contosoId}`);
    expect(login.state.tokens.get(tokens.access_token)).toMatchObject({
      tenantId: fabrikamId,
      userId: people.averyAtFabrikam,
    });
  });

  test('the refresh token of the home tenant works as well', async () => {
    const { app, redirectUrl } = await signedIn('organizations');
    const { refresh_token } = await app.redeem(redirectUrl);
    const tokens = await login.app(fabrikamId).refresh(refresh_token);
    expect(claimsIn(tokens.id_token)).toMatchObject({ tid: fabrikamId, oid: people.averyAtFabrikam });
    expect(login.state.tokens.get(tokens.access_token)?.tenantId).toBe(fabrikamId);
  });

  test('an account that is nobody there stops at AADSTS50020', async () => {
    const url = login.app(fabrikamId).authorizeUrl();
    const helen = { username: 'helen@contoso.com' };
    await expect(login.browser().signIn(url, helen)).rejects.toThrow('AADSTS50020');
    const app = login.app(contosoId);
    const { refresh_token } = await app.redeem(await login.browser().signIn(app.authorizeUrl(), helen));
    expect(await login.app(fabrikamId).refresh(refresh_token)).toMatchObject({ error_codes: [50020] });
  });

  test('an app that is not there is AADSTS700016, at the page and at the token endpoint', async () => {
    const { app, redirectUrl } = await signedIn();
    const { refresh_token } = await app.redeem(redirectUrl);
    const fabrikam = login.state.tenants.find(({ id }) => id === fabrikamId);
    fabrikam?.apps.splice(0);
    const { page } = await login.browser().open(login.app(fabrikamId).authorizeUrl());
    expect(page?.text).toContain('AADSTS700016');
    expect(await login.app(fabrikamId).refresh(refresh_token)).toMatchObject({ error_codes: [700016] });
  });

  test('nobody ever heard of is AADSTS90002', async () => {
    const response = await login.fetch(
      'https://login.microsoftonline.com/nowhere.example/oauth2/v2.0/token',
      {},
    );
    expect(await response.json()).toMatchObject({ error_codes: [90002] });
  });
});

describe('metadata', () => {
  const get = async (path: string) =>
    (await login.fetch(`https://login.microsoftonline.com/${path}`, {})).json();

  test('of a tenant names its id whichever name was used', async () => {
    expect(await get('contoso.com/v2.0/.well-known/openid-configuration')).toMatchObject({
      issuer: `https://login.microsoftonline.com/${contosoId}/v2.0`,
      authorization_endpoint: `https://login.microsoftonline.com/${contosoId}/oauth2/v2.0/authorize`,
      msgraph_host: 'graph.microsoft.com',
      tenant_region_scope: 'EU',
    });
  });

  test('of every organization leaves the tenant open', async () => {
    expect(await get('organizations/v2.0/.well-known/openid-configuration')).toMatchObject({
      issuer: 'https://login.microsoftonline.com/{tenantid}/v2.0',
    });
  });

  test('lists the key that signs ID tokens', async () => {
    const { app, redirectUrl } = await signedIn();
    const { id_token } = await app.redeem(redirectUrl);
    const { kid } = JSON.parse(Buffer.from(id_token.split('.')[0] ?? '', 'base64url').toString());
    const { keys } = (await get('common/discovery/v2.0/keys')) as { keys: { kid: string }[] };
    expect(keys.map((key) => key.kid)).toContain(kid);
  });

  test('tells a browser that the token endpoint may be asked from anywhere', async () => {
    const response = await login.fetch(`https://login.microsoftonline.com/${contosoId}/oauth2/v2.0/token`, {
      method: 'OPTIONS',
      headers: { origin: 'chrome-extension://abc' },
    });
    expect(response.headers.get('access-control-allow-origin')).toBe('chrome-extension://abc');
  });
});
