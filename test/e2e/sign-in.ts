import type { Page } from 'puppeteer-core';
import { byRole, click } from './panel';

/** Plays a person in the sign-in window until it closes: name, password, approval, consent, whatever is asked. */
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
  for (let last = ''; !page.isClosed(); ) {
    const heading = await headingOf(page);
    if (heading === last) {
      await new Promise((passed) => setTimeout(passed, 50));
      continue;
    }
    const answer = answers[heading];
    if (answer) await answer().catch((error: unknown) => rethrowUnlessClosed(page, error));
    else if (heading) throw new Error(`The sign-in stopped at “${heading}”`);
    last = heading;
  }
}

/** Empty while a page is on its way, or when the window has closed. */
async function headingOf(page: Page): Promise<string> {
  return await page.$eval('h1', ({ textContent }) => textContent ?? '').catch(() => '');
}

/** The window may close under the last click. */
function rethrowUnlessClosed(page: Page, error: unknown): void {
  if (!page.isClosed()) throw error;
}
