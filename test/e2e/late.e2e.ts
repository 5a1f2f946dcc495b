import { describe, expect, test } from 'vitest';
import { people } from '../sandbox/seed';
import { codeOf, expectUser, goTo, graphRequests, openSignedIn, shownPass } from './admin';
import { holdRequest } from './hold-request';
import { click, visiblePanelOf, waitForText } from './panel';
import { useStage } from './stage';
import { userPage } from './story';

const stage = useStage();

describe('an answer that comes after the tab has left', () => {
  /** Delays the next such request and returns what waits until its answer is out. */
  function delayNext(url: RegExp): { arrived: () => Promise<void>; answered: () => Promise<void> } {
    const isMeant = (entry: { method: string; url: string }) =>
      entry.method === 'POST' && url.test(entry.url);
    const before = stage.sandbox.log.filter(isMeant).length;
    const meant = () => stage.sandbox.log.filter(isMeant)[before];
    stage.sandbox.faults.add({ url, times: 1, fault: { kind: 'slow', milliseconds: 5000, act: 'after' } });
    return {
      arrived: () => expect.poll(meant, { timeout: 10_000 }).toBeDefined(),
      answered: () => expect.poll(() => meant()?.status, { timeout: 10_000 }).toBeGreaterThan(0),
    };
  }

  test('of a reading is never shown', async () => {
    const { page, panel } = await openSignedIn(stage, people.arabic);
    const reading = delayNext(/\$batch$/);
    await goTo(page, userPage(people.ines));
    await reading.arrived();
    await panel.evaluate(() => {
      const shown: (string | null)[] = [];
      const note = () => shown.push(...[...document.querySelectorAll('.upn')].map((upn) => upn.textContent));
      new MutationObserver(note).observe(document.body, {
        subtree: true,
        childList: true,
        characterData: true,
      });
      Object.assign(globalThis, { shown });
    });
    await goTo(page, userPage(people.suppliersOnly));
    await expectUser(page, 'sunil@contoso.com');
    await reading.answered();
    // The worker has the late answer now: the next question for this user needs no request.
    const before = graphRequests(stage).length;
    await goTo(page, userPage(people.disabled));
    await expectUser(page, 'dora@contoso.com');
    const { length } = graphRequests(stage);
    expect(length).toBe(before + 1);
    expect(await panel.evaluate(() => (globalThis as unknown as { shown: string[] }).shown)).not.toContain(
      'ines@contoso.com',
    );
    await goTo(page, userPage(people.ines));
    await expectUser(page, 'ines@contoso.com');
    expect(graphRequests(stage)).toHaveLength(length);
  });

  test('of an order stays with its user', async () => {
    const { page, panel } = await openSignedIn(stage, people.arabic);
    await click(panel, 'Issue TAP');
    await waitForText(panel, 'Copied');
    await goTo(page, userPage(people.ines));
    await expectUser(page, 'ines@contoso.com');
    const order = delayNext(/temporaryAccessPassMethods$/);
    await click(panel, 'Issue TAP');
    await order.arrived();
    await goTo(page, userPage(people.excluded));
    await expectUser(page, 'xenia@contoso.com');
    await order.answered();
    const code = codeOf(stage, people.ines);
    expect(code).toBeDefined();
    // What was on the clipboard before stays there.
    expect(await stage.browser.paste()).toBe(codeOf(stage, people.arabic));
    await page.bringToFront();
    await expectUser(page, 'xenia@contoso.com');
    await goTo(page, userPage(people.ines));
    await click(panel, 'Show pass');
    expect(await shownPass(panel)).toBe(code);
  });

  test('of an order holds up no other guest', async () => {
    const { page, panel } = await openSignedIn(stage, people.ines);
    const order = holdRequest(stage.sandbox, { method: 'POST', url: /temporaryAccessPassMethods$/ }, 'acted');
    await click(panel, 'Issue TAP');
    await order.arrived();
    await goTo(page, userPage(people.arabic));
    await expectUser(page, 'layla@contoso.com');
    await click(panel, 'Issue TAP');
    await waitForText(panel, 'Copied');
    expect(await stage.browser.paste()).toBe(codeOf(stage, people.arabic));
    order.letGo();
    await page.bringToFront();
    await goTo(page, userPage(people.ines));
    await click(panel, 'Show pass');
    expect(await shownPass(panel)).toBe(codeOf(stage, people.ines));
  });
});

/** While it issues or revokes: `fault-steps.e2e.ts`. */
describe('a worker that dies', () => {
  test.each([
    ['reads in the panel', people.arabic, 'layla@contoso.com', people.ines],
    ['decides about a panel', people.arabic, 'layla@contoso.com', people.emil],
  ])('while it %s: the next one answers', async (_, userId, name, from) => {
    const { page } = await openSignedIn(stage, people.ines);
    await goTo(page, userPage(from));
    if (from !== people.ines)
      await expect.poll(() => visiblePanelOf(page), { timeout: 10_000 }).toBeUndefined();
    const before = graphRequests(stage).length;
    stage.sandbox.faults.add({ url: /\$batch$/, times: 1, fault: { kind: 'slow', milliseconds: 3000 } });
    await goTo(page, userPage(userId));
    await expect.poll(() => graphRequests(stage).length).toBeGreaterThan(before);
    await stage.browser.killBackground();
    await expectUser(page, name);
  });
});
