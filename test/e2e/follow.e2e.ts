import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { people } from '../sandbox/seed';
import { codeOf, expectUser, goTo, openSignedIn } from './admin';
import { holdRequest } from './hold-request';
import { click, panelOf, visiblePanelOf, waitForText } from './panel';
import { useStage } from './stage';
import { userPage } from './story';
import { pause } from './until';

const stage = useStage();
const usersList =
  'https://entra.microsoft.com/#view/Microsoft_AAD_UsersAndTenants/UserManagementMenuBlade/~/AllUsers';

/** Moves within the document, as a router does. */
async function rewrite(page: Page, how: 'pushState' | 'replaceState', url: string): Promise<void> {
  await page.evaluate((how, url) => history[how](null, '', url), how, url);
}

describe('the ways a tab moves', () => {
  test('a link, pushState, replaceState, back, forward and a reload', async () => {
    const { page } = await openSignedIn(stage, people.ines);
    await goTo(page, userPage(people.arabic));
    await expectUser(page, 'layla@contoso.com');
    await rewrite(page, 'pushState', userPage(people.excluded));
    await expectUser(page, 'xenia@contoso.com');
    await rewrite(page, 'replaceState', userPage(people.disabled));
    await expectUser(page, 'dora@contoso.com');
    await page.evaluate(() => history.back());
    await expectUser(page, 'layla@contoso.com');
    await page.evaluate(() => history.back());
    await expectUser(page, 'ines@contoso.com');
    await page.evaluate(() => history.go(2));
    await expectUser(page, 'dora@contoso.com');
    await page.reload();
    await expectUser(page, 'dora@contoso.com');
    await rewrite(page, 'pushState', usersList);
    await expect.poll(() => visiblePanelOf(page), { timeout: 10_000 }).toBeUndefined();
    await page.evaluate(() => history.back());
    await expectUser(page, 'dora@contoso.com');
  });

  test('to another site and back', async () => {
    const { page } = await openSignedIn(stage, people.ines);
    await page.goto('https://sandbox.test/paste');
    await page.goBack();
    await expectUser(page, 'ines@contoso.com');
  });

  test('in the background, where nobody looks', async () => {
    const { page } = await openSignedIn(stage, people.ines);
    const other = await stage.browser.open('https://sandbox.test/paste');
    await goTo(page, userPage(people.arabic));
    await page.bringToFront();
    await expectUser(page, 'layla@contoso.com');
    await click(await panelOf(page), 'Issue TAP');
    await waitForText(await panelOf(page), 'Copied');
    expect(await stage.browser.paste()).toBe(codeOf(stage, people.arabic));
    await other.close();
  });
});

test('the panel keeps its height from one guest without a pass to the next', async () => {
  const { page, panel } = await openSignedIn(stage, people.ines);
  const height = () => panel.evaluate(() => innerHeight);
  const before = await height();
  const held = holdRequest(stage.sandbox, { method: 'POST', url: /\$batch$/ }, 'sent');
  await goTo(page, userPage(people.arabic));
  await held.arrived();
  await panel.waitForSelector('.skeleton');
  await pause(300);
  // Fonts differ by a pixel.
  expect(Math.abs((await height()) - before)).toBeLessThan(4);
  held.letGo();
  await expectUser(page, 'layla@contoso.com');
});
