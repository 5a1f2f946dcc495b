import puppeteer, { type Browser, type Frame, type Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bladeNamed } from '../e2e/blade';
import { chromiumOptions } from '../e2e/launch-options';
import { findBrowser } from '../run/browsers.mjs';
import { people } from '../sandbox/seed';
import { type Sandbox, startSandbox } from '../sandbox/server';

declare global {
  interface Window {
    portal: { navigate(hash: string, way: 'hash' | 'pushState'): void };
  }
}

const portal = 'https://entra.microsoft.com/';
const usersList = '#view/Microsoft_AAD_UsersAndTenants/UserManagementMenuBlade/~/AllUsers';
const pageOf = (userId: string, menu = 'overview') =>
  `#view/Microsoft_AAD_UsersAndTenants/UserProfileMenuBlade/~/${menu}/userId/${userId}`;

let sandbox: Sandbox;
let browser: Browser;
let page: Page;
let complaints: string[];
let clicks: number;

beforeAll(async () => {
  const executablePath = findBrowser('chromium');
  if (!executablePath) throw new Error('No Chromium was found; `npm test` installs one or says how.');
  sandbox = await startSandbox();
  browser = await puppeteer.launch({
    ...chromiumOptions(sandbox),
    executablePath,
    headless: true,
    defaultViewport: { width: 1440, height: 900 },
  });
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await sandbox?.close();
});
beforeEach(async () => {
  sandbox.state.reset();
  complaints = [];
  clicks = 0;
  page = await browser.newPage();
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    // What a header variant forbids, the browser notes; the page itself has another way.
    const isPolicy = /permissions policy/i.test(message.text());
    if (message.type() === 'error' && !isPolicy) complaints.push(message.text());
  });
});
afterEach(() => page.close());

/** Clicks as a person does, and counts it. */
async function click(where: Page | Frame, role: string, name: string): Promise<void> {
  await where.locator(`::-p-aria([role="${role}"][name="${name}"])`).click();
  clicks += 1;
}

/** What the clipboard holds, by pasting it. */
async function paste(): Promise<string> {
  const other = await browser.newPage();
  await other.goto('https://sandbox.test/paste');
  await other.focus('textarea');
  await other.keyboard.down('Control');
  await other.keyboard.press('v');
  await other.keyboard.up('Control');
  await other.waitForFunction(() => document.querySelector('textarea')?.value !== '');
  const text = await other.$eval('textarea', ({ value }) => value);
  await other.close();
  await page.bringToFront();
  return text;
}

const shows = (text: string) =>
  page.waitForFunction((wanted) => document.querySelector('h2')?.textContent === wanted, {}, text);

