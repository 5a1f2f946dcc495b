import type { Frame, Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { people, sandboxClientId } from '../sandbox/seed';
import { type Sandbox, startSandbox } from '../sandbox/server';
import { userOf } from '../sandbox/state';
import { openBrowser, type TestBrowser } from './browser';
import { byRole, click, panelOf, visiblePanelOf, waitForText } from './panel';
import { signInAs } from './sign-in';

const kind = inject('browserKind');
const portal = 'https://entra.microsoft.com/';
const userPage = (id: string, menu = 'overview') =>
  `${portal}#view/Microsoft_AAD_UsersAndTenants/UserProfileMenuBlade/~/${menu}/userId/${id}`;

let sandbox: Sandbox;
let guestpass: TestBrowser;
let page: Page;

beforeAll(async () => {
  sandbox = await startSandbox();
  guestpass = await openBrowser(kind, {
    sandbox,
    extensionDir: `.output/${kind === 'firefox' ? 'firefox' : 'chrome'}-mv3`,
  });
});
afterAll(async () => {
  await guestpass?.close();
  await sandbox?.close();
});

const passOf = (id: string) => {
  const [contoso] = sandbox.state.tenants;
  return contoso && userOf(contoso, id)?._pass;
};
const posts = () =>
  sandbox.log.filter(({ method, url }) => method === 'POST' && url.includes('temporaryAccessPassMethods'))
    .length;
const graphRequests = () => sandbox.log.filter(({ room }) => room === 'graph').length;
const go = (url: string) =>
  page.evaluate((hash) => {
    location.hash = hash;
  }, new URL(url).hash);

async function setClientId(clientId: string): Promise<void> {
  const options = await guestpass.openExtensionPage('options.html');
  const field = await options.waitForSelector(byRole('textbox', 'Application (client) ID'));
  await field?.evaluate((input) => (input as HTMLInputElement).select());
  await field?.type(clientId);
  await click(options, 'Save');
  await waitForText(options, 'Saved');
  await options.close();
}

/** The panel, signed in and armed, on the page of this user. */
async function readyPanel(id: string): Promise<Frame> {
  page = await guestpass.open(userPage(id));
  const panel = await panelOf(page);
  const signIn = await panel.waitForSelector(
    `${byRole('button', 'Sign in')}, ${byRole('button', 'Issue TAP')}, ${byRole('button', 'Replace TAP')}`,
  );
  if ((await signIn?.evaluate((button) => button.textContent)) === 'Sign in') {
    await click(panel, 'Sign in');
    await signInAs(await guestpass.signInWindow(), 'avery@contoso.com');
  }
  return panel;
}

describe(`the main flow in ${kind}`, () => {
  it('says where to set the client id, as long as it is not set', async () => {
    page = await guestpass.open(userPage(people.ines));
    const panel = await panelOf(page);
    await waitForText(panel, 'Application (client) ID');
    await panel.waitForSelector(byRole('button', 'Options'));
    expect(graphRequests()).toBe(0);
    await page.close();
    await setClientId(sandboxClientId);
  });
});
