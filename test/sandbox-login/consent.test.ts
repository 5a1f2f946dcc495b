import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { contosoId, sandboxClientId } from '../sandbox/seed';
import { answerIn, avery, redirectUri, type SandboxLogin, startLogin } from './browser';

let login: SandboxLogin;
beforeAll(async () => {
  login = await startLogin();
});
beforeEach(() => login.state.reset());
afterAll(() => login.close());

const gina = { username: 'gina@contoso.com' };
const audit = { scope: 'openid offline_access https://graph.microsoft.com/AuditLog.Read.All' };
const basic = { scope: 'openid offline_access https://graph.microsoft.com/User.ReadBasic.All' };

/** Signs in up to the page that asks for, or speaks of, permissions. */
async function pageFor(browser: ReturnType<SandboxLogin['browser']>, username: string, scope: typeof audit) {
  const url = login.app().authorizeUrl({ ...scope, login_hint: username });
  const { page } = await browser.open(url);
  return (await page?.press('Sign in', { Password: 'x' }))?.page;
}

describe('a permission that is not granted yet', () => {
  test('and that only an admin can grant stops others at AADSTS90094, back at the app AADSTS65004', async () => {
    const page = await pageFor(login.browser(), 'avery@contoso.com', audit);
    expect(page?.heading).toBe('Need admin approval');
    expect(page?.text).toContain('AADSTS90094');
    const back = await page?.press('Return to the application without granting consent');
    const answer = answerIn(back?.redirectUrl ?? '');
    expect(answer.error).toBe('access_denied');
    expect(answer.error_description).toContain('AADSTS65004');
  });

  test('is asked of an admin, who can grant it for everybody', async () => {
    const page = await pageFor(login.browser(), 'gina@contoso.com', audit);
    expect(page).toMatchObject({ heading: 'Permissions requested', buttons: ['Accept', 'Cancel'] });
    expect(page?.text).toContain('AuditLog.Read.All');
    const accepted = await page?.press('Accept', { 'Consent on behalf of your organization': 'on' });
    expect(answerIn(accepted?.redirectUrl ?? '')).toHaveProperty('code');
    const app = login.app();
    const tokens = await app.redeem(await login.browser().signIn(app.authorizeUrl(audit), avery));
    expect(login.state.tokens.get(tokens.access_token)?.scopes).toContain('AuditLog.Read.All');
  });

  test('accepted by an admin for herself leaves the others without it', async () => {
    const app = login.app();
    const tokens = await app.redeem(await login.browser().signIn(app.authorizeUrl(audit), gina));
    expect(login.state.tokens.get(tokens.access_token)?.scopes).toContain('AuditLog.Read.All');
    const other = login.browser().signIn(app.authorizeUrl(audit), avery);
    await expect(other).rejects.toThrow('Need admin approval');
  });

  test('can be granted by anybody when it is a small one, once', async () => {
    const browser = login.browser();
    const page = await pageFor(browser, 'noah@contoso.com', basic);
    expect(page?.text).not.toContain('on behalf of your organization');
    await page?.press('Accept');
    const again = await browser.open(login.app().authorizeUrl({ ...basic, prompt: 'none' }));
    expect(answerIn(again.redirectUrl ?? '')).toHaveProperty('code');
  });

  test('that is declined is access_denied with AADSTS65004', async () => {
    const page = await pageFor(login.browser(), 'gina@contoso.com', audit);
    const declined = await page?.press('Cancel');
    const answer = answerIn(declined?.redirectUrl ?? '');
    expect(answer).toMatchObject({ error: 'access_denied', error_subcode: 'cancel' });
    expect(answer.error_description).toContain('AADSTS65004');
  });

  test('makes prompt=none answer consent_required', async () => {
    const browser = login.browser();
    await browser.signIn(login.app().authorizeUrl(), avery);
    const { redirectUrl } = await browser.open(login.app().authorizeUrl({ ...audit, prompt: 'none' }));
    expect(answerIn(redirectUrl ?? '').error).toBe('consent_required');
  });
});

test('granted permissions are not asked for again, unless by prompt=consent', async () => {
  const browser = login.browser();
  const url = login.app().authorizeUrl();
  expect(answerIn(await browser.signIn(url, gina))).toHaveProperty('code');
  const { page } = await browser.open(login.app().authorizeUrl({ prompt: 'consent' }));
  expect(page?.heading).toBe('Permissions requested');
});

describe('.default', () => {
  const whatever = { scope: 'openid offline_access https://graph.microsoft.com/.default' };

  test('gives what is granted, and asks for nothing more', async () => {
    login.state.tenants[0]?.apps[0]?.adminConsent.splice(1);
    const app = login.app();
    const tokens = await app.redeem(
      await login.browser().signIn(app.authorizeUrl(whatever), avery),
      whatever,
    );
    expect(tokens.scope).toBe('openid profile email https://graph.microsoft.com/User.Read');
  });

  test('asks for all that is registered where nothing is granted', async () => {
    login.state.tenants[0]?.apps[0]?.adminConsent.splice(0);
    const page = await pageFor(login.browser(), 'gina@contoso.com', whatever);
    expect(page?.text).toContain('UserAuthMethod-TAP.ReadWrite.All');
    const other = login.browser().signIn(login.app().authorizeUrl(whatever), avery);
    await expect(other).rejects.toThrow('Need admin approval');
  });
});

describe('admin consent', () => {
  const link = `https://login.microsoftonline.com/contoso.com/v2.0/adminconsent?${new URLSearchParams({
    client_id: sandboxClientId,
    scope: 'https://graph.microsoft.com/AuditLog.Read.All',
    redirect_uri: redirectUri,
  })}`;

  test('is given to the permissions of the link, for everybody', async () => {
    const back = await login.browser().signIn(link, gina);
    expect(new URL(back).searchParams.get('admin_consent')).toBe('True');
    expect(new URL(back).searchParams.get('tenant')).toBe(contosoId);
    expect(new URL(back).hash).toBe('');
    expect(login.state.tenants[0]?.apps[0]?.adminConsent).toContain('AuditLog.Read.All');
  });

  test('can be declined, and is not for others', async () => {
    const back = await login.browser().signIn(link, { ...gina, consent: 'Cancel' });
    expect(new URL(back).searchParams.get('error')).toBe('access_denied');
    await expect(login.browser().signIn(link, avery)).rejects.toThrow('Need admin approval');
    expect(login.state.tenants[0]?.apps[0]?.adminConsent).not.toContain('AuditLog.Read.All');
  });
});
