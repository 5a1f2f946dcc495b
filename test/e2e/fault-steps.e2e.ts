import { describe, expect, inject, test } from 'vitest';
import { groups, people } from '../sandbox/seed';
import { codeOf, goTo, graphRequests, issuingRequests, openSignedIn, shownPass } from './admin';
import { expireTokens } from './expire-tokens';
import { passFaults } from './fault-table';
import { holdRequest, type Meant } from './hold-request';
import { click, find, panelOf, waitForText } from './panel';
import { order, playRow, showPass } from './pass-faults';
import { signInAs } from './sign-in';
import { useStage } from './stage';
import { userPage } from './story';

const stage = useStage();
const avery = 'avery@contoso.com';
const post: Meant = { method: 'POST', url: /temporaryAccessPassMethods$/ };
const batch: Meant = { method: 'POST', url: /\$batch$/ };
const token: Meant = { method: 'POST', url: /\/oauth2\/v2\.0\/token\b/ };

/** The pass of Ines that the panel shows is the one that the server holds. */
async function expectPass(panel: Awaited<ReturnType<typeof panelOf>>): Promise<void> {
  await showPass(panel);
  expect(await shownPass(panel)).toBe(codeOf(stage, people.ines));
}

describe('the life of a pass', () => {
  test.each(Object.entries(passFaults))('goes on after: %s', async (_, { rows, ...fault }) => {
    const desk = await openSignedIn(stage, people.ines);
    for (const row of rows)
      await playRow(stage, desk, row, fault).catch((error: unknown) => {
        throw new Error(`${row.flow}, ${row.at}: ${error}`, { cause: error });
      });
    const panel = await panelOf(desk.page);
    await order(panel, 'issue');
    await expectPass(panel);
  });

  test('goes on after: tokens expired, session revoked', async () => {
    const { page, panel } = await openSignedIn(stage, people.ines);
    await expireTokens(stage);
    await order(panel, 'issue');
    await expectPass(panel);
    await click(panel, 'Done');
    await find(panel, 'button', 'Replace TAP');
    const code = codeOf(stage, people.ines);
    stage.sandbox.rooms.login.switches.revokeSessions(people.avery);
    // The second time nothing is left that could be refused.
    for (const [flow, words] of [
      ['replace', 'Your sign-in was ended'],
      ['revoke', 'You are not signed in to this tenant.'],
    ] as const) {
      await order(panel, flow);
      await waitForText(panel, words);
      expect(codeOf(stage, people.ines)).toBe(code);
    }
    await click(panel, 'Sign in');
    await signInAs(await stage.browser.signInWindow(), avery);
    await page.bringToFront();
    await expect.poll(() => panel.$('.failure')).toBeNull();
    await order(panel, 'revoke');
    await waitForText(panel, 'Pass revoked');
    expect(codeOf(stage, people.ines)).toBeUndefined();
    expect(issuingRequests(stage)).toHaveLength(2);
  });

  // Drivers can't see Firefox's popup.
  test.runIf(inject('browserKind') === 'chromium')('goes on after: popup closed', async () => {
    const { page, panel } = await openSignedIn(stage, people.ines);
    const popup = await stage.browser.openPopup(page);
    const held = holdRequest(stage.sandbox, post, 'sent');
    await click(popup, 'Issue TAP');
    await held.arrived();
    await popup.close();
    const again = await stage.browser.openPopup(page);
    await waitForText(again, 'Issuing the pass…');
    held.letGo();
    await find(again, 'button', 'Copy pass');
    await again.close();
    await expectPass(panel);
    expect(issuingRequests(stage)).toHaveLength(1);
  });
});

test('a first look ends in a panel that is ready, or says what to do', async () => {
  const { page, panel } = await openSignedIn(stage, people.ines);
  const { sandbox } = stage;
  const lookAt = async (userId: string) => {
    const held = holdRequest(sandbox, batch, 'sent');
    await goTo(page, userPage(userId));
    await held.arrived();
    return held;
  };
  // With a killed worker: `late.e2e.ts`.
  const offline = await lookAt(people.arabic);
  sandbox.network.down = true;
  offline.letGo();
  await waitForText(panel, 'This browser cannot reach Microsoft.');
  sandbox.network.down = false;
  await click(panel, 'Try again');
  await find(panel, 'button', 'Issue TAP');

  const reloaded = await lookAt(people.suppliersOnly);
  await page.reload();
  reloaded.letGo();
  await waitForText(await panelOf(page), 'sunil@contoso.com');

  await expireTokens(stage);
  await goTo(page, userPage(people.ines));
  await waitForText(await panelOf(page), 'ines@contoso.com');

  sandbox.rooms.login.switches.revokeSessions(people.avery);
  await goTo(page, userPage(people.disabled));
  await find(await panelOf(page), 'button', 'Sign in');
});

