import type { Frame } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { people } from '../sandbox/seed';
import { register } from '../sandbox/signins/registrable-methods';
import { userOf } from '../sandbox/state';
import { codeOf, graphRequests, openSignedIn } from './admin';
import { violationsOf } from './axe';
import { click, find, waitForText } from './panel';
import { signInAs } from './sign-in';
import { useStage } from './stage';

const stage = useStage();

function ines() {
  const [contoso] = stage.sandbox.state.tenants;
  const user = contoso && userOf(contoso, people.ines);
  if (!user) throw new Error('The seed has no Ines');
  return user;
}

/** Lets the app read sign-in methods, as an administrator of the tenant does. */
function grantMethods(): void {
  stage.sandbox.state.tenants[0]?.apps[0]?.adminConsent.push('UserAuthenticationMethod.Read.All');
}

async function issue(panel: Frame): Promise<void> {
  await click(panel, 'Issue TAP');
  await waitForText(panel, 'Copied');
}

async function revoke(panel: Frame): Promise<void> {
  await click(panel, 'Revoke TAP');
  await find(panel, 'button', 'Cancel');
  expect(await panel.evaluate(() => document.activeElement?.textContent)).toBe('Revoke the pass?');
  await click(panel, 'Revoke TAP');
  await waitForText(panel, 'Pass revoked');
}

/** Whether nothing of it is scrolled away. */
function isInSight(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  const body = element.closest('.body')?.getBoundingClientRect();
  return body !== undefined && top >= body.top && bottom <= body.bottom + 1;
}

test('the panel watches until the guest has registered a method, and revokes what is left of the pass', async () => {
  grantMethods();
  const { panel } = await openSignedIn(stage, people.ines);
  await issue(panel);
  await waitForText(panel, 'Nothing is registered yet.');
  register(ines(), 'microsoftAuthenticator', stage.sandbox.state.now());
  await waitForText(panel, 'Registered: Microsoft Authenticator');
  await waitForText(panel, 'Revoke what is left');
  // In sight, below a hand-over that fills the panel.
  expect(await panel.$eval('.stage', isInSight)).toBe(true);
  expect(await violationsOf(panel)).toEqual([]);
  await revoke(panel);
  expect(codeOf(stage, people.ines)).toBeUndefined();
  await find(panel, 'button', 'Issue TAP');
});

test('all six passwordless options stand there by name, and SMS carries its end', async () => {
  grantMethods();
  ines()._methods.push({
    '@odata.type': '#microsoft.graph.phoneAuthenticationMethod',
    id: '3179e48a-750b-4051-897c-87b9720928f7',
    phoneNumber: '+1 2065555555',
    phoneType: 'mobile',
    smsSignInState: 'notAllowedByPolicy',
    createdDateTime: '2026-02-01T08:00:00Z',
  });
  const { panel } = await openSignedIn(stage, people.ines);
  await issue(panel);
  for (const words of [
    'Windows Hello for Business',
    'Platform Credential for macOS',
    'Platform SSO for macOS with smart card',
    'Microsoft Authenticator',
    'Passkey (FIDO2)',
    'Certificate-based authentication',
    'Not visible in Microsoft Graph',
    'Microsoft ends SMS and voice codes for internal guests on 1 February 2027.',
  ])
    await waitForText(panel, words);
});

describe('the permission to read sign-in methods', () => {
  test('is asked for on first use', async () => {
    const { page, panel } = await openSignedIn(stage, people.ines, { as: 'gina@contoso.com' });
    await issue(panel);
    await waitForText(panel, 'UserAuthenticationMethod.Read.All');
    await click(panel, 'Show sign-in methods');
    await signInAs(await stage.browser.signInWindow(), 'gina@contoso.com');
    await page.bringToFront();
    await waitForText(panel, 'Windows Hello for Business');
  });

  test('is not needed to see that a one-time pass was used', async () => {
    const [contoso] = stage.sandbox.state.tenants;
    if (contoso) contoso.policy.isUsableOnce = true;
    const { panel } = await openSignedIn(stage, people.ines);
    await issue(panel);
    await waitForText(panel, 'Not used yet.');
    const pass = ines()._pass;
    if (pass) pass.used = true;
    await waitForText(panel, 'Used. The guest has 10 minutes');
  });
});

describe('a pass that was there before', () => {
  test('is revoked after one question, and watched only when asked', async () => {
    const { panel } = await openSignedIn(stage, people.ines);
    await issue(panel);
    await click(panel, 'Done');
    await find(panel, 'button', 'Replace TAP');
    const looks = () => graphRequests(stage).filter((request) => /^GET .*PassMethods$/.test(request)).length;
    const before = looks();
    await click(panel, 'Revoke TAP');
    await click(panel, 'Cancel');
    expect(codeOf(stage, people.ines)).toBeDefined();
    expect(looks()).toBe(before);
    await revoke(panel);
    expect(codeOf(stage, people.ines)).toBeUndefined();
  });

  test('that is gone already is told like one that was revoked', async () => {
    const { panel } = await openSignedIn(stage, people.ines);
    await issue(panel);
    await click(panel, 'Done');
    await find(panel, 'button', 'Replace TAP');
    delete ines()._pass;
    await revoke(panel);
    await find(panel, 'button', 'Issue TAP');
  });
});
