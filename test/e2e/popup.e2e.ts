import type { Page } from 'puppeteer-core';
import { expect, inject, test } from 'vitest';
import type { browser as extensionApi } from 'wxt/browser';
import { people } from '../sandbox/seed';
import { codeOf, goTo, graphRequests, openSignedIn } from './admin';
import { violationsOf } from './axe';
import { click, find, visiblePanelOf, waitForText } from './panel';
import { useStage } from './stage';
import { userPage } from './story';

declare const chrome: typeof extensionApi;

const stage = useStage();
const portal = 'https://entra.microsoft.com/';

/** Drivers can't see Firefox's popup; it shows the same components. */
const chromiumTest = test.runIf(inject('browserKind') === 'chromium');

const explanations: [name: string, userId: string, words: string][] = [
  ['an external guest', people.adele, 'An external guest: the sign-in lives in another organization.'],
  ['a pending guest', people.petra, 'A Temporary Access Pass has to come from there.'],
  ['an external member', people.mara, 'An external member: the sign-in lives in another organization.'],
  ['a member', people.emil, 'A member of Contoso, not a guest.'],
];

chromiumTest(
  'the popup says in a sentence what an account without a panel is',
  async () => {
    const { page } = await openSignedIn(stage, people.ines);
    for (const [name, userId, words] of explanations) {
      await goTo(page, userPage(userId));
      const popup = await stage.browser.openPopup(page);
      await waitForText(popup, words);
      expect(await violationsOf(popup), name).toEqual([]);
      await expect.poll(() => visiblePanelOf(page), { message: name }).toBeUndefined();
      await popup.close();
    }
  },
  60_000,
);

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
