import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { sandboxClientId } from '../sandbox/seed';
import { graphRequests } from './admin';
import { violationsOf } from './axe';
import { click, fill, find, waitForText } from './panel';
import { signInAs } from './sign-in';
import { enterSetting, useStage } from './stage';
import { until } from './until';

const stage = useStage();
const app = () => {
  const found = stage.sandbox.state.tenants[0]?.apps[0];
  if (!found) throw new Error('Contoso has no app.');
  return found;
};

/** Tests the connection in Options, and signs in as this admin. */
async function testAs(admin: string): Promise<Page> {
  const options = await stage.browser.openExtensionPage('options.html');
  await click(options, 'Test connection');
  await signInAs(await stage.browser.signInWindow(), admin);
  await options.bringToFront();
  await until('the end of the test', () => options.$('.checks li'));
  return options;
}

/** Tests the connection, and closes the sign-in window once it shows this. */
async function testUntil(words: string): Promise<Page> {
  const options = await stage.browser.openExtensionPage('options.html');
  await click(options, 'Test connection');
  const window = await stage.browser.signInWindow();
  await waitForText(window, words);
  await window.close();
  await options.bringToFront();
  await until('the end of the test', () => options.$('.checks li'));
  return options;
}

/** Follows the link for admin consent as this admin, who is not the one signed in. */
async function consentAs(admin: string, link: string): Promise<void> {
  const page = await stage.browser.open(link);
  await click(page, 'Use another account');
  await waitForText(page, 'Sign-in name');
  // It ends at an address where nobody answers, and the window stays.
  const signingIn = signInAs(page, admin).catch(() => {});
  await until('the consent', async () => app().adminConsent.includes('User.Read.All'));
  await page.close();
  await signingIn;
}

/** What each check says, by the label before its state. */
const checksIn = (page: Page) =>
  page.$$eval('.checks li', (items) =>
    Object.fromEntries(items.map((item) => [item.querySelector('b')?.textContent, item.className])),
  );
const linkIn = async (page: Page) =>
  (await find(page, 'link', 'Grant admin consent')).evaluate((link) => (link as HTMLAnchorElement).href);

describe('a test of the connection', () => {
  test('signs in, ticks what works, and changes nothing', async () => {
    const options = await testAs('avery@contoso.com');
    await waitForText(options, 'Guestpass is ready.');
    await waitForText(options, 'avery@contoso.com in Contoso');
    const checks = await checksIn(options);
    expect(Object.values(checks).filter((state) => state !== 'works')).toEqual(['optional', 'optional']);
    expect(checks).toHaveProperty(['UserAuthMethod-TAP.ReadWrite.All'], 'works');
    expect(await violationsOf(options)).toEqual([]);
    for (const request of graphRequests(stage)) expect(request).toMatch(/^GET |^OPTIONS |\$batch$/);
    await waitForText(options, 'Sign out');
  });

  test('names the role that is missing', async () => {
    const options = await testAs('helen@contoso.com');
    await waitForText(options, 'One thing does not work.');
    await waitForText(options, 'Global Reader');
    expect(await checksIn(options)).toMatchObject({ 'Reads the policy for Temporary Access Pass': 'warns' });
  });

  test('names the permission that is missing, and leads to its consent', async () => {
    app().adminConsent = app().adminConsent.filter((name) => name !== 'User.Read.All');
    const options = await testAs('avery@contoso.com');
    expect(await checksIn(options)).toMatchObject({ 'User.Read.All': 'fails', 'User.Read': 'works' });
    expect(await violationsOf(options)).toEqual([]);
    await consentAs('gina@contoso.com', await linkIn(options));
    await options.bringToFront();
    await click(options, 'Test connection');
    await waitForText(options, 'Guestpass is ready.');
  });
});

describe('what stops the sign-in is told, with where it is mended', () => {
  test('permissions of which none is granted, to an admin who may not grant them', async () => {
    app().adminConsent = [];
    const options = await testAs('avery@contoso.com');
    await waitForText(options, 'The permissions that Guestpass needs are not granted in this tenant.');
    expect(await linkIn(options)).toContain(`/organizations/v2.0/adminconsent?client_id=${sandboxClientId}&`);
    expect(await checksIn(options)).toMatchObject({ 'Signed in': 'fails', 'Reads a user': 'notTried' });
  });

  test('a client id that the tenant does not know, in the window', async () => {
    await enterSetting(stage.browser, 'Application (client) ID', '00000000-aaaa-4bbb-8ccc-000000000000');
    const options = await testUntil('AADSTS700016');
    await waitForText(options, 'The tenant does not know this Application (client) ID.');
    expect(await violationsOf(options)).toEqual([]);
  });

  test('a redirect URI that the app does not have, in the window', async () => {
    const [ours = ''] = app().redirectUris.filter((uri) =>
      uri.includes(stage.browser.kind === 'chromium' ? 'chromiumapp' : 'allizom'),
    );
    for (const { apps } of stage.sandbox.state.tenants) for (const each of apps) each.redirectUris = [];
    const options = await testUntil('AADSTS50011');
    const shown = await options.$eval('.sign-in-errors code', ({ textContent }) => textContent);
    expect(shown).toBe(ours);
  });

  test('a redirect URI of another platform', async () => {
    const words =
      'AADSTS9002326: Cross-origin token redemption is permitted only for single-page applications.';
    stage.sandbox.faults.add({
      url: /\/oauth2\/v2\.0\/token/,
      fault: {
        kind: 'answer',
        status: 400,
        headers: { 'content-type': 'application/json', 'access-control-allow-origin': '*' },
        body: JSON.stringify({ error: 'invalid_request', error_description: words }),
      },
    });
    const options = await testAs('avery@contoso.com');
    await waitForText(options, 'is not one of a single-page application');
    await waitForText(options, 'under Authentication, move the redirect URI');
  });

  test('a client id that is none, at its field, with where it goes wrong', async () => {
    const options = await stage.browser.openExtensionPage('options.html');
    await fill(options, 'textbox', 'Application (client) ID', '6e57a001-5a9d-4b0c-8c1d-9a55e5b0c0dX');
    await options.keyboard.press('Enter');
    await waitForText(options, 'Character 36 is “X”, but must be a digit or a letter from a to f.');
  });
});
