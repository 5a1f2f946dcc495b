import type { KeyInput, Page } from 'puppeteer-core';
import { expect, inject, test } from 'vitest';
import type { browser as extensionApi } from 'wxt/browser';
import { people } from '../sandbox/seed';
import { userOf } from '../sandbox/state';
import { codeOf, goTo, graphRequests, issuingRequests, openSignedIn } from './admin';
import { violationsOf } from './axe';
import { click, fill, find, panelOf, visiblePanelOf, waitForText } from './panel';
import { signInAs } from './sign-in';
import { useStage } from './stage';
import { userPage } from './story';
import { until } from './until';

declare const chrome: typeof extensionApi;

const stage = useStage();
const portal = 'https://entra.microsoft.com/';

/** Drivers can't see Firefox's popup; it shows the same components. */
const isChromium = inject('browserKind') === 'chromium';
const chromiumTest = test.runIf(isChromium);

const explanations: [name: string, userId: string, words: string][] = [
  ['an external guest', people.adele, 'An external guest: the sign-in lives in another organization.'],
  ['a pending guest', people.petra, 'A Temporary Access Pass has to come from there.'],
  ['an external member', people.mara, 'An external member: the sign-in lives in another organization.'],
  ['a member', people.emil, 'A member of Contoso, not a guest.'],
];

chromiumTest('the popup says in a sentence what an account without a panel is', async () => {
  const { page } = await openSignedIn(stage, people.ines);
  for (const [name, userId, words] of explanations) {
    await goTo(page, userPage(userId));
    const popup = await stage.browser.openPopup(page);
    await waitForText(popup, words);
    expect(await violationsOf(popup), name).toEqual([]);
    await expect.poll(() => visiblePanelOf(page), { message: name }).toBeUndefined();
    await popup.close();
  }
});

chromiumTest('the popup says what to do on a page that is nobody’s, and sends nothing', async () => {
  const page = await stage.browser.open(`${portal}#home`);
  const popup = await stage.browser.openPopup(page);
  await waitForText(popup, 'No user on this page');
  expect(graphRequests(stage)).toEqual([]);
});

chromiumTest('the popup is a second door: it issues for the user of its tab', async () => {
  const { page } = await openSignedIn(stage, people.ines);
  const popup = await stage.browser.openPopup(page);
  await waitForText(popup, 'ines@contoso.com');
  await click(popup, 'Issue TAP');
  await waitForText(popup, 'Copied');
  expect(await stage.browser.paste()).toBe(codeOf(stage, people.ines));
});

/** In Firefox, whose popup drivers can't see, the same page in a tab. */
const openPopup = async (page: Page) =>
  isChromium ? stage.browser.openPopup(page) : stage.browser.openExtensionPage('popup.html');

const field = 'Find an internal guest';
const searches = () => graphRequests(stage).filter((request) => request === 'GET /v1.0/users').length;

/** The page that opens while `act` runs. */
async function opened(act: () => Promise<unknown>): Promise<Page> {
  const { browser } = stage.browser;
  const before = new Set(await browser.pages());
  await act();
  return until('another tab', async () => (await browser.pages()).find((page) => !before.has(page)));
}

test('on any tab a search finds a guest, one click issues, and the pass is on the clipboard', async () => {
  await openSignedIn(stage, people.arabic);
  const popup = await openPopup(await stage.browser.open('https://sandbox.test/paste'));
  await fill(popup, 'combobox', field, 'ines');
  await find(popup, 'option', 'Ines Contractor ines@contoso.com');
  const tab = await opened(() => click(popup, 'Ines Contractor ines@contoso.com', 'option'));
  await waitForText(popup, 'ines@contoso.com');
  await click(popup, 'Issue TAP');
  await waitForText(popup, 'Copied');
  expect(issuingRequests(stage)).toHaveLength(1);
  await waitForText(popup, 'The page is in another tab.');
  expect(await stage.browser.paste()).toBe(codeOf(stage, people.ines));
  // The guest's own page stands there, with the panel.
  await tab.bringToFront();
  await expectUserIssued(tab);
});

/** The panel of this page holds the pass that was issued to Ines in the popup. */
async function expectUserIssued(page: Page): Promise<void> {
  const panel = await panelOf(page);
  await waitForText(panel, 'ines@contoso.com');
  await find(panel, 'button', 'Show pass');
}

test('signed out, on any tab, the search asks to sign in, and goes on with what was typed', async () => {
  // In a tab: the sign-in window takes the focus, and with it the popup.
  const popup = await stage.browser.openExtensionPage('popup.html');
  await fill(popup, 'combobox', field, 'ines');
  await waitForText(popup, 'You are not signed in');
  await click(popup, 'Sign in');
  await signInAs(await stage.browser.signInWindow(), 'avery@contoso.com');
  await popup.bringToFront();
  await find(popup, 'option', 'Ines Contractor ines@contoso.com');
});

