import { describe, expect, test } from 'vitest';
import type { browser as extensionApi } from 'wxt/browser';
import { people } from '../sandbox/seed';
import { codeOf, goTo, graphRequests, openSignedIn, shownPass } from './admin';
import { click, fill, find, panelOf, visiblePanelOf, waitForText } from './panel';
import { useStage } from './stage';
import { userPage } from './story';

declare const chrome: typeof extensionApi;

const stage = useStage();
const posts = (userId: string) => `POST /v1.0/users/${userId}/authentication/temporaryAccessPassMethods`;

describe('the one click', () => {
  test('tells who, where and what before it, and sends one request', async () => {
    const { panel } = await openSignedIn(stage, people.ines);
    for (const words of [
      'Ines Contractor',
      'ines@contoso.com',
      'Internal guest',
      'Contoso',
      'avery@contoso.com',
      '1 hour, one-time: no, starts now',
    ])
      await waitForText(panel, words);
    const before = graphRequests(stage).length;
    await click(panel, 'Issue TAP');
    await waitForText(panel, 'Copied');
    const [first, ...later] = graphRequests(stage).slice(before);
    expect(first).toBe(posts(people.ines));
    // From now on the panel watches what becomes of the pass: it only reads.
    expect(later.filter((request) => !/^GET |^POST .*\/\$batch$/.test(request))).toEqual([]);
    expect(await stage.browser.paste()).toBe(codeOf(stage, people.ines));
  });

  test('masks the pass, shows and copies it on demand', async () => {
    const { page, panel } = await openSignedIn(stage, people.ines);
    await click(panel, 'Issue TAP');
    await waitForText(panel, 'Copied');
    const code = codeOf(stage, people.ines);
    expect(code).toHaveLength(8);
    expect(await shownPass(panel)).not.toContain(code);
    await click(panel, 'Show pass');
    await find(panel, 'button', 'Hide pass');
    expect(await shownPass(panel)).toBe(code);
    await click(panel, 'Hide pass');
    await find(panel, 'button', 'Show pass');
    expect(await shownPass(panel)).not.toContain(code);
    // A fresh panel says nothing of a copy yet.
    await page.reload();
    const again = await panelOf(page);
    await find(again, 'button', 'Copy pass');
    expect(await again.evaluate(() => document.body.textContent)).not.toContain('Copied');
    await click(again, 'Copy pass');
    await waitForText(again, 'Copied');
    expect(await stage.browser.paste()).toBe(code);
  });

  test('shows the pass though the clipboard never answers', async () => {
    const { panel } = await openSignedIn(stage, people.ines);
    await panel.evaluate(() => {
      navigator.clipboard.write = () => new Promise(() => {});
    });
    await click(panel, 'Issue TAP');
    await click(panel, 'Show pass');
    await find(panel, 'button', 'Hide pass');
    expect(await shownPass(panel)).toBe(codeOf(stage, people.ines));
    expect(await panel.evaluate(() => document.body.textContent)).not.toContain('Copied');
  });

  test('hides by itself after the time that Options say, spelled out too', async () => {
    const page = await stage.browser.openExtensionPage('options.html');
    await fill(page, 'combobox', 'Hide a shown pass after', '30');
    // Then as an organization may set it: a person would have to wait for the shortest choice.
    await page.waitForFunction(async () => {
      type Stored = { settings: { hidePassAfterSeconds: number } };
      const { settings } = await chrome.storage.local.get<Stored>('settings');
      if (settings.hidePassAfterSeconds !== 30) return false;
      await chrome.storage.local.set({ settings: { ...settings, hidePassAfterSeconds: 4 } });
      return true;
    });
    await page.close();
    const { panel } = await openSignedIn(stage, people.ines);
    await click(panel, 'Issue TAP');
    await waitForText(panel, 'Copied');
    await click(panel, 'Show pass');
    await click(panel, 'Spell out');
    await find(panel, 'list', 'The pass, spelled out');
    await find(panel, 'button', 'Show pass');
    expect(await shownPass(panel)).not.toContain(codeOf(stage, people.ines));
    await expect.poll(() => panel.$('.spelled')).toBeNull();
  });

  test('is in sight at once where Options say so, and stays hidden once it was hidden', async () => {
    const options = await stage.browser.openExtensionPage('options.html');
    await click(options, 'Mask the pass', 'checkbox');
    await click(options, 'Hide a shown pass on tab switch', 'checkbox');
    const { page, panel } = await openSignedIn(stage, people.ines);
    await click(panel, 'Issue TAP');
    await find(panel, 'button', 'Hide pass');
    expect(await shownPass(panel)).toBe(codeOf(stage, people.ines));
    expect(await panel.$eval('output.pass', (output) => output.getAttribute('aria-live'))).toBe('off');
    await options.bringToFront();
    await page.bringToFront();
    await find(panel, 'button', 'Show pass');
    // Armed again, as it was when it showed the pass at first.
    await panel.waitForSelector('.hero button[aria-disabled=false]');
    expect(await shownPass(panel)).not.toContain(codeOf(stage, people.ines));
  });

  test('stays in sight on tab switch unless Options say otherwise', async () => {
    const { page, panel } = await openSignedIn(stage, people.ines);
    await click(panel, 'Issue TAP');
    await waitForText(panel, 'Copied');
    await click(panel, 'Show pass');
    const options = await stage.browser.openExtensionPage('options.html');
    await page.bringToFront();
    await find(panel, 'button', 'Hide pass');
    await options.bringToFront();
    await click(options, 'Hide a shown pass on tab switch', 'checkbox');
    await page.bringToFront();
    // The settings reach the panel with its next reading; then a switch hides the pass.
    await expect
      .poll(async () => {
        await options.bringToFront();
        await page.bringToFront();
        return shownPass(panel);
      })
      .not.toContain(codeOf(stage, people.ines));
  });

  test('outlives a killed worker and a reload, and is gone after Done', async () => {
    const { page, panel } = await openSignedIn(stage, people.ines);
    await click(panel, 'Issue TAP');
    await waitForText(panel, 'Copied');
    await stage.browser.killBackground();
    await page.reload();
    const again = await panelOf(page);
    await click(again, 'Show pass');
    expect(await shownPass(again)).toBe(codeOf(stage, people.ines));
    await click(again, 'Done');
    await find(again, 'button', 'Replace TAP');
    await page.reload();
    await find(await panelOf(page), 'button', 'Replace TAP');
    expect(graphRequests(stage).filter((request) => request === posts(people.ines))).toHaveLength(1);
  });

  test('leaves no trace of the pass in the page, in storage on disk, or in addresses', async () => {
    const { page, panel } = await openSignedIn(stage, people.ines);
    await click(panel, 'Issue TAP');
    await waitForText(panel, 'Copied');
    const code = codeOf(stage, people.ines) ?? '';
    expect(await page.content()).not.toContain(code);
    const options = await stage.browser.openExtensionPage('options.html');
    const stored = await options.evaluate(() =>
      (
        globalThis as unknown as { chrome: { storage: { local: { get(): Promise<object> } } } }
      ).chrome.storage.local
        .get()
        .then(JSON.stringify),
    );
    expect(stored).not.toContain(code);
    await options.close();
    expect(stage.sandbox.log.some(({ url }) => url.includes(code))).toBe(false);
  });
});

