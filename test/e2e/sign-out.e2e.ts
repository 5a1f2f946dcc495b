import { expect, inject, test } from 'vitest';
import type { browser as extensionApi } from 'wxt/browser';
import { people } from '../sandbox/seed';
import { codeOf, graphRequests, openSignedIn, shownPass } from './admin';
import { violationsOf } from './axe';
import { holdRequest } from './hold-request';
import { click, find, panelOf, waitForText } from './panel';
import { useStage } from './stage';

declare const chrome: typeof extensionApi;

const stage = useStage();
/** The same background decides it in Firefox. */
const chromiumTest = test.runIf(inject('browserKind') === 'chromium');
const openOptions = () => stage.browser.openExtensionPage('options.html');

test('signing out leaves no token and no pass, takes the shown one out of sight, and keeps the record', async () => {
  const { page, panel } = await openSignedIn(stage, people.ines);
  await click(panel, 'Issue TAP');
  await waitForText(panel, 'Copied');
  await click(panel, 'Show pass');
  const code = codeOf(stage, people.ines) ?? expect.unreachable('there is a pass');
  expect(await shownPass(panel)).toBe(code);

  const options = await openOptions();
  await waitForText(options, 'avery@contoso.com in Contoso');
  expect(await violationsOf(options)).toEqual([]);
  await click(options, 'Sign out');
  await waitForText(options, 'Signed out');
  await waitForText(options, 'Nobody is signed in to Guestpass.');
  expect(await options.evaluate(() => chrome.storage.session.get())).toEqual({});
  expect(await options.$eval('table.record', ({ innerText }) => innerText)).toContain('ines@contoso.com');

  await page.bringToFront();
  await find(panel, 'button', 'Sign in');
  expect(await panel.evaluate(() => document.documentElement.outerHTML)).not.toContain(code);
  const before = graphRequests(stage).length;
  await stage.browser.killBackground();
  await page.reload();
  await find(await panelOf(page), 'button', 'Sign in');
  expect(graphRequests(stage)).toHaveLength(before);
});

chromiumTest('signing out waits for the pass that is on its way: nobody else would ever see it', async () => {
  const { page, panel } = await openSignedIn(stage, people.ines);
  const options = await openOptions();
  await waitForText(options, 'avery@contoso.com in');
  await page.bringToFront();
  const held = holdRequest(stage.sandbox, { method: 'POST', url: /temporaryAccessPassMethods$/ }, 'acted');
  await click(panel, 'Issue TAP');
  await held.arrived();
  await waitForText(panel, 'Issuing the pass');
  await options.bringToFront();
  await click(options, 'Sign out');
  await waitForText(options, 'An order is on its way.');
  held.letGo();
  await page.bringToFront();
  await click(panel, 'Show pass');
  expect(await shownPass(panel)).toBe(codeOf(stage, people.ines));
});
