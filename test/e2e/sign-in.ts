import type { Page } from 'puppeteer-core';
import { ifStillThere, pause } from './until';

/** What a person would wait before trying the same page once more. */
const patience = 5000;

/**
 * Plays a person in the sign-in window until it closes: name, password, approval, consent, whatever is asked.
 * Rejects, naming the page it stopped at, when the window is still open after 30 seconds.
 */
export async function signInAs(page: Page, userPrincipalName: string): Promise<void> {
  const press = (button: string) => page.locator(`button${button}`).click();
  const answers: Record<string, () => Promise<void>> = {
    'Pick an account': () => press('[value=other]'),
    'Sign in': async () => {
      await page.locator('input[name=login]').fill(userPrincipalName);
      await press('.primary');
    },
    'Enter password': async () => {
      await page.locator('input[type=password]').fill('any password will do');
      await press('.primary');
    },
    'Approve sign in request': () => press('.primary'),
    'Permissions requested': () => press('.primary'),
  };
  const deadline = Date.now() + 30_000;
  let answered = { heading: '', at: 0 };
  let cause: unknown;
  while (!page.isClosed()) {
    if (Date.now() > deadline)
      throw new Error(`The sign-in stopped at “${answered.heading}”: ${await textOf(page)}`, { cause });
    const heading = await headingOf(page);
    if (!heading || (heading === answered.heading && Date.now() < answered.at + patience)) {
      await pause(50);
      continue;
    }
    answered = { heading, at: Date.now() };
    const answer = answers[heading]?.().catch((error: unknown) => {
      cause = error;
    });
    // The window closes under the last click, whose promise Firefox may then keep for ever; seen above.
    await Promise.race([answer, pause(3000)]);
  }
}

/**
 * Empty while a page is on its way, or when the window has closed. Not `$eval`: puppeteer 24 hands the element over
 * from one realm to another, and when the window closes meanwhile, nobody catches that error.
 */
async function headingOf(page: Page): Promise<string> {
  return (await ifStillThere(() => page.evaluate(() => document.querySelector('h1')?.textContent))) ?? '';
}

/** Where the window stands and what it says, for an error. */
async function textOf(page: Page): Promise<string> {
  const text = await ifStillThere(() => page.evaluate(() => `${location.href} ${document.body.innerText}`));
  return text ?? `no answer from ${page.url()}`;
}