describe('a pass that exists already', () => {
  test('is replaced after one question that names what ends', async () => {
    const { panel } = await openSignedIn(stage, people.ines);
    await click(panel, 'Issue TAP');
    await waitForText(panel, 'Copied');
    const first = codeOf(stage, people.ines);
    await click(panel, 'Done');
    await click(panel, 'Replace TAP');
    await find(panel, 'button', 'Cancel');
    await click(panel, 'Cancel');
    expect(codeOf(stage, people.ines)).toBe(first);
    await click(panel, 'Replace TAP');
    await find(panel, 'button', 'Cancel');
    await click(panel, 'Replace TAP');
    await waitForText(panel, 'Copied');
    expect(codeOf(stage, people.ines)).not.toBe(first);
    expect(await stage.browser.paste()).toBe(codeOf(stage, people.ines));
  });
});

describe('a tab that moves', () => {
  test('drops the pass at once, and shows it again on the way back', async () => {
    const { page, panel } = await openSignedIn(stage, people.ines);
    await click(panel, 'Issue TAP');
    await waitForText(panel, 'Copied');
    await click(panel, 'Show pass');
    await goTo(page, userPage(people.arabic));
    await waitForText(panel, 'layla@contoso.com');
    expect(await panel.evaluate(() => document.body.textContent)).not.toContain(codeOf(stage, people.ines));
    await goTo(page, userPage(people.ines));
    await waitForText(panel, 'ines@contoso.com');
    expect(await shownPass(panel)).not.toContain(codeOf(stage, people.ines));
    await click(panel, 'Show pass');
    expect(await shownPass(panel)).toBe(codeOf(stage, people.ines));
  });

  test('takes the panel away on pages that are nobody’s, and keeps it warm', async () => {
    const { page } = await openSignedIn(stage, people.ines);
    await goTo(
      page,
      'https://entra.microsoft.com/#view/Microsoft_AAD_UsersAndTenants/UserManagementMenuBlade/~/AllUsers',
    );
    await expect.poll(() => visiblePanelOf(page)).toBeUndefined();
    const before = graphRequests(stage).length;
    await goTo(page, userPage(people.ines));
    await waitForText(await panelOf(page), 'ines@contoso.com');
    expect(graphRequests(stage)).toHaveLength(before);
  });
});
