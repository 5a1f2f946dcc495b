import { people } from '../sandbox/seed';
import { openSignedIn } from './admin';
import { fill, find, waitForText } from './panel';
import { type Setting, type ShowState, signedIn } from './state-setting';
import { userPage } from './story';

/** The popup on a tab that is nobody's, with this text in its search. */
const searched = (text: string, before: (setting: Setting) => void = () => {}) =>
  (async (setting) => {
    const { stage } = setting;
    await openSignedIn(stage, people.ines);
    before(setting);
    const popup = await stage.browser.openPopup(await stage.browser.open('https://sandbox.test/paste'));
    await fill(popup, 'combobox', 'Find an internal guest', text);
    if (text) await waitForText(popup, 'Contoso');
    return popup;
  }) satisfies ShowState;

/** What an admin can come to see of the popup. */
export const popupStates: Record<string, ShowState> = {
  popup: async (setting) => {
    const page = await signedIn(people.ines)(setting);
    await page.goto(userPage(people.adele));
    const popup = await setting.stage.browser.openPopup(page);
    await waitForText(popup, 'An external guest');
    return popup;
  },
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
      fault: { kind: 'slow', milliseconds: 20_000 },
    });
    await popup.keyboard.press('Enter');
    await waitForText(popup, 'Opening the page of');
    return popup;
  },
};
