import type { Page } from 'puppeteer-core';
import { expect, inject, test } from 'vitest';
import type { browser as extensionApi } from 'wxt/browser';
import { people, sandboxClientId } from '../sandbox/seed';
import { userOf } from '../sandbox/state';
import { goTo, signIn } from './admin';
import { violationsOf } from './axe';
import { withGrants } from './granted';
import { byRole, click, fill, find, panelOf, visiblePanelOf, waitForText } from './panel';
import { type Stage, useStage } from './stage';
import { userPage } from './story';
import { pause, until } from './until';

declare const chrome: typeof extensionApi;

const stage = useStage();
const kind = inject('browserKind');

/** A user's page in another portal. */
const userPageAt = (host: string, userId: string) => userPage(userId).replace('entra.microsoft.com', host);

/** Chooses a cloud in Options, which asks for access to it. */
async function chooseCloud({ browser }: Stage, cloud: string): Promise<Page> {
  const options = await browser.openExtensionPage('options.html');
  await fill(options, 'combobox', 'Cloud', cloud);
  await click(options, 'Use this cloud');
  await until('the cloud to be saved', () =>
    options.evaluate(
      async (cloud) => JSON.stringify(await chrome.storage.local.get('settings')).includes(`"${cloud}"`),
      cloud,
    ),
  );
  return options;
}

/** Origins granted beyond those of the installation. */
const grantsOf = (options: Page) =>
  options.evaluate(async () => {
    const { origins = [], permissions = [] } = await chrome.permissions.getAll();
    return [...origins, ...permissions].filter(
      (name) => !/^(storage|identity|https:\/\/(entra|graph)\.microsoft\.com\/\*)$/.test(name),
    );
  });

const scriptsOf = (options: Page) =>
  options.evaluate(async () => {
    const scripts = await chrome.scripting?.getRegisteredContentScripts();
    return scripts?.flatMap(({ matches = [] }) => matches) ?? [];
  });

/** Opens a page until our script is in it: the portal's page may be there before the browser knows the script. */
const scriptsAre = (options: Page, matches: string[]) =>
  until(
    `a script on ${matches}`,
    async () => JSON.stringify((await scriptsOf(options)).sort()) === JSON.stringify(matches.sort()),
  );

const requestedHosts = () =>
  [
    ...new Set(stage.sandbox.log.filter(({ room }) => room !== 'portal').map(({ url }) => new URL(url).host)),
  ].sort();

test('a page of the US Government cloud issues a pass, from the Microsoft Graph of its tenant', async () => {
  await withGrants(kind, stage.sandbox, async (stage) => {
    const options = await chooseCloud(stage, 'usgov');
    await scriptsAre(options, ['https://entra.microsoft.us/*']);
    if (kind === 'firefox')
      expect((await grantsOf(options)).sort()).toEqual([
        'https://dod-graph.microsoft.us/*',
        'https://entra.microsoft.us/*',
        'https://graph.microsoft.us/*',
        'scripting',
      ]);
    const page = await stage.browser.open(userPageAt('entra.microsoft.us', people.ines));
    await signIn(stage, page);
    const panel = await panelOf(page);
    await waitForText(panel, 'ines@contoso.com');
    await click(panel, 'Issue TAP');
    await waitForText(panel, 'Copied');
    expect(await stage.browser.paste()).toBe(codeOfIn(stage, 0, people.ines));
    expect(requestedHosts()).toEqual(['graph.microsoft.us', 'login.microsoftonline.us']);

    // The same portal, a tenant of DoD.
    await page.bringToFront();
    await goTo(page, userPage(people.fabrikamGuest).replace('#', '#@fabrikam.com/'));
    await waitForText(panel, 'felix@fabrikam.com');
    await click(panel, 'Issue TAP');
    await waitForText(panel, 'Copied');
    expect(await stage.browser.paste()).toBe(codeOfIn(stage, 1, people.fabrikamGuest));
    expect(requestedHosts()).toEqual([
      'dod-graph.microsoft.us',
      'graph.microsoft.us',
      'login.microsoftonline.us',
    ]);

    // The Entra admin center of the global cloud says whose page it is, and asks nobody.
    const other = await stage.browser.open(userPage(people.ines));
    await waitForText(await panelOf(other), 'This page belongs to the global cloud');
    expect(await violationsOf(await panelOf(other))).toEqual([]);
    await waitForText(await panelOf(other), "Open the user in that cloud's portal");
    expect(requestedHosts().filter((host) => host.endsWith('.com'))).toEqual([]);
  });
});

const codeOfIn = ({ sandbox }: Stage, tenant: number, userId: string) => {
  const found = sandbox.state.tenants[tenant];
  return found && userOf(found, userId)?._pass?.code;
};

test('metadata that names no Microsoft Graph of the cloud is a failure with a way on, and no token is asked for', async () => {
  await withGrants(kind, stage.sandbox, async (stage) => {
    const options = await chooseCloud(stage, 'usgov');
    await scriptsAre(options, ['https://entra.microsoft.us/*']);
    const body = JSON.stringify({ msgraph_host: 'graph.evil.example' });
    stage.sandbox.faults.add({
      url: /openid-configuration/,
      fault: { kind: 'answer', status: 200, body, headers: { 'access-control-allow-origin': '*' } },
    });
    const page = await stage.browser.open(
      userPageAt('entra.microsoft.us', people.ines).replace('#', '#@contoso.com/'),
    );
    const panel = await panelOf(page);
    await click(panel, 'Sign in');
    await waitForText(panel, 'Microsoft Entra does not say which Microsoft Graph belongs to this tenant.');
    await find(panel, 'button', 'Options');
    expect(requestedHosts()).toEqual(['login.microsoftonline.us']);
    stage.sandbox.faults.clear();
  });
});

