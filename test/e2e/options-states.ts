import type { browser as extensionApi } from 'wxt/browser';
import { people } from '../sandbox/seed';
import { forgetAll } from './forget-all';
import { click, fill, find } from './panel';
import { signInAs } from './sign-in';
import { issued, type ShowState } from './state-setting';

declare const chrome: typeof extensionApi;

/** Options after a test of the connection by this admin; without one the sign-in window was closed. */
const connection = (admin?: string): ShowState =>
  async function testConnection({ stage }) {
    const page = await stage.browser.openExtensionPage('options.html');
    await click(page, 'Test connection');
    const window = await stage.browser.signInWindow();
    await (admin ? signInAs(window, admin) : window.close());
    await page.waitForSelector('.checks li');
    return page;
  };
/** What an admin can come to see of the options page. */
export const optionsStates: Record<string, ShowState> = {
  'set-up': async ({ stage }) => {
    const page = await stage.browser.openExtensionPage('options.html');
    // Saved empty, it goes before the one that the build brings along.
    await page.evaluate(() => chrome.storage.local.set({ settings: { clientId: '' } }));
    await page.reload();
    await page.locator('.way:nth-of-type(3) summary').click();
    return page;
  },
  'connection-works': connection('avery@contoso.com'),
  'connection-role': connection('noah@contoso.com'),
  'connection-consent': async (setting) => {
    setting.contoso.apps[0]?.adminConsent.splice(2, 1);
    return connection('helen@contoso.com')(setting);
  },
  'connection-closed': connection(),
  'options-no-access': async ({ stage }) => {
    await forgetAll(stage.browser, { settings: { cloud: 'usgov', showInAzurePortal: true } });
    const page = await stage.browser.openExtensionPage('options.html');
    await find(page, 'button', 'Grant access');
    await fill(page, 'combobox', 'Cloud', 'china');
    return page;
  },
  'options-page': async (setting) => {
    await issued(people.ines)(setting);
    await issued(people.longName)(setting);
    const page = await setting.stage.browser.openExtensionPage('options.html');
    await page.waitForSelector('table.record');
    return page;
  },
};
