import type { Page } from 'puppeteer-core';
import { byRole, click, ifStillThere } from './panel';

/**
 * Plays a person in the sign-in window until it closes: name, password, approval, consent, whatever is asked.
 * Rejects, naming the page it stopped at, when the window is still open after 15 seconds.
 */
export async function signInAs(page: Page, userPrincipalName: string): Promise<void> {
  const answers: Record<string, () => Promise<void>> = {
    'Pick an account': () => click(page, 'Use another account'),
    'Sign in': async () => {
      await page.locator(byRole('textbox', 'Sign-in name')).fill(userPrincipalName);
      await click(page, 'Next');
    },
    'Enter password': async () => {
      await page.locator('input[type=password]').fill('any password will do');
      await click(page, 'Sign in');
    },
    'Approve sign in request': () => click(page, 'Approve'),
    'Permissions requested': () => click(page, 'Accept'),
  };
  const deadline = Date.now() + 15_000;
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

/** Empty while a page is on its way, or when the window has closed. */
async function headingOf(page: Page): Promise<string> {
  return (await ifStillThere(() => page.$eval('h1', ({ textContent }) => textContent))) ?? '';
}
