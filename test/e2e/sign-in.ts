import type { Page } from 'puppeteer-core';
import { click, fill } from './panel';
import { ifStillThere } from './until';

/**
 * Plays a person in the sign-in window until it closes: name, password, approval, consent, whatever is asked.
 * Rejects, naming the page it stopped at, when the window is still open after 30 seconds.
 */
export async function signInAs(page: Page, userPrincipalName: string): Promise<void> {
  const answers: Record<string, () => Promise<void>> = {
    'Pick an account': () => click(page, 'Use another account'),
    'Sign in': async () => {
      await fill(page, 'textbox', 'Sign-in name', userPrincipalName);
      await click(page, 'Next');
    },
    'Enter password': async () => {
      await page.locator('input[type=password]').fill('any password will do');
      await click(page, 'Sign in');
    },
    'Approve sign in request': () => click(page, 'Approve'),
    'Permissions requested': () => click(page, 'Accept'),
  };
  const deadline = Date.now() + 30_000;
  let answered = '';
  let cause: unknown;
  while (!page.isClosed()) {
    if (Date.now() > deadline) throw new Error(`The sign-in stopped at “${answered}”`, { cause });
    const heading = await headingOf(page);
    if (!heading || heading === answered) {
      await new Promise((passed) => setTimeout(passed, 50));
      continue;
    }
    answered = heading;
    const answer = answers[heading]?.().catch((error: unknown) => {
      cause = error;
    });
    // The window closes under the last click, whose promise Firefox may then keep for ever; seen above.
    await Promise.race([answer, new Promise((passed) => setTimeout(passed, 3000))]);
  }
}

/**
 * Empty while a page is on its way, or when the window has closed. Not `$eval`: puppeteer 24 hands the element over
 * from one realm to another, and when the window closes meanwhile, nobody catches that error.
 */
async function headingOf(page: Page): Promise<string> {
  return (await ifStillThere(() => page.evaluate(() => document.querySelector('h1')?.textContent))) ?? '';
}
