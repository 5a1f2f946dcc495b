import type { Frame } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { groups, people } from '../sandbox/seed';
import { graphRequests, openSignedIn } from './admin';
import { violationsOf } from './axe';
import { click, fill, find, restOn, waitForText } from './panel';
import { signInAs } from './sign-in';
import { useStage } from './stage';

const stage = useStage();
const gina = { as: 'gina@contoso.com' };
const permissions = ['Policy.ReadWrite.AuthenticationMethod', 'Group.ReadBasic.All'];
const policyUrl = /\/temporaryAccessPass$/i;
const target = (id: string) => ({ targetType: 'group' as const, id, isRegistrationRequired: false });
const patches = () => graphRequests(stage).filter((request) => request.startsWith('PATCH'));

/** Contoso with the method off and these groups in its policy; the permissions are granted unless said otherwise. */
function contosoWithTapOff({ included = [groups.helpdesk], consent = true } = {}) {
  const [contoso] = stage.sandbox.state.tenants;
  if (!contoso) throw new Error('The seed begins with Contoso.');
  Object.assign(contoso.policy, { state: 'disabled', includeTargets: included.map(target) });
  if (consent) contoso.apps[0]?.adminConsent.push(...permissions);
  return contoso;
}

async function openPolicy(options = gina) {
  const desk = await openSignedIn(stage, people.ines, options);
  await click(desk.panel, 'Enable TAP');
  return desk;
}

/** Lets the group of the contractors in, up to the review. */
async function chooseContractors(panel: Frame): Promise<void> {
  await click(panel, 'One more group', 'radio');
  await fill(panel, 'combobox', 'Group', 'contr');
  await click(panel, 'TAP Contractors', 'option');
  await click(panel, 'Review');
}

const focused = (panel: Frame) => panel.evaluate(() => document.activeElement?.textContent ?? '');

test('off → enabled for a group found by search: one PATCH that takes nobody out, and the panel is ready', async () => {
  const contoso = contosoWithTapOff();
  const before = structuredClone(contoso.policy);
  const { panel } = await openPolicy();
  await find(panel, 'radio', 'As it is now: Helpdesk tier 1');
  expect(await violationsOf(panel)).toEqual([]);

  await click(panel, 'One more group', 'radio');
  await fill(panel, 'combobox', 'Group', 'contr');
  await find(panel, 'option', 'TAP Contractors');
  expect(await violationsOf(panel)).toEqual([]);
  await click(panel, 'TAP Contractors', 'option');
  await fill(panel, 'textbox', 'Default', '30');
  await click(panel, 'Review');
  await waitForText(panel, 'The minimum must not be longer than the default.');
  expect(await violationsOf(panel)).toEqual([]);
  expect(await panel.evaluate(() => document.activeElement?.id)).toBe('minimumLifetimeInMinutes');

  await fill(panel, 'textbox', 'Minimum', '20');
  await click(panel, 'Review');
  await waitForText(panel, 'Helpdesk tier 1, TAP Contractors');
  await waitForText(panel, '20 minutes');
  expect(await violationsOf(panel)).toEqual([]);
  expect(patches()).toEqual([]);

  await click(panel, 'Enable TAP');
  await waitForText(panel, 'Changed. It may take some minutes until it works everywhere.');
  expect(await violationsOf(panel)).toEqual([]);
  expect(patches()).toHaveLength(1);
  expect(contoso.policy).toEqual({
    ...before,
    state: 'enabled',
    includeTargets: [target(groups.helpdesk), target(groups.contractors)],
    minimumLifetimeInMinutes: 20,
    defaultLifetimeInMinutes: 30,
  });
  await click(panel, 'Issue TAP');
  await waitForText(panel, 'Copied');
});