test('a sign-in that was interrupted is told, and another leads on', async () => {
  const { browser, sandbox } = stage;
  const page = await browser.open(userPage(people.ines));
  await click(await panelOf(page), 'Sign in');
  const abandoned = await browser.signInWindow();
  await browser.killBackground();
  await waitForText(await panelOf(page), 'The sign-in was interrupted.');
  await abandoned.close();

  const held = holdRequest(sandbox, token, 'acted');
  await click(await panelOf(page), 'Sign in');
  await signInAs(await browser.signInWindow(), avery);
  await held.arrived();
  sandbox.network.down = true;
  held.letGo();
  await page.bringToFront();
  await waitForText(await panelOf(page), 'This browser cannot reach Microsoft.');
  sandbox.network.down = false;
  await click(await panelOf(page), 'Try again');

  await click(await panelOf(page), 'Sign in');
  const window = await browser.signInWindow();
  await page.reload();
  await window.bringToFront();
  await signInAs(window, avery);
  await page.bringToFront();
  await find(await panelOf(page), 'button', 'Issue TAP');
});

test('a change of the policy is never left open', async () => {
  const { sandbox, browser } = stage;
  const [contoso] = sandbox.state.tenants;
  contoso?.apps[0]?.adminConsent.push('Policy.ReadWrite.AuthenticationMethod', 'Group.ReadBasic.All');
  if (contoso)
    Object.assign(contoso.policy, {
      state: 'disabled',
      includeTargets: [{ targetType: 'group', id: groups.contractors, isRegistrationRequired: false }],
    });
  const { panel } = await openSignedIn(stage, people.ines, { as: 'gina@contoso.com' });
  const url = /\/temporaryAccessPass$/i;
  const reading = holdRequest(sandbox, { method: 'GET', url }, 'sent');
  await click(panel, 'Enable TAP');
  await reading.arrived();
  await browser.killBackground();
  reading.letGo();
  await click(panel, 'Review');
  await find(panel, 'button', 'Back');

  const lost = holdRequest(sandbox, { method: 'PATCH', url }, 'sent');
  await click(panel, 'Enable TAP');
  await lost.arrived();
  sandbox.network.down = true;
  lost.letGo();
  await waitForText(panel, 'The policy may have been changed.');
  sandbox.network.down = false;
  await click(panel, 'Read again');
  await waitForText(panel, 'Change the policy?');
  expect(contoso?.policy.state).toBe('disabled');

  const made = holdRequest(sandbox, { method: 'PATCH', url }, 'acted');
  await click(panel, 'Enable TAP');
  await made.arrived();
  await browser.killBackground();
  made.letGo();
  await waitForText(panel, 'The policy may have been changed.');
  await click(panel, 'Read again');
  await waitForText(panel, 'Changed.');
  expect(contoso?.policy.state).toBe('enabled');
  expect(graphRequests(stage).filter((request) => request.startsWith('PATCH'))).toHaveLength(2);
  await find(panel, 'button', 'Issue TAP');
});

test('the watch over a guest goes on, and the pass stays', async () => {
  const { sandbox, browser } = stage;
  sandbox.state.tenants[0]?.apps[0]?.adminConsent.push('UserAuthenticationMethod.Read.All');
  const { panel } = await openSignedIn(stage, people.ines);
  const look: Meant = { method: 'GET', url: /temporaryAccessPassMethods$/ };
  const first = holdRequest(sandbox, look, 'sent');
  await order(panel, 'issue');
  await first.arrived();
  sandbox.network.down = true;
  first.letGo();
  await waitForText(panel, 'This browser cannot reach Microsoft.');
  await expectPass(panel);
  sandbox.network.down = false;

  const second = holdRequest(sandbox, look, 'acted');
  await click(panel, 'Try again');
  await second.arrived();
  await browser.killBackground();
  second.letGo();
  await waitForText(panel, 'Nothing is registered yet.');
  expect(await panel.$('.failure')).toBeNull();
});
