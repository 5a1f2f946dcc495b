import { expect, inject, test } from 'vitest';
import { people } from '../sandbox/seed';
import { goTo, openSignedIn } from './admin';
import { click, fill, find, panelOf, waitForText } from './panel';
import { useStage } from './stage';
import { settingIn } from './state-setting';
import { states } from './states';
import { userPage } from './story';
import { violationsInThemes } from './violations-in-themes';

const stage = useStage();

const isChromium = inject('browserKind') === 'chromium';

test.each(isChromium ? ['light', 'dark', 'hc'] : ['dark'])(
  'the panel wears the theme that the portal wears: %s',
  async (theme) => {
    const page = await stage.browser.open(userPage(people.ines).replace('/#', `/?theme=${theme}#`));
    const panel = await panelOf(page);
    expect(await panel.evaluate(() => document.documentElement.dataset.theme)).toBe(theme);
  },
);

test('axe finds nothing in the states of the panel', async () => {
  const { page, panel } = await openSignedIn(stage, people.ines);
  await find(panel, 'button', 'Issue TAP');
  expect(await violationsInThemes(page, panel)).toEqual([]);

  await click(panel, 'Issue TAP');
  await waitForText(panel, 'Copied');
  await click(panel, 'Show pass');
  expect(await violationsInThemes(page, panel)).toEqual([]);

  await click(panel, 'Done');
  await click(panel, 'Replace TAP');
  await find(panel, 'button', 'Cancel');
  expect(await panel.evaluate(() => document.activeElement?.textContent)).toBe('Replace the current pass?');
  expect(await violationsInThemes(page, panel)).toEqual([]);

  await goTo(page, userPage(people.excluded));
  await waitForText(panel, 'policy excludes this user');
  expect(await violationsInThemes(page, panel)).toEqual([]);

  await goTo(page, userPage(people.roleHolder));
  await waitForText(panel, 'uma@contoso.com');
  await panel.locator('summary').click();
  await fill(panel, 'combobox', 'Start', 'later');
  await panel.locator('input[type=datetime-local]').fill('2020-01-01T09:00');
  await waitForText(panel, 'The start lies in the past');
  expect(await violationsInThemes(page, panel)).toEqual([]);

  await fill(panel, 'combobox', 'Start', 'now');
  await click(panel, 'Issue TAP');
  await find(panel, 'alert');
  expect(await violationsInThemes(page, panel)).toEqual([]);
});

test('axe finds nothing on the options page', async () => {
  const page = await stage.browser.openExtensionPage('options.html');
  // Drawn as a whole: what it has to ask for comes last.
  await find(page, 'button', 'Export settings');
  expect(await violationsInThemes(page)).toEqual([]);
  await page.close();
});

test('the options page fits a window of 320 pixels', async () => {
  const page = await stage.browser.openExtensionPage('options.html');
  await page.setViewport({ width: 320, height: 800 });
  await find(page, 'button', 'Export settings');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await page.close();
});

// Those whose parts no test above and no other file shows to axe in every theme.
const more = ['policy-form', 'set-up', 'connection-role', 'options-page', 'popup-search', 'popup-found'];
// Firefox hides the popup from drivers.
test.runIf(isChromium).each(more)('axe finds nothing in %s', async (name) => {
  const page = await states[name]?.(settingIn(stage));
  if (!page) throw new Error('No such state');
  const place = page.url().startsWith('https:') ? await panelOf(page) : page;
  expect(await violationsInThemes(page, place)).toEqual([]);
});
