import type { CDPSession, Frame, Page } from 'puppeteer-core';
import type { browser as extensionApi } from 'wxt/browser';
import { groups, people, sandboxClientId } from '../sandbox/seed';
import { register } from '../sandbox/signins/registrable-methods';
import { type SandboxTenant, type SandboxUser, userOf } from '../sandbox/state';
import { type Desk, goTo, openSignedIn } from './admin';
import { forgetAll } from './forget-all';
import { click, fill, find, panelOf, waitForText } from './panel';
import { signInAs } from './sign-in';
import type { Stage } from './stage';
import { userPage } from './story';

declare const chrome: typeof extensionApi;

/** What a state is shown with: the stage, Contoso and Ines in it, and the address of a user's page in the theme. */
export type Setting = {
  stage: Stage;
  contoso: SandboxTenant;
  ines: SandboxUser;
  at: (userId: string) => string;
};

/** Brings the extension into one state and resolves to the page to look at. */
export type ShowState = (setting: Setting) => Promise<Page>;

const signedIn = (
  userId: string,
  show: (desk: Desk, setting: Setting) => Promise<unknown> = async () => {},
) =>
  (async (setting) => {
    const desk = await openSignedIn(setting.stage, userId, { url: setting.at(userId) });
    await show(desk, setting);
    return desk.page;
  }) satisfies ShowState;

const issued = (userId: string, show?: Parameters<typeof signedIn>[1]) =>
  signedIn(userId, async (desk, setting) => {
    await click(desk.panel, 'Issue TAP');
    await waitForText(desk.panel, 'Copied');
    await desk.panel.waitForSelector('.hand-over button[aria-disabled=false]');
    await show?.(desk, setting);
  });

const policyOff = (show: (desk: Desk) => Promise<unknown>): ShowState =>
  async function showPolicyOff(setting) {
    const { stage, contoso, at } = setting;
    contoso.policy.state = 'disabled';
    contoso.policy.includeTargets = [
      { targetType: 'group', id: groups.helpdesk, isRegistrationRequired: false },
    ];
    contoso.apps[0]?.adminConsent.push('Policy.ReadWrite.AuthenticationMethod', 'Group.ReadBasic.All');
    const url = at(people.ines);
    const desk = await openSignedIn(stage, people.ines, { url, as: 'gina@contoso.com' });
    await show(desk);
    return desk.page;
  };

const withMethods = (show: ShowState): ShowState =>
  async function grantMethods(setting) {
    setting.contoso.apps[0]?.adminConsent.push('UserAuthenticationMethod.Read.All');
    return show(setting);
  };

/** Each time: browsers send it again by themselves. */
const passes = (method: string) => ({ url: /temporaryAccessPassMethods/, method });

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
/** The popup on a tab that is nobody's, with this text in its search. */
const searched = (text: string, before: (setting: Setting) => void = () => {}) =>
  (async (setting) => {
    const { stage } = setting;
    await openSignedIn(stage, people.ines, { url: setting.at(people.ines) });
    before(setting);
    const popup = await stage.browser.openPopup(await stage.browser.open('https://sandbox.test/paste'));
    await fill(popup, 'combobox', 'Find an internal guest', text);
    if (text) await waitForText(popup, 'in Contoso');
    return popup;
  }) satisfies ShowState;