chromiumTest('the search is used by keyboard alone, leaves external guests out and says so', async () => {
  const { page } = await openSignedIn(stage, people.ines);
  await goTo(page, `${portal}#home`);
  const popup = await stage.browser.openPopup(page);
  const focused = () => popup.evaluate(() => document.activeElement?.textContent ?? '');
  const chosen = () => popup.$eval('[role=option][aria-selected=true] .name', (name) => name.textContent);
  const press = (key: KeyInput) => popup.keyboard.press(key);
  await popup.waitForSelector('input:focus');
  await popup.keyboard.type('a');
  await waitForText(popup, '2 guests in Contoso. 1 external guest is left out');
  expect(await chosen()).toMatch(/^Maximiliane/);
  await press('ArrowDown');
  expect(await chosen()).toBe('Uma User-Admin');
  expect(await popup.$eval('input', (input) => input.getAttribute('aria-activedescendant'))).toBe(
    await popup.$eval('[aria-selected=true]', ({ id }) => id),
  );
  await press('ArrowDown');
  expect(await chosen()).toMatch(/^Maximiliane/);
  await press('ArrowUp');
  expect(await violationsOf(popup)).toEqual([]);
  await press('Escape');
  expect(await popup.$$('[role=option]')).toEqual([]);
  await waitForText(popup, 'No user on this page');
  await popup.keyboard.type('uma');
  await waitForText(popup, '1 guest in Contoso');
  await press('Enter');
  // This tab shows the portal: it goes there, and no other is opened.
  await waitForText(popup, 'uma@contoso.com');
  await expect.poll(() => page.url()).toContain(people.roleHolder);
  await expect.poll(focused).toBe('Uma User-Admin');
  expect(await popup.evaluate(() => document.body.innerText)).not.toContain('another tab');
});

test('what is typed fast is asked once, and nobody found is said', async () => {
  await openSignedIn(stage, people.ines);
  const popup = await stage.browser.openExtensionPage('popup.html');
  const before = searches();
  await find(popup, 'combobox', field);
  await popup.focus('input');
  await popup.keyboard.type('nobody');
  await waitForText(popup, 'No internal guest in Contoso has a name');
  expect(searches() - before).toBe(1);
});

test('a search that fails says why, and tries again', async () => {
  await openSignedIn(stage, people.ines);
  const popup = await stage.browser.openExtensionPage('popup.html');
  stage.sandbox.faults.add({ url: /\/users\?/, times: 1, fault: { kind: 'answer', status: 403 } });
  await fill(popup, 'combobox', field, 'ines');
  await waitForText(popup, 'may not read this in the directory');
  await click(popup, 'Try again');
  await find(popup, 'option', 'Ines Contractor ines@contoso.com');
});

test('the worst names are text in the list, and look-alikes are named', async () => {
  await openSignedIn(stage, people.ines);
  const [contoso] = stage.sandbox.state.tenants;
  Object.assign((contoso && userOf(contoso, people.ines)) ?? {}, {
    displayName: `<img src=x onerror="document.title=1">\u202e${'W'.repeat(300)}`,
    userPrincipalName: 'іnes@contoso.com',
  });
  const popup = await stage.browser.openExtensionPage('popup.html');
  await fill(popup, 'combobox', field, 'img');
  await waitForText(popup, '<img src=x onerror="document.title=1">\ufffdWWW');
  await waitForText(popup, 'contains characters that look like others');
  const shape = await popup.evaluate(() => [
    document.querySelectorAll('img').length,
    document.title,
    document.body.scrollWidth - document.body.clientWidth,
  ]);
  expect(shape).toEqual([0, 'Guestpass', 0]);
});

test('members get the panel where Options say so', async () => {
  const { page } = await openSignedIn(stage, people.ines);
  await goTo(page, userPage(people.emil));
  await expect.poll(() => visiblePanelOf(page)).toBeUndefined();
  const options = await stage.browser.openExtensionPage('options.html');
  await click(options, 'Panel for members', 'checkbox');
  await saved(options, 'showForMembers');
  await options.close();
  await page.bringToFront();
  await expect.poll(() => visiblePanelOf(page), { timeout: 10_000 }).toBeDefined();
  const panel = await visiblePanelOf(page);
  if (!panel) expect.unreachable('it was there a moment ago');
  await waitForText(panel, 'emil@contoso.com');
  await find(panel, 'button', 'Issue TAP');
});

async function saved(options: Page, name: string): Promise<void> {
  await options.waitForFunction(
    (name) => chrome.storage.local.get().then((stored) => JSON.stringify(stored).includes(name)),
    {},
    name,
  );
}
