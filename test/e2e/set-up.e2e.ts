import { describe, expect, test } from 'vitest';
import { people, sandboxClientId } from '../sandbox/seed';
import { graphRequests, signIn } from './admin';
import { click, find, panelOf, waitForText } from './panel';
import { enterSetting, useStage } from './stage';
import { userPage } from './story';

const stage = useStage({ setUp: false });

describe('before the first pass', () => {
  test('an installation that is not set up says where to set it up, and goes on by itself once it is', async () => {
    const page = await stage.browser.open(userPage(people.ines));
    const panel = await panelOf(page);
    await waitForText(panel, 'Guestpass does not know its Application (client) ID yet.');
    await find(panel, 'button', 'Options');
    expect(graphRequests(stage)).toEqual([]);
    await enterSetting(stage.browser, 'Application (client) ID', sandboxClientId);
    await page.bringToFront();
    await find(panel, 'button', 'Sign in');
  });

  test('a sign-in that was closed says so, and can be tried again', async () => {
    await enterSetting(stage.browser, 'Application (client) ID', sandboxClientId);
    const page = await stage.browser.open(userPage(people.ines));
    await click(await panelOf(page), 'Sign in');
    await (await stage.browser.signInWindow()).close();
    await page.bringToFront();
    const panel = await panelOf(page);
    await waitForText(panel, 'The sign-in window was closed');
    await signIn(stage, page);
    await find(await panelOf(page), 'button', 'Issue TAP');
  });

  test('an app that the tenant does not know leaves a way to the options', async () => {
    await enterSetting(stage.browser, 'Application (client) ID', '00000000-aaaa-4bbb-8ccc-000000000000');
    const page = await stage.browser.open(userPage(people.ines));
    await click(await panelOf(page), 'Sign in');
    const window = await stage.browser.signInWindow();
    await waitForText(window, 'AADSTS700016');
    await window.close();
    await page.bringToFront();
    await waitForText(await panelOf(page), 'Application (client) ID in Options');
  });
});
