import type { CDPSession, Frame } from 'puppeteer-core';
import { groups, people, sandboxClientId } from '../sandbox/seed';
import { register } from '../sandbox/signins/registrable-methods';
import { type Desk, goTo, openSignedIn } from './admin';
import { forgetAll } from './forget-all';
import { holdRequest } from './hold-request';
import { keepBusy, middleOfButton, whenArmed } from './hostile-page';
import { click, fill, find, panelOf, waitForText } from './panel';
import { type Flow, order, requests } from './pass-faults';
import { issued, type ShowState, signedIn } from './state-setting';
import { userPage } from './story';

const policyOff = (show: (desk: Desk) => Promise<unknown>): ShowState =>
  async function showPolicyOff(setting) {
    const { stage, contoso } = setting;
    contoso.policy.state = 'disabled';
    contoso.policy.includeTargets = [
      { targetType: 'group', id: groups.helpdesk, isRegistrationRequired: false },
    ];
    contoso.apps[0]?.adminConsent.push('Policy.ReadWrite.AuthenticationMethod', 'Group.ReadBasic.All');
    const desk = await openSignedIn(stage, people.ines, { as: 'gina@contoso.com' });
    await show(desk);
    return desk.page;
  };

const withMethods = (show: ShowState): ShowState =>
  async function grantMethods(setting) {
    setting.contoso.apps[0]?.adminConsent.push('UserAuthenticationMethod.Read.All');
    return show(setting);
  };

/** Each time: browsers send it again by themselves. */
const passes = (method: string) => ({ url: /temporaryAccessPassMethods/, method });

/** The worst names, and the longest pass in sight. */
const issuedLong =
  (show?: Parameters<typeof issued>[1]): ShowState =>
  (setting) => {
    setting.contoso.policy.defaultLength = 48;
    return issued(people.longName, async (desk) => {
      await click(desk.panel, 'Show pass');
      await show?.(desk, setting);
    })(setting);
  };

/** Orders, and returns while the request stands still on its way: the next state begins with another worker. */
const underWay = (flow: Flow) =>
  issuedLong(async ({ panel }, { stage }) => {
    const held = holdRequest(stage.sandbox, requests[flow], 'sent');
    if (flow === 'replace') await click(panel, 'Done');
    await order(panel, flow);
    await held.arrived();
  });

