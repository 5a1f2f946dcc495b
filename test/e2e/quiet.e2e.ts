import { expect, inject, test } from 'vitest';
import { chromiumExtensionId, firefoxAddonId } from '../sandbox/redirect-uris';
import { people } from '../sandbox/seed';
import { goTo, graphRequests, openSignedIn } from './admin';
import { panelOf, visiblePanelOf, waitForText } from './panel';
import { useStage } from './stage';
import { userPage } from './story';

const stage = useStage();
const portal = 'https://entra.microsoft.com/';
const blade = '#view/Microsoft_AAD_UsersAndTenants/UserProfileMenuBlade/~/overview/userId';

const notOurs = {
  'the users list': '#view/Microsoft_AAD_UsersAndTenants/UserManagementMenuBlade/~/AllUsers',
  home: '#home',
  'a group':
    '#view/Microsoft_AAD_IAM/GroupDetailsMenuBlade/~/Overview/groupId/20000000-0000-4000-8000-000000000001',
  'a risky user': `#view/Microsoft_AAD_IAM/RiskyUsersBlade/userId/${people.ines}`,
  'a user page with an empty id': `${blade}/`,
  'a user page with a broken id': `${blade}/%ZZ<USER ID>`,
  'a user page in the tail of another': `#home?%23${blade.slice(1)}/${people.ines}`,
};

test('on pages that are not an internal guest’s nothing is drawn and nothing is sent', async () => {
  const { page } = await openSignedIn(stage, people.ines);
  for (const [name, hash] of Object.entries(notOurs)) {
    const before = graphRequests(stage).length;
    await goTo(page, portal + hash);
    await expect.poll(() => visiblePanelOf(page), { message: name }).toBeUndefined();
    // Back to Ines, known for a minute: had the page asked anything, it would stand in the log by now.
    await goTo(page, userPage(people.ines));
    await waitForText(await panelOf(page), 'ines@contoso.com');
    expect(graphRequests(stage).slice(before), name).toEqual([]);
  }
});

test('no page hears of us, and none can talk our script into its end', async () => {
  const extensionId = inject('browserKind') === 'chromium' ? chromiumExtensionId : firefoxAddonId;
  // By this WXT's own context calls out that it starts, and hears that another did.
  const name = `${extensionId}:portal:wxt:content-script-started`;
  const page = await stage.browser.browser.newPage();
  await page.evaluateOnNewDocument((name) => {
    const heard: Event[] = [];
    Object.assign(globalThis, { heard });
    document.addEventListener(name, (event) => heard.push(event));
  }, name);
  await page.goto(`${portal}#home`);
  await goTo(page, userPage(people.ines));
  await panelOf(page);
  expect(await page.evaluate(() => (globalThis as unknown as { heard: Event[] }).heard.length)).toBe(0);

  await page.evaluate((name) => {
    const detail = { contentScriptName: 'portal', messageId: 'another' };
    document.dispatchEvent(new CustomEvent(name, { detail }));
  }, name);
  await goTo(page, `${portal}#home`);
  await expect.poll(() => visiblePanelOf(page)).toBeUndefined();
  await goTo(page, userPage(people.ines));
  await panelOf(page);
});

const notInternalGuests = {
  'an external guest': people.adele,
  'a guest who has not accepted yet': people.petra,
  'a guest with a one-time code': people.otto,
  'an external member': people.mara,
  'an employee': people.emil,
};

test('nothing is drawn for accounts that are not internal guests, on the way there and on a fresh page', async () => {
  const { page } = await openSignedIn(stage, people.ines);
  for (const [name, userId] of Object.entries(notInternalGuests)) {
    const before = graphRequests(stage).length;
    await goTo(page, userPage(userId));
    await expect.poll(() => graphRequests(stage).length, { message: name }).toBeGreaterThan(before);
    await expect.poll(() => visiblePanelOf(page), { message: name }).toBeUndefined();
    await page.reload();
    await page.waitForFunction(() => document.readyState === 'complete');
    expect(await visiblePanelOf(page), name).toBeUndefined();
    await goTo(page, userPage(people.ines));
    await waitForText(await panelOf(page), 'ines@contoso.com');
  }
});
