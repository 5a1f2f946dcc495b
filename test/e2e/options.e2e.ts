import type { Frame, Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import type { browser as extensionApi } from 'wxt/browser';
import { localOf } from '../../utils/local-time';
import { groups, people } from '../sandbox/seed';
import { userOf } from '../sandbox/state';
import { codeOf, goTo, issuingRequests, openSignedIn } from './admin';
import { byRole, click, fill, find, panelOf, restOn, waitForText } from './panel';
import { useStage } from './stage';
import { userPage } from './story';

declare const chrome: typeof extensionApi;

const stage = useStage();
const contoso = () => {
  const [tenant] = stage.sandbox.state.tenants;
  if (!tenant) throw new Error('The sandbox has no tenant.');
  return tenant;
};
const passOf = (userId: string) => userOf(contoso(), userId)?._pass;
const posts = () => issuingRequests(stage);

async function openOptions(panel: Frame): Promise<void> {
  await panel.locator('summary').click();
  await find(panel, 'combobox', 'Lifetime');
}

const choose = (panel: Frame, list: string, value: string) => fill(panel, 'combobox', list, value);
const enter = (panel: Frame, field: string, text: string) => fill(panel, 'textbox', field, text);

async function isDisabled(panel: Frame): Promise<boolean | undefined> {
  const button = await find(panel, 'button', 'Issue TAP');
  return button?.evaluate((element) => element.getAttribute('aria-disabled') === 'true');
}

const storedBy = (page: Page): Promise<string> =>
  page.evaluate(() => chrome.storage.local.get().then(JSON.stringify));

describe('the options of a pass', () => {
  test('reach Graph exactly, and the sentence under the button says them before', async () => {
    const { panel } = await openSignedIn(stage, people.ines);
    await openOptions(panel);
    await choose(panel, 'Lifetime', 'other');
    await enter(panel, 'Other lifetime', '1.5');
    await choose(panel, 'One-time use', 'oneTime');
    await choose(panel, 'Start', 'later');
    const start = new Date();
    start.setDate(start.getDate() + 1);
    start.setHours(9, 0, 0, 0);
    await panel.locator('input[type=datetime-local]').fill(localOf(start.getTime()));
    await waitForText(panel, '1 hour 30 minutes, one-time, starts tomorrow');
    await waitForText(panel, `${start.toISOString().slice(11, 16)} UTC)`);
    await click(panel, 'Issue TAP');
    await waitForText(panel, 'Copied');
    expect(passOf(people.ines)).toMatchObject({
      lifetimeInMinutes: 90,
      isUsableOnce: true,
      start: start.getTime(),
    });
    expect(posts()).toHaveLength(1);
  });

  test('belong to the user shown; what is to be remembered begins with the next one', async () => {
    const { page, panel } = await openSignedIn(stage, people.ines);
    await openOptions(panel);
    await choose(panel, 'Lifetime', '240');
    await waitForText(panel, '4 hours, one-time: no, starts now');
    await goTo(page, userPage(people.arabic));
    await waitForText(panel, 'layla@contoso.com');
    await waitForText(panel, '1 hour, one-time: no, starts now');
    await goTo(page, userPage(people.ines));
    await waitForText(panel, 'ines@contoso.com');
    await waitForText(panel, '1 hour, one-time: no, starts now');
    await openOptions(panel);
    await choose(panel, 'Lifetime', '120');
    await choose(panel, 'One-time use', 'oneTime');
    await click(panel, 'Remember for this tenant', 'checkbox');
    await click(panel, 'Issue TAP');
    await waitForText(panel, 'Copied');
    await goTo(page, userPage(people.arabic));
    await waitForText(panel, 'layla@contoso.com');
    await waitForText(panel, '2 hours, one-time, starts now');
    await click(panel, 'Issue TAP');
    await waitForText(panel, 'Copied');
    expect(passOf(people.arabic)).toMatchObject({ lifetimeInMinutes: 120, isUsableOnce: true });
  });

  test('that the policy refuses are said at their field before the click, and nothing is sent', async () => {
    const { panel } = await openSignedIn(stage, people.ines);
    await openOptions(panel);
    await choose(panel, 'Lifetime', 'other');
    await choose(panel, 'Unit', 'days');
    await waitForText(panel, 'The policy allows no lifetime over 8 hours.');
    const field = await find(panel, 'textbox', 'Other lifetime');
    const described = await field?.evaluate((element) => [
      element.getAttribute('aria-invalid'),
      document.getElementById(element.getAttribute('aria-describedby')?.split(' ')[0] ?? '')?.textContent,
    ]);
    expect(described).toEqual(['true', 'The policy allows no lifetime over 8 hours.']);
    expect(await isDisabled(panel)).toBe(true);
    expect(posts()).toEqual([]);
  });

  test('are reached, chosen and carried out by the keyboard alone', async () => {
    const { page, panel } = await openSignedIn(stage, people.ines);
    await restOn(panel, 'button.primary[aria-disabled=false]');
    const { keyboard } = page;
    for (const key of ['Tab', 'Enter'] as const) await keyboard.press(key);
    await find(panel, 'combobox', 'Lifetime');
    await keyboard.press('Tab');
    await keyboard.type('4');
    await waitForText(panel, '4 hours, one-time: no, starts now');
    await keyboard.press('Tab');
    await keyboard.type('Y');
    await waitForText(panel, '4 hours, one-time, starts now');
    for (const key of ['Tab', 'Tab'] as const) await keyboard.press(key);
    await keyboard.type('INC-7');
    await keyboard.down('Shift');
    for (let back = 0; back < 5; back += 1) await keyboard.press('Tab');
    await keyboard.up('Shift');
    await panel.waitForSelector('button.primary[aria-disabled=false]:focus');
    await keyboard.press('Enter');
    await waitForText(panel, 'Copied');
    expect(passOf(people.ines)).toMatchObject({ lifetimeInMinutes: 240, isUsableOnce: true });
  });
});

describe('a reason that is required', () => {
  test('is asked for in the click, and stands in the record', async () => {
    const settings = await stage.browser.openExtensionPage('options.html');
    await click(settings, 'Reason or ticket required', 'checkbox');
    await settings.waitForFunction(() =>
      chrome.storage.local.get().then((stored) => JSON.stringify(stored).includes('"reasonRequired":true')),
    );
    const { page, panel } = await openSignedIn(stage, people.ines);
    await waitForText(panel, '1 hour, one-time: no, starts now. Needs a reason or ticket');
    await click(panel, 'Issue TAP');
    await waitForText(panel, 'Enter a reason or ticket.');
    await panel.waitForSelector('#reason:focus');
    expect(posts()).toEqual([]);
    await page.keyboard.type('INC-4711');
    await click(panel, 'Issue TAP');
    await waitForText(panel, 'Copied');
    expect(await stage.browser.paste()).toBe(codeOf(stage, people.ines));
    expect(await storedBy(settings)).toContain('"reason":"INC-4711"');
  });
});

describe('who the policy lets have a pass', () => {
  test('an excluded guest: the cause, a link to the policy, and a way on once it is changed', async () => {
    const { panel } = await openSignedIn(stage, people.excluded);
    await waitForText(panel, 'The authentication methods policy excludes this user');
    expect(await isDisabled(panel)).toBe(true);
    const link = await find(panel, 'link', 'Authentication methods policy');
    expect(
      await link?.evaluate((element) => [element.getAttribute('target'), element.getAttribute('rel')]),
    ).toEqual(['_blank', 'noreferrer']);
    contoso().policy.excludeTargets = [];
    // The refusal is held for two seconds; before that, reading again tells the same.
    await expect
      .poll(
        async () => {
          await (await panel.$(byRole('button', 'Read again')))?.click().catch(() => {});
          return (await panel.$('#effect')) !== null;
        },
        { timeout: 15_000, interval: 1000 },
      )
      .toBe(true);
    await click(panel, 'Issue TAP');
    await waitForText(panel, 'Copied');
  });

  test('a policy for one group includes its transitive members only', async () => {
    contoso().policy.includeTargets = [
      { targetType: 'group', id: groups.contractors, isRegistrationRequired: false },
    ];
    const { page, panel } = await openSignedIn(stage, people.suppliersOnly);
    await waitForText(panel, '1 hour, one-time: no, starts now');
    await goTo(page, userPage(people.arabic));
    await waitForText(panel, 'does not include this user');
    expect(await isDisabled(await panelOf(page))).toBe(true);
  });

  test('bounds that an admin may not read are learnt from the refusal, and only warn', async () => {
    const { page, panel } = await openSignedIn(stage, people.ines, { as: 'helen@contoso.com' });
    await openOptions(panel);
    await choose(panel, 'Lifetime', '1440');
    await click(panel, 'Issue TAP');
    await waitForText(panel, 'A refusal named 1 hour to 8 hours as its lifetimes');
    await waitForText(panel, 'By an earlier refusal the policy allows no lifetime over 8 hours.');
    contoso().policy.maximumLifetimeInMinutes = 1440;
    await click(panel, 'Issue TAP');
    await waitForText(panel, 'Copied');
    expect(passOf(people.ines)).toMatchObject({ lifetimeInMinutes: 1440 });
    await goTo(page, userPage(people.arabic));
    await waitForText(panel, 'layla@contoso.com');
    await openOptions(panel);
    await waitForText(panel, 'A refusal named 1 hour to 8 hours');
  });
});
