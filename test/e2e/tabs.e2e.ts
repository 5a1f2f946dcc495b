import type { Page } from 'puppeteer-core';
import { describe, expect, inject, test } from 'vitest';
import { people } from '../sandbox/seed';
import { codeOf, expectUser, goTo, openSignedIn, shownPass } from './admin';
import { click, find, panelOf, visiblePanelOf, waitForText } from './panel';
import { useStage } from './stage';
import { userPage } from './story';

const stage = useStage();
const isChromium = inject('browserKind') === 'chromium';

/** The page that opens while `act` runs. */
async function opened(act: () => Promise<unknown>): Promise<Page> {
  const { browser } = stage.browser;
  const before = new Set(browser.targets());
  await act();
  const target = await browser.waitForTarget((one) => one.type() === 'page' && !before.has(one));
  const page = await target.page();
  if (!page) throw new Error('The new page has gone again.');
  return page;
}

/** Issues a pass in one place, and makes sure that the other still shows its own user and no pass. */
async function issueBeside(one: Page, other: Page, userPrincipalName: string): Promise<void> {
  await one.bringToFront();
  const panel = await panelOf(one);
  await click(panel, 'Issue TAP');
  await waitForText(panel, 'Copied');
  await other.bringToFront();
  await expectUser(other, userPrincipalName);
}

describe('each tab has its own user', () => {
  test('in two tabs of one window', async () => {
    const { page } = await openSignedIn(stage, people.ines);
    const other = await stage.browser.open(userPage(people.arabic));
    await expectUser(other, 'layla@contoso.com');
    await issueBeside(page, other, 'layla@contoso.com');
    await goTo(other, userPage(people.excluded));
    await expectUser(other, 'xenia@contoso.com');
    await page.bringToFront();
    await click(await panelOf(page), 'Show pass');
    expect(await shownPass(await panelOf(page))).toBe(codeOf(stage, people.ines));
  });

  test('in two windows', async () => {
    const { page } = await openSignedIn(stage, people.ines);
    const other = await opened(() =>
      page.evaluate((url) => window.open(url, '', 'popup,noopener') === null, userPage(people.arabic)),
    );
    await expectUser(other, 'layla@contoso.com');
    await issueBeside(page, other, 'layla@contoso.com');
  });

  // Firefox gives the driver no way to duplicate a tab.
  test.runIf(isChromium)('in a duplicated tab, which goes its own way', async () => {
    const { page } = await openSignedIn(stage, people.ines);
    const options = await stage.browser.openExtensionPage('options.html');
    await page.bringToFront();
    const copy = await opened(() =>
      options.evaluate(async () => {
        const { chrome } = globalThis as unknown as { chrome: ExtensionApi };
        const [tab] = await chrome.tabs.query({ url: 'https://entra.microsoft.com/*' });
        if (tab) await chrome.tabs.duplicate(tab.id);
      }),
    );
    await expectUser(copy, 'ines@contoso.com');
    await goTo(copy, userPage(people.arabic));
    await expectUser(copy, 'layla@contoso.com');
    await issueBeside(copy, page, 'ines@contoso.com');
  });
});

type ExtensionApi = {
  tabs: { query(query: { url: string }): Promise<{ id: number }[]>; duplicate(id: number): Promise<unknown> };
};

test('a pass replaced in one tab is not shown any more in another tab at the same user', async () => {
  const { page, panel } = await openSignedIn(stage, people.ines);
  await click(panel, 'Issue TAP');
  await waitForText(panel, 'Copied');
  await click(panel, 'Show pass');
  const former = codeOf(stage, people.ines) ?? '';
  const other = await stage.browser.open(userPage(people.ines));
  const otherPanel = await panelOf(other);
  await click(otherPanel, 'Done');
  await click(otherPanel, 'Replace TAP');
  await find(otherPanel, 'button', 'Cancel');
  await click(otherPanel, 'Replace TAP');
  await waitForText(otherPanel, 'Copied');
  expect(codeOf(stage, people.ines)).not.toBe(former);
  await page.bringToFront();
  await expect.poll(() => panel.evaluate(() => document.body.textContent)).not.toContain(former);
  expect(await visiblePanelOf(page)).toBeDefined();
});