/** What an admin can come to see of the panel, the popup and the options page, each under a name for its picture. */
export const states: Record<string, ShowState> = {
  'signed-out': async ({ stage, at }) => {
    const page = await stage.browser.open(at(people.ines));
    await find(await panelOf(page), 'button', 'Sign in');
    return page;
  },
  'not-found': async ({ stage, at }) => {
    const { page } = await openSignedIn(stage, people.ines, { url: at(people.ines) });
    await page.goto(at('99999999-0000-4000-8000-000000000000'));
    await find(await panelOf(page), 'alert');
    return page;
  },
  ready: signedIn(people.ines),
  'long-name': signedIn(people.longName),
  arabic: signedIn(people.arabic),
  excluded: signedIn(people.excluded),
  disabled: signedIn(people.disabled),
  options: signedIn(people.ines, async ({ panel }) => {
    await panel.locator('summary').click();
    await fill(panel, 'combobox', 'Start', 'later');
  }),
  issued: issued(people.ines),
  shown: issued(people.ines, ({ panel }) => click(panel, 'Show pass')),
  'issued-arabic': issued(people.arabic, ({ panel }) => panel.locator('.hand-over summary').click()),
  'issued-long': async (setting) => {
    setting.contoso.policy.defaultLength = 48;
    return issued(people.longName, ({ panel }) => click(panel, 'Show pass'))(setting);
  },
  message: issued(people.ines, async ({ panel }) => {
    await click(panel, 'Include the pass', 'checkbox');
    await panel.locator('.hand-over summary').click();
  }),
  spelled: issued(people.ines, ({ panel }) => click(panel, 'Spell out')),
  mail: issued(people.ines, ({ panel }) => click(panel, 'Mail…')),
  'print-card': issued(people.ines, async ({ panel }) => {
    await click(panel, 'Include the pass', 'checkbox');
    await (panel as Frame & { client: CDPSession }).client.send('Emulation.setEmulatedMedia', {
      media: 'print',
    });
    // Kept as it is in the moment of printing.
    await panel.evaluate(() => {
      window.print = () => document.body.append(document.querySelector('.sheet')?.cloneNode(true) ?? '');
    });
    await click(panel, 'Print card');
  }),
  replace: issued(people.ines, async ({ panel }) => {
    await click(panel, 'Done');
    await click(panel, 'Replace TAP');
    await find(panel, 'button', 'Cancel');
  }),
  revoke: issued(people.ines, async ({ panel }) => {
    await click(panel, 'Revoke TAP');
    await find(panel, 'button', 'Cancel');
  }),
  lost: signedIn(people.ines, async ({ panel }, { stage }) => {
    stage.sandbox.faults.add({ ...passes('POST'), fault: { kind: 'cut', act: 'after' } });
    await click(panel, 'Issue TAP');
    await find(panel, 'button', 'Dismiss');
  }),
  'not-revoked': issued(people.ines, async ({ panel }, { stage }) => {
    stage.sandbox.faults.add({ ...passes('DELETE'), fault: { kind: 'cut', act: 'before' } });
    await click(panel, 'Revoke TAP');
    await find(panel, 'button', 'Cancel');
    await click(panel, 'Revoke TAP');
    await find(panel, 'button', 'Dismiss');
  }),
  refused: signedIn(people.roleHolder, async ({ panel }) => {
    await click(panel, 'Issue TAP');
    await find(panel, 'alert');
    await panel.locator('.failure summary').click();
  }),
  pause: signedIn(people.ines, async ({ page, panel }, { at, stage }) => {
    const headers = { 'Retry-After': '15' };
    stage.sandbox.faults.add({ url: /\$batch$/, fault: { kind: 'answer', status: 429, headers } });
    await goTo(page, at(people.arabic));
    await waitForText(panel, 'Microsoft Graph asks for a pause');
  }),
  covered: signedIn(people.ines, async ({ page, panel }) => {
    await page.evaluate(() => document.documentElement.style.setProperty('rotate', '1deg'));
    await waitForText(panel, 'Open Guestpass from the toolbar.');
  }),
  'after-care': withMethods(
    issued(people.ines, async ({ panel }, { ines, stage }) => {
      await waitForText(panel, 'Nothing is registered yet.');
      register(ines, 'microsoftAuthenticator', stage.sandbox.state.now());
      await waitForText(panel, 'Registered: Microsoft Authenticator');
    }),
  ),
  'policy-off': policyOff(({ panel }) => find(panel, 'button', 'Enable TAP')),
  'policy-form': policyOff(async ({ panel }) => {
    await click(panel, 'Enable TAP');
    await click(panel, 'One more group', 'radio');
    await fill(panel, 'combobox', 'Group', 'contr');
    await find(panel, 'option', 'TAP Contractors');
  }),
  'policy-review': policyOff(async ({ panel }) => {
    await click(panel, 'Enable TAP');
    await click(panel, 'All users', 'radio');
    await click(panel, 'Review');
    await waitForText(panel, 'All users');
  }),
  popup: async (setting) => {
    const page = await signedIn(people.ines)(setting);
    await page.goto(setting.at(people.adele));
    const popup = await setting.stage.browser.openPopup(page);
    await waitForText(popup, 'An external guest');
    return popup;
  },
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
  'popup-nobody': searched(''),
  'popup-search': searched('a'),
  'popup-search-arabic': searched('ليلى'),
  'popup-search-none': searched('adele'),
  'popup-search-hostile': searched('www', ({ ines }) => {
    ines.displayName = `<b>\u202e${'W'.repeat(300)}`;
    ines.userPrincipalName = 'іnes@contoso.com';
    ines.creationType = 'Invitation';
  }),
  'popup-signed-out': async ({ stage }) => {
    const page = await stage.browser.open('https://sandbox.test/paste');
    const popup = await stage.browser.openPopup(page);
    await fill(popup, 'combobox', 'Find an internal guest', 'ines');
    await find(popup, 'button', 'Sign in');
    return popup;
  },
  'popup-found': async (setting) => {
    const popup = await searched('ines')(setting);
    await popup.keyboard.press('Enter');
    await find(popup, 'button', 'Issue TAP');
    return popup;
  },
  'popup-opening': async (setting) => {
    const popup = await searched('ines')(setting);
    setting.stage.sandbox.faults.add({
      room: 'portal',
      url: /./,
      fault: { kind: 'slow', milliseconds: 4000 },
    });
    await popup.keyboard.press('Enter');
    await waitForText(popup, 'Opening the page of');
    return popup;
  },
  'other-cloud': async ({ stage, at }) => {
    await forgetAll(stage.browser, { settings: { clientId: sandboxClientId, cloud: 'usgov' } });
    const page = await stage.browser.open(at(people.ines));
    await waitForText(await panelOf(page), 'Another cloud');
    return page;
  },
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

/** A setting for one state in this theme (`light`, `dark` or `hc`) of the portal. */
export function settingIn(stage: Stage, theme: string): Setting {
  const [contoso] = stage.sandbox.state.tenants;
  const ines = contoso && userOf(contoso, people.ines);
  if (!ines) throw new Error('The seed begins with Contoso and has an Ines.');
  return { stage, contoso, ines, at: (userId) => userPage(userId).replace('/#', `/?theme=${theme}#`) };
}
