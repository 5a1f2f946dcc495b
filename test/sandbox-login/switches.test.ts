import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { people } from '../sandbox/seed';
import { answerIn, avery, type SandboxLogin, startLogin } from './browser';

let login: SandboxLogin;
beforeAll(async () => {
  login = await startLogin();
});
beforeEach(() => login.state.reset());
afterAll(() => login.close());

async function tokensOf(browser = login.browser()) {
  const app = login.app();
  return { app, browser, tokens: await app.redeem(await browser.signIn(app.authorizeUrl(), avery)) };
}

test('lifetimes of tokens can be set', async () => {
  login.switches.accessTokenSeconds = 60;
  login.switches.refreshTokenSeconds = 120;
  const { app, tokens } = await tokensOf();
  expect(tokens.expires_in).toBe(60);
  expect(login.state.tokens.get(tokens.access_token)?.expires).toBeLessThanOrEqual(
    login.state.now() + 60_000,
  );
  login.state.advance(121_000);
  expect(await app.refresh(tokens.refresh_token)).toMatchObject({ error_codes: [700084] });
});

test('a reset puts every switch back', async () => {
  login.switches.accessTokenSeconds = 60;
  login.switches.rules.push({ what: 'block' });
  login.state.reset();
  expect(login.switches).toMatchObject({ accessTokenSeconds: 3600, rules: [] });
});

describe('multifactor authentication', () => {
  test('can be demanded at the next sign-in: one approval satisfies it', async () => {
    login.switches.rules.push({ what: 'demandMfa', userId: people.avery, once: true });
    const browser = login.browser();
    const { page } = await browser.open(login.app().authorizeUrl({ login_hint: 'avery@contoso.com' }));
    const approval = await page?.press('Sign in', { Password: 'x' });
    expect(approval?.page?.heading).toBe('Approve sign in request');
    const done = await approval?.page?.press('Approve');
    expect(answerIn(done?.redirectUrl ?? '')).toHaveProperty('code');
    expect(login.switches.rules).toEqual([]);
  });

  test('demanded of a signed-in user makes prompt=none answer interaction_required', async () => {
    const { browser, app } = await tokensOf();
    login.switches.rules.push({ what: 'demandMfa' });
    const { redirectUrl } = await browser.open(app.authorizeUrl({ prompt: 'none' }));
    expect(answerIn(redirectUrl ?? '')).toMatchObject({
      error: 'interaction_required',
      error_description: expect.stringContaining('AADSTS50076'),
    });
  });

  test('does not concern somebody else', async () => {
    login.switches.rules.push({ what: 'demandMfa', userId: people.helen });
    const { page } = await login
      .browser()
      .open(login.app().authorizeUrl({ login_hint: 'avery@contoso.com' }));
    const done = await page?.press('Sign in', { Password: 'x' });
    expect(answerIn(done?.redirectUrl ?? '')).toHaveProperty('code');
  });
});

describe('an authentication context', () => {
  const claims = JSON.stringify({ access_token: { acrs: { essential: true, value: 'c1' } } });

  test('that Graph demands is met by stepping up, and by refreshing from then on', async () => {
    const { app, browser, tokens } = await tokensOf();
    login.switches.demandContext(people.avery, 'c1');
    expect(login.switches.challengeFor(tokens.access_token)).toBe(claims);

    expect(await app.refresh(tokens.refresh_token, { claims })).toMatchObject({
      error: 'interaction_required',
      suberror: 'basic_action',
      error_codes: [50076],
      claims,
    });

    const { page } = await browser.open(app.authorizeUrl({ claims }));
    const done = await page?.press('Approve');
    const stepped = await app.redeem(done?.redirectUrl ?? '', { claims });
    expect(login.switches.challengeFor(stepped.access_token)).toBeUndefined();

    const plain = await app.refresh(stepped.refresh_token);
    expect(login.switches.challengeFor(plain.access_token)).toBe(claims);
    const again = await app.refresh(stepped.refresh_token, { claims });
    expect(login.switches.challengeFor(again.access_token)).toBeUndefined();
  });
});

describe('continuous access evaluation', () => {
  test('challenges the tokens of a user, and a refresh with the claims gives a good one', async () => {
    const { app, tokens } = await tokensOf();
    expect(login.switches.challengeFor(tokens.access_token)).toBeUndefined();
    login.switches.challengeTokens(people.avery);
    const claims = login.switches.challengeFor(tokens.access_token) ?? '';
    expect(JSON.parse(claims)).toMatchObject({ access_token: { nbf: { essential: true } } });
    const fresh = await app.refresh(tokens.refresh_token, { claims });
    expect(login.switches.challengeFor(fresh.access_token)).toBeUndefined();
    expect(login.state.tokens.get(fresh.access_token)?.claims).toBe(claims);
  });

  test('after revoked sessions wants a fresh sign-in: no token, no refresh, no session is left', async () => {
    const { app, browser, tokens } = await tokensOf();
    login.switches.revokeSessions(people.avery);
    expect(login.switches.challengeFor(tokens.access_token)).toContain('nbf');
    expect(await app.refresh(tokens.refresh_token)).toMatchObject({
      error: 'invalid_grant',
      suberror: 'bad_token',
      error_codes: [50173],
    });
    const silent = await browser.open(app.authorizeUrl({ prompt: 'none' }));
    expect(answerIn(silent.redirectUrl ?? '').error).toBe('login_required');
    const again = await app.redeem(await browser.signIn(app.authorizeUrl(), avery));
    expect(login.switches.challengeFor(again.access_token)).toBeUndefined();
  });
});

describe('a Conditional Access block', () => {
  test('stops a sign-in at AADSTS53003 and a refresh too', async () => {
    const { app, tokens } = await tokensOf();
    login.switches.rules.push({ what: 'block', userId: people.avery });
    await expect(login.browser().signIn(app.authorizeUrl(), avery)).rejects.toThrow('AADSTS53003');
    expect(await app.refresh(tokens.refresh_token)).toMatchObject({
      error: 'invalid_grant',
      suberror: 'message_only',
      error_codes: [53003],
    });
  });

  test('that is met once is gone afterwards', async () => {
    login.switches.rules.push({ what: 'block', once: true });
    const browser = login.browser();
    await expect(browser.signIn(login.app().authorizeUrl(), avery)).rejects.toThrow('AADSTS53003');
    expect(answerIn(await browser.signIn(login.app().authorizeUrl(), avery))).toHaveProperty('code');
  });
});

test('declined consent comes back to the app without a page', async () => {
  login.switches.rules.push({ what: 'declineConsent', once: true });
  const answer = answerIn(await login.browser().signIn(login.app().authorizeUrl(), avery));
  expect(answer.error).toBe('access_denied');
  expect(answer.error_description).toContain('AADSTS65004');
});
