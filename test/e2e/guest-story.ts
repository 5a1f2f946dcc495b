import { contosoId, people } from '../sandbox/seed';
import type { Sandbox } from '../sandbox/server';
import { type SandboxUser, userOf } from '../sandbox/state';
import { rowInBlade } from './blade';
import { byRole, click, panelOf, waitForText } from './panel';
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
      await guestPage.locator(byRole('textbox', 'Sign-in name')).fill('ines@contoso.com');
      await guestPage.locator('input[type=password]').fill(pasted);
      await click(guestPage, 'Sign in');
      await guestPage.waitForSelector(byRole('button', 'Add sign-in method'));
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
    say: 'The admin sees the new method in the portal.',
    async run(scene) {
      const { page } = scene;
      await scene.guestPage?.browserContext().close();
      delete scene.guestPage;
      await page.bringToFront();
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