describe('the portal in a browser', { timeout: 30_000 }, () => {
  it.each(['', '?headers=csp', '?headers=permissions', '?headers=coep'])(
    'takes six clicks from a user page to the pass on the clipboard (%s)',
    async (query) => {
      await page.goto(portal + query + pageOf(people.ines));
      await bladeNamed(page, 'UserProfile.ReactView');
      await page.locator('nav[aria-label="Blade menu"] a ::-p-text(Authentication methods)').click();
      clicks += 1;
      await click(await bladeNamed(page, 'UserAuthMethods.ReactView'), 'button', 'Add authentication method');
      const pane = await bladeNamed(page, 'AddAuthMethod.ReactView');
      await click(pane, 'combobox', 'Choose method');
      await click(pane, 'option', 'Temporary Access Pass');
      await click(pane, 'button', 'Add');
      await click(pane, 'button', 'Copy to clipboard');
      await pane.waitForSelector('::-p-aria([role="button"][name="Copied"])');
      const shown = await pane.$eval('input.pass', ({ value }) => value);
      const ines = sandbox.state.tenants[0]?.users.find(({ id }) => id === people.ines);
      expect(shown).toBe(ines?._pass?.code);
      expect(clicks).toBe(6);
      expect(await paste()).toBe(shown);
      await click(pane, 'button', 'OK');
      await page.waitForSelector('.fxs-contextpane', { hidden: true });
      await (await bladeNamed(page, 'UserAuthMethods.ReactView')).waitForSelector(
        '::-p-text(EnabledByPolicy)',
      );
      expect(sandbox.log.filter(({ room }) => room === 'graph')).toEqual([]);
      expect(complaints).toEqual([]);
    },
  );

  it('follows a link in a blade, location.hash, pushState and the back button', async () => {
    await page.goto(portal + usersList);
    const link = (await bladeNamed(page, 'UsersList.ReactView')).locator(
      '::-p-aria([role="link"][name="Ines Contractor"])',
    );
    await link.click();
    await shows('Ines Contractor');
    expect(page.url()).toContain(pageOf(people.ines));
    await page.evaluate((hash) => window.portal.navigate(hash, 'hash'), pageOf(people.adele));
    await shows('Adele Partner');
    await page.evaluate((hash) => window.portal.navigate(hash, 'pushState'), pageOf(people.emil, 'Devices'));
    await shows('Emil Employee | Devices');
    expect(page.url()).toBe(portal + pageOf(people.emil, 'Devices'));
    await page.goBack();
    await shows('Adele Partner');
    expect(complaints).toEqual([]);
  });

  it('floats one active blade of another origin over the page and keeps others warm and hidden', async () => {
    await page.goto(portal + pageOf(people.ines));
    const frame = await bladeNamed(page, 'UserProfile.ReactView');
    expect(new URL(frame.url()).host).toBe('sandbox-1.reactblade.portal.azure.net');
    expect(frame.url()).not.toContain(people.ines);
    await page.waitForSelector('iframe.fxs-reactview-frame:not(.fxs-reactview-frame-active)');
    const boxes = await page.$$eval('.fxs-journey-layout > iframe', (frames) =>
      frames.map((each) => {
        const { left, top, width } = each.getBoundingClientRect();
        return { left, top, width, isActive: each.classList.contains('fxs-reactview-frame-active') };
      }),
    );
    expect(boxes).toContainEqual({ left: 220 + 265, top: 132, width: 1440 - 220 - 265, isActive: true });
    expect(boxes.filter(({ isActive }) => !isActive)).toEqual([
      { left: 0, top: 0, width: 0, isActive: false },
    ]);
  });

  it('names account and directory on the avatar button and switches the directory', async () => {
    await page.goto(portal + usersList);
    const title = () => page.$eval('#fxs-avatarmenu-button', (button) => (button as HTMLElement).title);
    await page.waitForSelector('#fxs-avatarmenu-button');
    const [contoso, fabrikam] = sandbox.state.tenants;
    expect((await title()).split('\n')).toEqual([
      'Name: Avery Admin',
      'Email: avery@contoso.com',
      `Directory: Contoso (${contoso?.id})`,
      'Domain: contoso.onmicrosoft.com',
    ]);
    await page.click('#fxs-avatarmenu-button');
    const arrived = page.waitForNavigation();
    await click(page, 'menuitem', 'Fabrikam fabrikam.com');
    await arrived;
    await page.waitForSelector('#fxs-avatarmenu-button');
    expect(await title()).toContain(`Directory: Fabrikam (${fabrikam?.id})`);
    expect(page.url()).toBe(`${portal}${fabrikam?.id}#home`);
  });

  it('changes the theme on its body, in the blade and in the address', async () => {
    await page.goto(`${portal}?theme=dark${pageOf(people.ines)}`);
    const blade = await bladeNamed(page, 'UserProfile.ReactView');
    expect(await page.$eval('body', ({ className }) => className)).toMatch(
      /fxs-mode-dark .*standardcontrast/,
    );
    await click(page, 'button', 'Settings');
    await click(page, 'menuitem', 'High contrast');
    expect(await page.$eval('body', ({ className }) => className)).not.toContain('standardcontrast');
    await blade.waitForSelector('body:not(.fxs-mode-standardcontrast)');
    expect(page.url()).toBe(`${portal}?theme=hc${pageOf(people.ines)}`);
  });

  it.each([
    ['#blade/Microsoft_AAD_IAM/RiskyUsersBlade/userId/10000000-0000-4000-8000-000000000001', 'Risky users'],
    [
      '#view/Microsoft_AAD_UsersAndTenants/UserManagementMenuBlade/~/DeletedUsers/menuId/',
      'Users | Deleted users',
    ],
    [
      '#view/Microsoft_AAD_IAM/GroupDetailsMenuBlade/~/Overview/groupId/20000000-0000-4000-8000-000000000001',
      'TAP Contractors',
    ],
    ['#view/Microsoft_AAD_Devices/DeviceDetailsMenuBlade/~/Properties/objectId/1', 'CONTOSO-LT-014'],
    [
      '#view/Microsoft_AAD_RegisteredApps/ApplicationMenuBlade/~/Overview/appId/6e57a001-5a9d-4b0c-8c1d-9a55e5b0c0de',
      'Guestpass',
    ],
    [
      '#@contoso.com/blade/Microsoft_AAD_IAM/UserDetailsMenuBlade/Profile/userId/ines%40contoso.com',
      'Ines Contractor',
    ],
    ['#view/Microsoft_AAD_IAM/AuthenticationMethodsMenuBlade/~/AdminAuthMethods', 'Authentication methods'],
    ['#view/Microsoft_AAD_IAM/TenantOverview.ReactView/initialValue//tabId//', 'Tenant Overview'],
    ['#home', 'Welcome, Avery'],
  ])('shows at %s the page “%s”', async (hash, title) => {
    await page.goto(portal + hash);
    await shows(title);
    expect(complaints).toEqual([]);
  });
});
