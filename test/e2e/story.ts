import type { Page } from 'puppeteer-core';
import { people } from '../sandbox/seed';
import type { Sandbox } from '../sandbox/server';
import { userOf } from '../sandbox/state';
import { linkInBlade, rowInBlade } from './blade';
import type { TestBrowser } from './browser';
import { guestStory } from './guest-story';
import { click, find, panelOf, waitForText } from './panel';
import { signInAs } from './sign-in';

/**
 * What a step of the story plays in. `pasted` is what the clipboard held after the click; `guestPage` is the guest's
 * own page while the guest acts.
 */
export type Scene = {
  browser: TestBrowser;
  sandbox: Sandbox;
  page: Page;
  pasted?: string;
  guestPage?: Page;
};

/** One step: what to tell a person who watches, and what to do. */
export type Step = { say: string; run(scene: Scene): Promise<void> };

const portal = 'https://entra.microsoft.com/';
const usersList = `${portal}#view/Microsoft_AAD_UsersAndTenants/UserManagementMenuBlade/~/AllUsers`;
const policies = `${portal}#view/Microsoft_AAD_IAM/AuthenticationMethodsMenuBlade/~/AdminAuthMethods`;

/** The address of a user's page in the Microsoft Entra admin center. */
export function userPage(userId: string): string {
  return `${portal}#view/Microsoft_AAD_UsersAndTenants/UserProfileMenuBlade/~/overview/userId/${userId}`;
}

/** What Contoso has granted the app beside the permissions of the main flow. */
const granted = [
  'Policy.ReadWrite.AuthenticationMethod',
  'Group.ReadBasic.All',
  'UserAuthenticationMethod.Read.All',
];

/** From a policy that is off to the pass in another window. It begins signed out. */
const adminStory: Step[] = [
  {
    say: 'Contoso has Temporary Access Pass turned off.',
    async run({ page, sandbox }) {
      const [contoso] = sandbox.state.tenants;
      if (contoso) contoso.policy.state = 'disabled';
      contoso?.apps[0]?.adminConsent.push(...granted);
      await page.goto(policies);
      await rowInBlade(page, 'Temporary Access Pass', 'All users', 'No');
    },
  },
  {
    say: 'An admin opens the list of users in the Microsoft Entra admin center. Guestpass draws nothing.',
    async run({ page }) {
      await page.goto(usersList);
      await linkInBlade(page, 'Ines Contractor');
    },
  },
  {
    say: 'The admin opens the page of Ines Contractor, an internal guest. Guestpass asks to sign in.',
    async run({ page }) {
      await (await linkInBlade(page, 'Ines Contractor')).click();
      await find(await panelOf(page), 'button', 'Sign in');
    },
  },
  {
    say: 'Gina Global signs in. The panel says before any click that a pass is not possible yet, and why.',
    async run({ browser, page }) {
      await click(await panelOf(page), 'Sign in');
      await signInAs(await browser.signInWindow(), 'gina@contoso.com');
      await page.bringToFront();
      await waitForText(await panelOf(page), 'Temporary Access Pass is turned off');
    },
  },
  {
    say: 'She chooses Enable TAP. The panel shows exactly what will change.',
    async run({ page }) {
      const panel = await panelOf(page);
      await click(panel, 'Enable TAP');
      await click(panel, 'Review');
      await find(panel, 'button', 'Enable TAP');
    },
  },
  {
    say: 'She confirms. The policy is on, and the panel says what one click will do.',
    async run({ page }) {
      const panel = await panelOf(page);
      await click(panel, 'Enable TAP');
      await waitForText(panel, 'Changed.');
      // Not only there, but ready to be clicked.
      await panel.waitForSelector('button.primary[aria-disabled=false]');
    },
  },
  {
    say: 'One click: the pass is issued, masked, and on the clipboard.',
    async run({ page }) {
      const panel = await panelOf(page);
      await click(panel, 'Issue TAP');
      await waitForText(panel, 'Copied');
    },
  },
  {
    say: 'The admin pastes it where it is needed. It is the very pass that Microsoft Entra holds for Ines.',
    async run(scene) {
      scene.pasted = await scene.browser.paste();
      await scene.page.bringToFront();
      const [contoso] = scene.sandbox.state.tenants;
      const code = contoso && userOf(contoso, people.ines)?._pass?.code;
      if (!code || scene.pasted !== code) throw new Error(`Pasted “${scene.pasted}”, the pass is “${code}”`);
    },
  },
];

/** What Guestpass is for: policy on → pass issued → the guest signs in with it → a method is registered. */
export const story: Step[] = [...adminStory, ...guestStory];
