import { contosoId, people } from '../sandbox/seed';
import type { Sandbox } from '../sandbox/server';
import { type SandboxUser, userOf } from '../sandbox/state';
import { rowInBlade } from './blade';
import { click, fill, find, panelOf, waitForText } from './panel';
import type { Step } from './story';

const securityInfo = `https://mysignins.microsoft.com/security-info?tenantId=${contosoId}`;

/** What becomes of a pass: the guest signs in with it and registers a method that stays. */
export const guestStory: Step[] = [
  {
    say: 'Ines opens My Sign-Ins in a browser of her own. It asks for her name and the pass.',
    async run(scene) {
      // A context of its own: the guest sits at another computer and shares no cookie with the admin.
      const context = await scene.browser.browser.createBrowserContext();
      scene.guestPage = await context.newPage();
      await scene.guestPage.goto(securityInfo);
      await waitForText(scene.guestPage, 'Temporary Access Pass');
    },
  },
  {
    say: 'She signs in with the pass, for the first time and without a password.',
    async run({ guestPage, pasted, sandbox }) {
      if (!guestPage || !pasted) throw new Error('The guest has no page or no pass yet');
      await fill(guestPage, 'textbox', 'Sign-in name', 'ines@contoso.com');
      await guestPage.locator('input[type=password]').fill(pasted);
      await click(guestPage, 'Sign in');
      await find(guestPage, 'button', 'Add sign-in method');
      if (!guestOf(sandbox)._pass?.used) throw new Error('She is in, but the pass is not marked used');
    },
  },
  {
    say: 'She registers Microsoft Authenticator. From now on she needs no pass.',
    async run({ guestPage, sandbox }) {
      if (!guestPage) throw new Error('The guest has no page yet');
      await click(guestPage, 'Add sign-in method');
      await click(guestPage, 'Microsoft Authenticator');
      await waitForText(guestPage, 'was added');
      const types = guestOf(sandbox)._methods.map((method) => method['@odata.type']);
      if (!types.includes('#microsoft.graph.microsoftAuthenticatorAuthenticationMethod'))
        throw new Error(`Registered are only ${types.join(', ')}`);
    },
  },
  {
    say: 'The panel tells the admin what the guest has registered.',
    async run(scene) {
      const { page } = scene;
      await scene.guestPage?.browserContext().close();
      delete scene.guestPage;
      await page.bringToFront();
      await waitForText(await panelOf(page), 'Registered: Microsoft Authenticator');
    },
  },
  {
    say: 'Nobody needs the pass any more: the admin revokes what is left of it.',
    async run({ page, sandbox }) {
      const panel = await panelOf(page);
      await click(panel, 'Revoke TAP');
      await find(panel, 'button', 'Cancel');
      await click(panel, 'Revoke TAP');
      await waitForText(panel, 'Pass revoked');
      if (guestOf(sandbox)._pass) throw new Error('The panel says that the pass is revoked, but it is there');
    },
  },
  {
    say: 'The portal shows the new method, too.',
    async run({ page }) {
      await page.locator('nav[aria-label="Blade menu"] a ::-p-text(Authentication methods)').click();
      await rowInBlade(page, 'Microsoft Authenticator');
      await panelOf(page);
    },
  },
];

function guestOf({ state }: Sandbox): SandboxUser {
  const [contoso] = state.tenants;
  const ines = contoso && userOf(contoso, people.ines);
  if (!ines) throw new Error('The seed has no Ines');
  return ines;
}
