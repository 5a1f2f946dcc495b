import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import type { browser as extensionApi } from 'wxt/browser';
import { people } from '../sandbox/seed';
import { codeOf, goTo, openSignedIn } from './admin';
import { click, find, panelOf, waitForText } from './panel';
import { useStage } from './stage';
import { userPage } from './story';
import { watchIcon } from './toolbar-icon';

declare const chrome: typeof extensionApi;

const stage = useStage();
const elsewhere = 'https://sandbox.test/paste';

/** The badges of all tabs but our own page's, in the order of tabs, as `text title`. */
const badgesSeenBy = (options: Page) => () =>
  options.evaluate(async () => {
    const own = await chrome.tabs.getCurrent();
    const others = (await chrome.tabs.query({})).filter(({ id }) => id !== own?.id);
    return Promise.all(
      others.map(
        async ({ id = 0 }) =>
          `${await chrome.action.getBadgeText({ tabId: id })} ${await chrome.action.getTitle({ tabId: id })}`,
      ),
    );
  });

const none = ' Guestpass';
const guest = 'TAP Guestpass: an internal guest is on this page';

test('the badge follows the tab: sign in, a guest, a pass, nobody; the worker’s death does not matter', async () => {
  const page = await stage.browser.open(userPage(people.ines));
  await find(await panelOf(page), 'button', 'Sign in');
  const options = await stage.browser.openExtensionPage('options.html');
  const badges = badgesSeenBy(options);
  const badge = async () => (await badges()).at(-1);
  await expect.poll(badge).toBe('! Guestpass: sign in to issue a pass');

  await page.bringToFront();
  await page.close();
  const { page: desk, panel } = await openSignedIn(stage, people.ines);
  await expect.poll(badge).toBe(guest);
  await click(panel, 'Issue TAP');
  await waitForText(panel, 'Copied');
  await expect.poll(badge).toMatch(/^ON Guestpass: a pass is active until /);
  expect(await badge()).not.toContain('Ines');
  expect(await badge()).not.toContain(codeOf(stage, people.ines));

  await stage.browser.killBackground();
  expect(await badge()).toMatch(/^ON /);
  await goTo(desk, 'https://entra.microsoft.com/#home');
  await expect.poll(badge).toBe(none);
  await goTo(desk, userPage(people.arabic));
  await expect.poll(badge).toBe(guest);
  await goTo(desk, userPage(people.adele));
  await expect.poll(badge).toBe(none);
  await goTo(desk, userPage(people.ines));
  await expect.poll(badge).toMatch(/^ON /);
  await desk.goto(elsewhere);
  await expect.poll(badge).toBe(none);
});

test('each tab has its own badge, and hears of a pass that was revoked in another, and of the sign-out', async () => {
  const { page } = await openSignedIn(stage, people.ines);
  const other = await stage.browser.open(userPage(people.ines));
  await stage.browser.open(elsewhere);
  const options = await stage.browser.openExtensionPage('options.html');
  const badges = async () => (await badgesSeenBy(options)()).slice(-3).map((badge) => badge.split(' ')[0]);
  await expect.poll(badges).toEqual(['TAP', 'TAP', '']);
  await page.bringToFront();
  const panel = await panelOf(page);
  await click(panel, 'Issue TAP');
  await waitForText(panel, 'Copied');
  await expect.poll(badges).toEqual(['ON', 'ON', '']);
  await other.bringToFront();
  const second = await panelOf(other);
  await click(second, 'Revoke TAP');
  await find(second, 'button', 'Cancel');
  await click(second, 'Revoke TAP');
  await waitForText(second, 'Pass revoked');
  await expect.poll(badges).toEqual(['TAP', 'TAP', '']);
  await options.bringToFront();
  await click(options, 'Sign out');
  await expect.poll(badges).toEqual(['!', '!', '']);
});

test('the icon has colour only where there is somebody to issue a pass to', async () => {
  const { page } = await openSignedIn(stage, people.ines);
  const icon = await watchIcon(stage.browser);
  await goTo(page, userPage(people.adele));
  await expect.poll(icon).toMatch(/\/icon\/inactive-16\.png$/);
  await goTo(page, userPage(people.ines));
  await expect.poll(icon).toMatch(/\/icon\/16\.png$/);
  await goTo(page, 'https://entra.microsoft.com/#home');
  await expect.poll(icon).toMatch(/\/icon\/inactive-16\.png$/);
});
