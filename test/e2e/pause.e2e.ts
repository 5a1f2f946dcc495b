import { expect, test } from 'vitest';
import { people } from '../sandbox/seed';
import { goTo, graphRequests, openSignedIn } from './admin';
import { byRole, click, find, panelOf, waitForText } from './panel';
import { useStage } from './stage';
import { userPage } from './story';
import { until } from './until';

const stage = useStage();

/** Lets the next readings be asked for a pause of so many seconds. */
function throttle(seconds: string, times: number) {
  const fault = { kind: 'answer', status: 429, headers: { 'Retry-After': seconds } } as const;
  stage.sandbox.faults.add({ url: /\$batch$/, times, fault });
}

test('a throttled reading counts down, then shows the user; one that takes too long says when to try again', async () => {
  const { page } = await openSignedIn(stage, people.ines);
  throttle('3', 1);
  await goTo(page, userPage(people.arabic));
  const panel = await panelOf(page);
  await waitForText(panel, 'Microsoft Graph asks for a pause: ');
  await find(panel, 'button', 'Issue TAP');
  expect(await panel.$eval('[role=status]', ({ textContent }) => textContent)).toBe('');

  throttle('0.1', 5);
  throttle('3', 1);
  await goTo(page, userPage(people.disabled));
  await waitForText(panel, 'You can try again in ');
  const again = await find(panel, 'button', 'Try again');
  expect(await again.evaluate((button) => button.ariaDisabled)).toBe('true');
  const sent = graphRequests(stage).length;
  await again.click();
  await waitForText(panel, 'You can try again now.');
  expect(graphRequests(stage)).toHaveLength(sent);
  await click(panel, 'Try again');
  await find(panel, 'button', 'Issue TAP');
});

test('a page that is throttled from the start shows why it waits; signing out ends the wait', async () => {
  await openSignedIn(stage, people.ines);
  const options = await stage.browser.openExtensionPage('options.html');
  await waitForText(options, 'avery@contoso.com');
  throttle('15', 4);
  // A new page: it has no panel yet that could tell of the pause.
  const page = await stage.browser.open(userPage(people.arabic));
  const panel = await panelOf(page);
  await waitForText(panel, 'Microsoft Graph asks for a pause');
  await options.bringToFront();
  const began = Date.now();
  await click(options, 'Sign out');
  await waitForText(options, 'Signed out');
  const sent = graphRequests(stage).length;
  await page.bringToFront();
  await until('Sign in', () => panel.$(byRole('button', 'Sign in')));
  expect(Date.now() - began).toBeLessThan(10_000);
  expect(graphRequests(stage)).toHaveLength(sent);
});
