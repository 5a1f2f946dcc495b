import { describe, expect, test } from 'vitest';
import { people } from '../sandbox/seed';
import { codeOf, goTo, graphRequests, openSignedIn, shownPass } from './admin';
import { byRole, click, panelOf, visiblePanelOf, waitForText } from './panel';
import { useStage } from './stage';
import { userPage } from './story';

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
    expect(graphRequests(stage).slice(before)).toEqual([posts(people.ines)]);
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
    await panel.waitForSelector(byRole('button', 'Hide pass'));
    expect(await shownPass(panel)).toBe(code);
    await click(panel, 'Hide pass');
    await panel.waitForSelector(byRole('button', 'Show pass'));
    expect(await shownPass(panel)).not.toContain(code);
    // A fresh panel says nothing of a copy yet.
    await page.reload();
    const again = await panelOf(page);
    await again.waitForSelector(byRole('button', 'Copy pass'));
    expect(await again.evaluate(() => document.body.textContent)).not.toContain('Copied');
    await click(again, 'Copy pass');
    await waitForText(again, 'Copied');
    expect(await stage.browser.paste()).toBe(code);
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
    await again.waitForSelector(byRole('button', 'Replace TAP'));
    await page.reload();
    await (await panelOf(page)).waitForSelector(byRole('button', 'Replace TAP'));
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
    await panel.waitForSelector(byRole('button', 'Cancel'));
    await click(panel, 'Cancel');
    expect(codeOf(stage, people.ines)).toBe(first);
    await click(panel, 'Replace TAP');
    await panel.waitForSelector(byRole('button', 'Cancel'));
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
