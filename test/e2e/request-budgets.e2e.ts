import { expect, test } from 'vitest';
import { people, sandboxClientId } from '../sandbox/seed';
import { type Desk, expectUser, goTo, graphRequests, openSignedIn } from './admin';
import { forgetAll } from './forget-all';
import { click, waitForText } from './panel';
import { useStage } from './stage';
import { userPage } from './story';

const stage = useStage();

/**
 * How many requests to Microsoft Graph each way takes. On the first guest of a tenant a second one: which groups matter is
 * known with the policy only.
 */
const budgets = { firstGuest: 2, nextGuest: 1, knownGuest: 0, coldWorker: 1, click: 1 };

/** How many requests reached Graph while `work` was under way. */
async function requestsOf(work: () => Promise<unknown>): Promise<string[]> {
  const before = graphRequests(stage).length;
  await work();
  return graphRequests(stage).slice(before);
}

const watching = /^GET |^POST .*\/\$batch$/;

test('from page to page and in the click, Microsoft Graph is asked as often as its budget says', async () => {
  const found = {} as Record<keyof typeof budgets, string[]>;
  // So that the window of the sign-in, during which the page goes on, is not in the count.
  await openSignedIn(stage, people.ines);
  await forgetAll(stage.browser, { settings: { clientId: sandboxClientId } });
  let desk: Desk | undefined;
  found.firstGuest = await requestsOf(async () => {
    desk = await openSignedIn(stage, people.ines);
  });
  if (!desk) throw new Error('Nobody signed in.');
  const { page, panel } = desk;
  const visit = (userId: string, name: string) => async () => {
    await goTo(page, userPage(userId));
    await expectUser(page, name);
  };
  found.nextGuest = await requestsOf(visit(people.arabic, 'layla@contoso.com'));
  found.knownGuest = await requestsOf(visit(people.ines, 'ines@contoso.com'));
  await stage.browser.killBackground();
  found.coldWorker = await requestsOf(visit(people.arabic, 'layla@contoso.com'));
  const ordered = await requestsOf(async () => {
    await click(panel, 'Issue TAP');
    await waitForText(panel, 'Copied');
  });
  // Then the panel watches what becomes of the pass: it only reads.
  found.click = ordered.filter((request) => !watching.test(request));
  for (const [way, most] of Object.entries(budgets)) {
    const requests = found[way as keyof typeof budgets];
    expect(requests.length, `${way}: ${requests.join(', ')}`).toBe(most);
  }
});