test('the keyboard does it all, and Escape leads back with the focus kept', async () => {
  const contoso = contosoWithTapOff({ included: [] });
  const { page, panel } = await openSignedIn(stage, people.ines, gina);
  const press = async (...keys: Parameters<typeof page.keyboard.press>[0][]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const open = async () => {
    await press('Enter');
    await find(panel, 'combobox', 'Group');
    expect(await focused(panel)).toBe('TAP policy of the tenant');
  };
  await restOn(panel, '.door > button');
  await open();
  await press('Escape');
  await find(panel, 'button', 'Enable TAP');
  expect(await focused(panel)).toBe('Enable TAP');

  await open();
  await press('Tab', 'Tab');
  await page.keyboard.type('t');
  await find(panel, 'option', 'TAP Contractors');
  await press('ArrowDown', 'Enter');
  await find(panel, 'button', 'Change group');
  expect(await focused(panel)).toBe('Change group');
  await press('Enter');
  await page.keyboard.type('contr');
  await find(panel, 'option', 'TAP Contractors');
  await press('Enter');
  await find(panel, 'button', 'Change group');
  // The radio buttons were one stop, before the group; four numbers and the check box are left.
  await press('Tab', 'Tab', 'Tab', 'Tab', 'Tab', 'Tab');
  expect(await focused(panel)).toBe('Review');
  await press('Enter');
  await find(panel, 'button', 'Back');
  expect(await focused(panel)).toBe('Change the policy?');
  await press('Escape');
  await find(panel, 'button', 'Review');
  expect(await focused(panel)).toBe('Review');
  await press('Enter');
  await panel.waitForSelector('.confirm .primary[aria-disabled=false]');
  await press('Tab', 'Enter');
  await waitForText(panel, 'Changed.');
  expect(await focused(panel)).toContain('Changed.');
  expect(contoso.policy.includeTargets).toEqual([target(groups.contractors)]);
});

test('an admin without the role gets the page and a text for who may', async () => {
  const contoso = contosoWithTapOff();
  const { panel } = await openPolicy({ as: 'avery@contoso.com' });
  await chooseContractors(panel);
  await click(panel, 'Enable TAP');
  await find(panel, 'alert');
  await waitForText(panel, 'Authentication Policy Administrator');
  expect(contoso.policy.state).toBe('disabled');
  expect(await violationsOf(panel)).toEqual([]);
  const link = await find(panel, 'link', 'in the Microsoft Entra admin center');
  const page = await link?.evaluate((element) => (element as HTMLAnchorElement).href);
  expect(page).toContain(`entra.microsoft.com/${contoso.id}/#view/Microsoft_AAD_IAM/`);

  await click(panel, 'Copy request');
  await waitForText(panel, 'Copied');
  const request = await stage.browser.paste();
  for (const words of ['ines@contoso.com', contoso.id, `TAP Contractors (${groups.contractors})`, page ?? ''])
    expect(request).toContain(words);
});

test('the permissions are asked for when they are needed, and the form comes by itself', async () => {
  contosoWithTapOff({ consent: false });
  const { page, panel } = await openPolicy();
  await waitForText(panel, 'permissions that Guestpass needs are not granted');
  const asked = () =>
    [...stage.sandbox.state.tokens.values()].some(({ scopes }) => scopes.includes('Group.ReadBasic.All'));
  expect(asked()).toBe(false);
  expect(await violationsOf(panel)).toEqual([]);
  await find(panel, 'button', 'Copy request');

  await click(panel, 'Sign in');
  await signInAs(await stage.browser.signInWindow(), gina.as);
  await page.bringToFront();
  await find(panel, 'button', 'Review');
  expect(asked()).toBe(true);
});

test('a group that vanished: a former one is shown by its id, and Graph’s refusal leaves the choice to change', async () => {
  const vanished = '20000000-0000-4000-8000-000000000099';
  contosoWithTapOff({ included: [vanished] });
  const { panel } = await openPolicy();
  await waitForText(panel, `As it is now: Group ${vanished}`);
  stage.sandbox.faults.add({
    method: 'PATCH',
    url: policyUrl,
    times: 1,
    fault: { kind: 'answer', status: 400 },
  });
  await chooseContractors(panel);
  await click(panel, 'Enable TAP');
  await waitForText(panel, 'refused this change of the policy.');
  await click(panel, 'Cancel');
  await find(panel, 'button', 'Change group');
});

test('a lost answer leaves the outcome open until the policy is read again', async () => {
  contosoWithTapOff();
  const { panel } = await openPolicy();
  await chooseContractors(panel);
  const { faults } = stage.sandbox;
  const lost = { kind: 'answer', status: 502, body: '<html>', act: 'after' } as const;
  faults.add({ method: 'PATCH', url: policyUrl, times: 1, fault: lost });
  // The first reading is the one before the change.
  faults.add({ method: 'GET', url: policyUrl, times: 1, fault: { kind: 'slow', milliseconds: 0 } });
  const mend = faults.add({ method: 'GET', url: policyUrl, fault: { kind: 'answer', status: 500 } });
  await click(panel, 'Enable TAP');
  await waitForText(panel, 'The policy may have been changed.');
  mend();
  await click(panel, 'Read again');
  await waitForText(panel, 'Changed.');
  expect(patches()).toHaveLength(1);
});

test('a change that Graph does not show yet is said to be so', async () => {
  const { policy } = contosoWithTapOff();
  const { panel } = await openPolicy();
  await chooseContractors(panel);
  const body = JSON.stringify({
    '@odata.type': '#microsoft.graph.temporaryAccessPassAuthenticationMethodConfiguration',
    id: 'TemporaryAccessPass',
    ...policy,
  });
  const headers = { 'content-type': 'application/json' };
  const mend = stage.sandbox.faults.add({
    method: 'GET',
    url: policyUrl,
    fault: { kind: 'answer', status: 200, headers, body },
  });
  await click(panel, 'Enable TAP');
  await waitForText(panel, 'still shows the former policy');
  expect(await violationsOf(panel)).toEqual([]);
  await click(panel, 'Read again');
  await waitForText(panel, 'still shows the former policy');
  mend();
  await click(panel, 'Read again');
  await waitForText(panel, 'Changed.');
  expect(patches()).toHaveLength(1);
});