test('in China the panel says that there is no pass, and Microsoft Graph is asked nothing', async () => {
  await withGrants(kind, stage.sandbox, async (stage) => {
    const options = await chooseCloud(stage, 'china');
    await waitForText(options, 'not offered there');
    await scriptsAre(options, ['https://entra.microsoftonline.cn/*']);
    if (kind === 'firefox')
      expect((await grantsOf(options)).sort()).toEqual(['https://entra.microsoftonline.cn/*', 'scripting']);
    const page = await stage.browser.open(userPageAt('entra.microsoftonline.cn', people.ines));
    const panel = await panelOf(page);
    await waitForText(panel, 'No pass in this cloud');
    await waitForText(panel, 'offers no Temporary Access Pass in the China cloud');
    expect(await panel.$(byRole('alert'))).toBeNull();
    expect(await violationsOf(panel)).toEqual([]);
    if (kind === 'chromium') await waitForText(await stage.browser.openPopup(page), 'No pass in this cloud');
    expect(requestedHosts()).toEqual([]);
  });
});

test('the Azure portal, switched on in Options, has the panel; switched off, or withdrawn, it has none', async () => {
  await withGrants(kind, stage.sandbox, async (stage) => {
    const azure = userPageAt('portal.azure.com', people.ines);
    const page = await stage.browser.open(azure);
    const options = await stage.browser.openExtensionPage('options.html');
    await click(options, 'Azure portal', 'checkbox');
    await scriptsAre(options, ['https://portal.azure.com/*']);
    await page.bringToFront();
    await page.reload();
    await signIn(stage, page);
    const panel = await panelOf(page);
    await click(panel, 'Issue TAP');
    await waitForText(panel, 'Copied');
    expect(await stage.browser.paste()).toBe(codeOfIn(stage, 0, people.ines));

    await options.bringToFront();
    await click(options, 'Azure portal', 'checkbox');
    await scriptsAre(options, []);
    if (kind === 'firefox')
      await until('access to be given back', async () => (await grantsOf(options)).length === 0);
    await page.bringToFront();
    await page.reload();
    await pause(1000);
    expect(await visiblePanelOf(page)).toBeUndefined();

    if (kind !== 'firefox') return;
    await options.bringToFront();
    await click(options, 'Azure portal', 'checkbox');
    await scriptsAre(options, ['https://portal.azure.com/*']);
    // What the add-ons manager does when the user takes the permission away there.
    await options.evaluate(() => chrome.permissions.remove({ origins: ['https://portal.azure.com/*'] }));
    await until('the setting to be off', () =>
      options.evaluate(
        () => (document.querySelector('#show-in-azure-portal') as HTMLInputElement)?.checked === false,
      ),
    );
    await scriptsAre(options, []);
  });
});

test('who says no to the browser is told, and nothing is switched on', async () => {
  const options = await stage.browser.openExtensionPage('options.html');
  await options.evaluate(() => {
    const { browser = chrome } = globalThis as { browser?: typeof extensionApi };
    Object.defineProperty(browser.permissions, 'request', { value: async () => false });
  });
  await click(options, 'Azure portal', 'checkbox');
  await waitForText(options, 'The browser did not grant access. Nothing was changed.');
  expect(await options.$eval('#show-in-azure-portal', (box) => (box as HTMLInputElement).checked)).toBe(
    false,
  );
  await fill(options, 'combobox', 'Cloud', 'usgov');
  await click(options, 'Use this cloud');
  await waitForText(options, 'The browser did not grant access. Nothing was changed.');
  expect(await violationsOf(options)).toEqual([]);
  const stored = await options.evaluate(() => chrome.storage.local.get('settings'));
  expect(stored).toEqual({ settings: { clientId: sandboxClientId } });
});

test('the build that ships may ask for all of it, and names its own script', async ({ skip }) => {
  skip(kind !== 'chromium', 'Firefox asks and grants in the tests above.');
  const options = await stage.browser.openExtensionPage('options.html');
  const answers = await options.evaluate(async () => {
    const { optional_host_permissions: origins = [] } = chrome.runtime.getManifest() as {
      optional_host_permissions?: string[];
    };
    // It warns of nothing, so that Chromium grants it without a question.
    const scripting = await chrome.permissions.request({ permissions: ['scripting'] });
    const named = chrome.scripting !== undefined;
    await chrome.permissions.remove({ permissions: ['scripting'] });
    // The browser's question stays on the screen until this page closes; what the manifest does not list is refused at once.
    const asked = await Promise.race([
      chrome.permissions.request({ origins }).catch(String),
      new Promise((passed) => setTimeout(passed, 500, 'asked')),
    ]);
    return { scripting, named, asked };
  });
  expect(answers).toEqual({ scripting: true, named: true, asked: 'asked' });
  await options.close();
});