/** What an admin can come to see of the panel. */
export const panelStates: Record<string, ShowState> = {
  'signed-out': async ({ stage }) => {
    const page = await stage.browser.open(userPage(people.ines));
    await find(await panelOf(page), 'button', 'Sign in');
    return page;
  },
  'not-found': async ({ stage }) => {
    const { page } = await openSignedIn(stage, people.ines);
    await page.goto(userPage('99999999-0000-4000-8000-000000000000'));
    await find(await panelOf(page), 'alert');
    return page;
  },
  ready: signedIn(people.ines),
  'long-name': signedIn(people.longName),
  arabic: signedIn(people.arabic),
  'click-refused': signedIn(people.ines, async ({ page, panel }) => {
    const { x, y } = await middleOfButton(panel);
    await keepBusy(page);
    await whenArmed(panel, false);
    await page.mouse.click(x, y);
    await waitForText(panel, 'Click again');
    await whenArmed(panel);
  }),
  excluded: signedIn(people.excluded),
  disabled: signedIn(people.disabled),
  options: signedIn(people.ines, async ({ panel }) => {
    await panel.locator('summary').click();
    await fill(panel, 'combobox', 'Start', 'later');
  }),
  issued: issued(people.ines),
  shown: issued(people.ines, ({ panel }) => click(panel, 'Show pass')),
  'issued-arabic': issued(people.arabic, ({ panel }) => panel.locator('.hand-over summary').click()),
  'issued-long': issuedLong(),
  message: issued(people.ines, async ({ panel }) => {
    await click(panel, 'Include the pass', 'checkbox');
    await panel.locator('.hand-over summary').click();
  }),
  spelled: issued(people.ines, ({ panel }) => click(panel, 'Spell out')),
  mail: issued(people.ines, ({ panel }) => click(panel, 'Mail…')),
  'print-card': issued(people.ines, async ({ panel }) => {
    await click(panel, 'Include the pass', 'checkbox');
    await (panel as Frame & { client: CDPSession }).client.send('Emulation.setEmulatedMedia', {
      media: 'print',
    });
    // Kept as it is in the moment of printing.
    await panel.evaluate(() => {
      window.print = () => document.body.append(document.querySelector('.sheet')?.cloneNode(true) ?? '');
    });
    await click(panel, 'Print card');
  }),
  replace: issued(people.ines, async ({ panel }) => {
    await click(panel, 'Done');
    await click(panel, 'Replace TAP');
    await find(panel, 'button', 'Cancel');
  }),
  revoke: issued(people.ines, async ({ panel }) => {
    await click(panel, 'Revoke TAP');
    await find(panel, 'button', 'Cancel');
  }),
  issuing: underWay('replace'),
  revoking: underWay('revoke'),
  lost: signedIn(people.ines, async ({ panel }, { stage }) => {
    stage.sandbox.faults.add({ ...passes('POST'), fault: { kind: 'cut', act: 'after' } });
    await click(panel, 'Issue TAP');
    await find(panel, 'button', 'Dismiss');
  }),
  'not-revoked': issued(people.ines, async ({ panel }, { stage }) => {
    stage.sandbox.faults.add({ ...passes('DELETE'), fault: { kind: 'cut', act: 'before' } });
    await click(panel, 'Revoke TAP');
    await find(panel, 'button', 'Cancel');
    await click(panel, 'Revoke TAP');
    await find(panel, 'button', 'Dismiss');
  }),
  refused: signedIn(people.roleHolder, async ({ panel }) => {
    await click(panel, 'Issue TAP');
    await find(panel, 'alert');
    await panel.locator('.failure summary').click();
  }),
  pause: signedIn(people.ines, async ({ page, panel }, { stage }) => {
    const headers = { 'Retry-After': '30' };
    stage.sandbox.faults.add({ url: /\$batch$/, fault: { kind: 'answer', status: 429, headers } });
    await goTo(page, userPage(people.arabic));
    await waitForText(panel, 'Microsoft Graph asks for a pause');
  }),
  covered: signedIn(people.ines, async ({ page, panel }) => {
    await page.evaluate(() => document.documentElement.style.setProperty('rotate', '1deg'));
    await waitForText(panel, 'Open Guestpass from the toolbar.');
  }),
  'after-care': withMethods(
    issued(people.ines, async ({ panel }, { ines, stage }) => {
      await waitForText(panel, 'Nothing is registered yet.');
      register(ines, 'microsoftAuthenticator', stage.sandbox.state.now());
      await panel.waitForSelector('.stage.registered');
    }),
  ),
  'policy-off': policyOff(({ panel }) => find(panel, 'button', 'Enable TAP')),
  'policy-form': policyOff(async ({ panel }) => {
    await click(panel, 'Enable TAP');
    await click(panel, 'One more group', 'radio');
    await fill(panel, 'combobox', 'Group', 'contr');
    await find(panel, 'option', 'TAP Contractors');
  }),
  'policy-review': policyOff(async ({ panel }) => {
    await click(panel, 'Enable TAP');
    await click(panel, 'All users', 'radio');
    await click(panel, 'Review');
    await waitForText(panel, 'All users');
  }),
  'other-cloud': async ({ stage }) => {
    await forgetAll(stage.browser, { settings: { clientId: sandboxClientId, cloud: 'usgov' } });
    const page = await stage.browser.open(userPage(people.ines));
    await waitForText(await panelOf(page), 'Another cloud');
    return page;
  },
  collapsed: issued(people.ines, async ({ panel }) => {
    await click(panel, 'Collapse');
    await find(panel, 'button', 'Open Guestpass');
  }),
  moved: signedIn(people.ines, async ({ page, panel }) => {
    await panel.focus('.move');
    for (let times = 0; times < 10; times += 1) await page.keyboard.press('ArrowLeft');
  }),
};
