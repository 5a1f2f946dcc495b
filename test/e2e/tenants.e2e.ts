import { expect, test } from 'vitest';
import { contosoId, fabrikamId, people } from '../sandbox/seed';
import { userOf } from '../sandbox/state';
import { goTo, openSignedIn, signIn } from './admin';
import { byRole, click, panelOf, waitForText } from './panel';
import { enterSetting, useStage } from './stage';
import { userPage } from './story';

const stage = useStage();
/** An admin of Contoso whom Fabrikam does not know. */
const helen = 'helen@contoso.com';
const felix = people.fabrikamGuest;

/** The page of a user under a directory that the address does not name, as after a switch in the portal. */
const inDirectory = (userId: string, directory: string) =>
  userPage(userId).replace('/#', `/?directory=${directory}#`);

/** The page of a user in a tenant that its link names. */
const inTenant = (userId: string, tenant: string) => userPage(userId).replace('#', `#@${tenant}/`);

const passOfFelix = () => {
  const fabrikam = stage.sandbox.state.tenants[1];
  return fabrikam && userOf(fabrikam, felix)?._pass?.code;
};

test('a directory switched in the portal is named, and one sign-in leads there', async () => {
  await openSignedIn(stage, people.ines, { as: helen });
  const page = await stage.browser.open(inDirectory(felix, fabrikamId));
  const panel = await panelOf(page);
  await waitForText(panel, `This page belongs to the tenant ${fabrikamId}`);
  await waitForText(panel, 'signed in to Contoso as helen@contoso.com');
  await signIn(stage, page, 'fiona@fabrikam.com');
  await waitForText(panel, 'felix@fabrikam.com');
  await waitForText(panel, 'Fabrikam');
  await click(panel, 'Issue TAP');
  await waitForText(panel, 'Copied');
  expect(await stage.browser.paste()).toBe(passOfFelix());
});

test('an admin who is known in both tenants acts in each without another sign-in', async () => {
  const { page, panel } = await openSignedIn(stage, people.ines);
  await goTo(page, inTenant(felix, 'fabrikam.com'));
  await waitForText(panel, 'felix@fabrikam.com');
  await waitForText(panel, 'Fabrikam');
  await click(panel, 'Issue TAP');
  await waitForText(panel, 'Copied');
  expect(await stage.browser.paste()).toBe(passOfFelix());
});

test('two accounts at once: each page acts with its own, without signing out', async () => {
  const { page, panel } = await openSignedIn(stage, people.ines, {
    url: inTenant(people.ines, 'contoso.com'),
    as: helen,
  });
  await goTo(page, inTenant(felix, 'fabrikam.com'));
  await waitForText(panel, 'You are signed in to Contoso as helen@contoso.com');
  await signIn(stage, page, 'fiona@fabrikam.com');
  await waitForText(panel, 'felix@fabrikam.com');
  await goTo(page, inTenant(people.ines, contosoId));
  await waitForText(panel, 'ines@contoso.com');
  await waitForText(panel, 'helen@contoso.com');
  await goTo(page, inTenant(felix, fabrikamId));
  await waitForText(panel, 'felix@fabrikam.com');
  await waitForText(panel, 'fiona@fabrikam.com');
});

test('an address and a directory that contradict each other: nothing is issued, and the panel says why', async () => {
  const { page } = await openSignedIn(stage, people.ines);
  await page.goto(inDirectory(people.ines, contosoId).replace('#', '#@fabrikam.com/'));
  const panel = await panelOf(page);
  await waitForText(panel, 'names the tenant fabrikam.com, but the portal shows the directory');
  expect(await panel.$(byRole('button', 'Issue TAP'))).toBeNull();
});

test('a tenant locked in Options stays the only one', async () => {
  const { page, panel } = await openSignedIn(stage, people.ines);
  await enterSetting(stage.browser, 'Tenant', 'contoso.com');
  await page.bringToFront();
  await goTo(page, inTenant(felix, 'fabrikam.com'));
  await waitForText(panel, 'works only in the tenant contoso.com');
  await goTo(page, userPage(people.ines));
  await waitForText(panel, 'ines@contoso.com');
});
