import { describe, expect, test } from 'vitest';
import { people } from '../sandbox/seed';
import { codeOf, goTo, graphRequests, openSignedIn } from './admin';
import { click, find, panelOf, waitForText } from './panel';
import { useStage } from './stage';
import { userPage } from './story';

const stage = useStage();
const issued = () =>
  graphRequests(stage).filter((request) => /^POST .*temporaryAccessPassMethods$/.test(request));

describe('who is on the page', () => {
  test('an id that is nobody’s gets a sentence with tenant and admin, and the next page works', async () => {
    const { page } = await openSignedIn(stage, people.ines);
    await goTo(page, userPage('99999999-0000-4000-8000-000000000000'));
    const panel = await panelOf(page);
    await waitForText(panel, 'does not exist in Contoso, where you are signed in as avery@contoso.com');
    await goTo(page, userPage(people.ines));
    await find(await panelOf(page), 'button', 'Issue TAP');
  });

  test('a link with a user principal name leads to the same person', async () => {
    const { page } = await openSignedIn(stage, people.ines);
    await goTo(page, userPage('ines%40contoso.com'));
    const panel = await panelOf(page);
    await waitForText(panel, 'Ines Contractor');
    await click(panel, 'Issue TAP');
    await waitForText(panel, 'Copied');
    expect(await stage.browser.paste()).toBe(codeOf(stage, people.ines));
  });
});

describe('what Graph refuses', () => {
  test.each([
    [
      'a guest excluded since the policy was read',
      people.arabic,
      'policy does not allow a Temporary Access Pass',
    ],
    ['a guest with an administrator role', people.roleHolder, 'Privileged Authentication Administrator'],
  ])('%s: the cause and the next step, the panel alive, one POST', async (_, userId, words) => {
    const { page, panel } = await openSignedIn(stage, userId);
    const [contoso] = stage.sandbox.state.tenants;
    contoso?.policy.excludeTargets.push({ targetType: 'user', id: people.arabic });
    await click(panel, 'Issue TAP');
    await find(panel, 'alert');
    await waitForText(panel, words);
    expect(issued()).toHaveLength(1);
    await goTo(page, userPage(people.ines));
    await waitForText(panel, 'ines@contoso.com');
    await click(panel, 'Issue TAP');
    await waitForText(panel, 'Copied');
    expect(await stage.browser.paste()).toBe(codeOf(stage, people.ines));
  });

  test('a policy that is off is said before the click', async () => {
    const [contoso] = stage.sandbox.state.tenants;
    if (contoso) contoso.policy.state = 'disabled';
    const { panel } = await openSignedIn(stage, people.ines);
    await waitForText(panel, 'turned off');
    const button = await find(panel, 'button', 'Issue TAP');
    expect(await button?.evaluate((element) => element.matches(':disabled, [aria-disabled=true]'))).toBe(
      true,
    );
    expect(issued()).toEqual([]);
  });

  test('an admin who may not read the policy can issue all the same', async () => {
    const { panel } = await openSignedIn(stage, people.ines, { as: 'helen@contoso.com' });
    await waitForText(panel, "Your tenant's default lifetime");
    await click(panel, 'Issue TAP');
    await waitForText(panel, 'Copied');
    expect(await stage.browser.paste()).toBe(codeOf(stage, people.ines));
  });

  test('a lost answer is not repeated: the panel says that a pass exists whose code was lost', async () => {
    const { panel } = await openSignedIn(stage, people.ines);
    const fault = { kind: 'answer', status: 502, body: '<html>', act: 'after' } as const;
    stage.sandbox.faults.add({ url: /temporaryAccessPassMethods/, method: 'POST', times: 1, fault });
    await click(panel, 'Issue TAP');
    await waitForText(panel, 'its code got lost');
    expect(issued()).toHaveLength(1);
  });
});

describe('pages with strict headers', () => {
  test.each(['csp', 'permissions'])('the click works under ?headers=%s', async (headers) => {
    const url = userPage(people.ines).replace('/#', `/?headers=${headers}#`);
    const { panel } = await openSignedIn(stage, people.ines, { url });
    await click(panel, 'Issue TAP');
    await waitForText(panel, 'Copied');
    expect(await stage.browser.paste()).toBe(codeOf(stage, people.ines));
  });
});
