import { expect, test } from 'vitest';
import { people } from '../sandbox/seed';
import { goTo, openSignedIn } from './admin';
import { themes, violationsOf } from './axe';
import { click, fill, find, waitForText } from './panel';
import { useStage } from './stage';
import { userPage } from './story';

const stage = useStage();

test.each(themes)(
  'axe finds nothing in the states of the panel, %s',
  async (theme) => {
    const themed = (id: string) => userPage(id).replace('/#', `/?theme=${theme}#`);
    const { page, panel } = await openSignedIn(stage, people.ines, { url: themed(people.ines) });
    await find(panel, 'button', 'Issue TAP');
    expect(await panel.evaluate(() => document.documentElement.dataset.theme)).toBe(theme);
    expect(await violationsOf(panel)).toEqual([]);

    await click(panel, 'Issue TAP');
    await waitForText(panel, 'Copied');
    await click(panel, 'Show pass');
    expect(await violationsOf(panel)).toEqual([]);

    await click(panel, 'Done');
    await click(panel, 'Replace TAP');
    await find(panel, 'button', 'Cancel');
    expect(await panel.evaluate(() => document.activeElement?.textContent)).toBe('Replace the current pass?');
    expect(await violationsOf(panel)).toEqual([]);

    await goTo(page, themed(people.excluded));
    await waitForText(panel, 'policy excludes this user');
    expect(await violationsOf(panel)).toEqual([]);

    await goTo(page, themed(people.roleHolder));
    await waitForText(panel, 'uma@contoso.com');
    await panel.locator('summary').click();
    await fill(panel, 'combobox', 'Start', 'later');
    await panel.locator('input[type=datetime-local]').fill('2020-01-01T09:00');
    await waitForText(panel, 'The start lies in the past');
    expect(await violationsOf(panel)).toEqual([]);

    await fill(panel, 'combobox', 'Start', 'now');
    await click(panel, 'Issue TAP');
    await find(panel, 'alert');
    expect(await violationsOf(panel)).toEqual([]);
  },
  60_000,
);

test('axe finds nothing on the options page', async () => {
  const page = await stage.browser.openExtensionPage('options.html');
  expect(await violationsOf(page)).toEqual([]);
  await page.close();
});

test('the options page fits a window of 320 pixels', async () => {
  const page = await stage.browser.openExtensionPage('options.html');
  await page.setViewport({ width: 320, height: 800 });
  await find(page, 'button', 'Export settings');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await page.close();
});
