import { describe, expect, test } from 'vitest';
import { people } from '../sandbox/seed';
import { goTo, graphRequests, openSignedIn } from './admin';
import { panelOf, visiblePanelOf } from './panel';
import { useStage } from './stage';
import { userPage } from './story';

const stage = useStage();
const portal = 'https://entra.microsoft.com/';

/** Resolves when the background has answered a call of the panel's, so that silence before it means something. */
async function panelOfInes(page: Parameters<typeof panelOf>[0]): Promise<void> {
  await goTo(page, userPage(people.ines));
  await panelOf(page);
}

describe('pages that are not ours', () => {
  test.each([
    ['the users list', '#view/Microsoft_AAD_UsersAndTenants/UserManagementMenuBlade/~/AllUsers'],
    ['home', '#home'],
    [
      'a group',
      '#view/Microsoft_AAD_IAM/GroupDetailsMenuBlade/~/Overview/groupId/20000000-0000-4000-8000-000000000001',
    ],
    ['a risky user', `#view/Microsoft_AAD_IAM/RiskyUsersBlade/userId/${people.ines}`],
    [
      'a user page with an empty id',
      '#view/Microsoft_AAD_UsersAndTenants/UserProfileMenuBlade/~/overview/userId/',
    ],
    [
      'a user page with a broken id',
      '#view/Microsoft_AAD_UsersAndTenants/UserProfileMenuBlade/~/overview/userId/%ZZ<USER ID>',
    ],
    [
      'a user page in the tail of another',
      `#home?%23view/Microsoft_AAD_UsersAndTenants/UserProfileMenuBlade/~/overview/userId/${people.ines}`,
    ],
  ])('nothing is drawn and nothing is sent on %s', async (_, hash) => {
    const { page } = await openSignedIn(stage, people.ines);
    const before = graphRequests(stage).length;
    await goTo(page, portal + hash);
    await expect.poll(() => visiblePanelOf(page)).toBeUndefined();
    await panelOfInes(page);
    expect(graphRequests(stage).slice(before)).toEqual([]);
  });
});

describe('accounts that are not ours', () => {
  test.each([
    ['an external guest', people.adele],
    ['a guest who has not accepted yet', people.petra],
    ['a guest with a one-time code', people.otto],
    ['an external member', people.mara],
    ['an employee', people.emil],
  ])('nothing is drawn for %s', async (_, userId) => {
    const { page } = await openSignedIn(stage, people.ines);
    await goTo(page, userPage(userId));
    await expect.poll(() => visiblePanelOf(page)).toBeUndefined();
    await page.reload();
    // The verdict on a fresh page: asked, answered, and still nothing.
    await expect.poll(() => graphRequests(stage).length).toBeGreaterThan(0);
    await panelOfInes(page);
    await goTo(page, userPage(userId));
    await expect.poll(() => visiblePanelOf(page)).toBeUndefined();
  });
});
