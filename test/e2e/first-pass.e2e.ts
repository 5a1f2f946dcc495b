import type { Page } from 'puppeteer-core';
import { expect, inject, test } from 'vitest';
import { people, sandboxClientId } from '../sandbox/seed';
import { type Sandbox, startSandbox } from '../sandbox/server';
import { userOf } from '../sandbox/state';
import { openBrowser } from './browser';
import { pageAfterInstall } from './installed';
import { click, fill, panelOf, waitForText } from './panel';
import { extensionDir } from './stage';
import { userPage } from './story';
import { until } from './until';

const kind = inject('browserKind');

/** What stands for the admin's shell: registers the app as these commands for the Azure CLI say, and nothing else. */
function runInShell({ state }: Sandbox, commands: string): string {
  const body = /--body '(.*)'\)"/s.exec(commands)?.[1] ?? '';
  const { spa, requiredResourceAccess } = JSON.parse(body);
  const [{ resourceAccess }] = requiredResourceAccess;
  const app = state.tenants[0]?.apps[0];
  if (!app || resourceAccess.length !== 4) throw new Error(`Not what Guestpass takes: ${body}`);
  app.redirectUris = spa.redirectUris;
  return app.clientId;
}

/** A person at the browser, every click and every field of whom is counted. */
function person() {
  const did: string[] = [];
  return {
    did,
    click(place: Parameters<typeof click>[0], name: string) {
      did.push(`click ${name}`);
      return click(place, name);
    },
    async clickOn(page: Page, selector: string) {
      did.push(`click ${selector}`);
      await page.locator(selector).click();
    },
    fill(page: Page, field: string, text: string) {
      did.push(`fill ${field}`);
      return fill(page, 'textbox', field, text);
    },
    /** No mouse and no keys: a window that another one covers takes none from a driver. */
    async answer(window: Page, heading: string, text?: string) {
      await until(heading, () =>
        window.evaluate((h) => document.querySelector('h1')?.textContent === h, heading),
      );
      if (text !== undefined) did.push(`fill ${heading}`);
      did.push(`click ${heading}`);
      await window.evaluate((text) => {
        const field = document.querySelector<HTMLInputElement>(
          'input[name=login]:not([type=hidden]), input[type=password]',
        );
        if (field && text !== undefined) field.value = text;
        document.querySelector<HTMLButtonElement>('button.primary')?.click();
      }, text);
    },
    async goTo(page: Page, url: string) {
      did.push(`open ${url}`);
      await page.goto(url);
    },
  };
}

test('from the installation to the first pass: through Options, in twelve interactions and under a minute', async () => {
  const sandbox = await startSandbox();
  const [contoso] = sandbox.state.tenants;
  if (!contoso) throw new Error('The sandbox has no tenant.');
  // Nothing is set up in the tenant: nobody has registered or granted anything.
  for (const { apps } of sandbox.state.tenants)
    for (const app of apps) Object.assign(app, { redirectUris: [], adminConsent: [] });
  const browser = await openBrowser(kind, { sandbox, extensionDir: extensionDir(kind) });
  try {
    const options = await pageAfterInstall(browser);
    const begin = Date.now();
    const admin = person();
    await admin.clickOn(options, '.way:nth-of-type(2) summary');
    await admin.click(options, 'Copy Azure CLI commands');
    await waitForText(options, 'Copied');
    const clientId = runInShell(sandbox, await browser.paste());
    expect(clientId).toBe(sandboxClientId);

    await options.bringToFront();
    await admin.fill(options, 'Application (client) ID', clientId);
    await admin.click(options, 'Save');
    await waitForText(options, 'Saved');

    await admin.click(options, 'Test connection');
    const window = await browser.signInWindow();
    await admin.answer(window, 'Sign in', 'gina@contoso.com');
    await admin.answer(window, 'Enter password', 'any password will do');
    await admin.answer(window, 'Permissions requested');
    await options.bringToFront();
    await waitForText(options, 'Guestpass is ready.');

    const page = await browser.browser.newPage();
    await admin.goTo(page, userPage(people.ines));
    await admin.click(await panelOf(page), 'Issue TAP');
    await waitForText(await panelOf(page), 'Copied');
    const seconds = (Date.now() - begin) / 1000;
    expect(await browser.paste()).toBe(userOf(contoso, people.ines)?._pass?.code);

    expect(admin.did.length, admin.did.join('\n')).toBeLessThanOrEqual(12);
    expect(seconds).toBeLessThan(60);
  } finally {
    await browser.close();
    await sandbox.close();
  }
});
