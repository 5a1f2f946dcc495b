import type { Page } from 'puppeteer-core';
import { ifStillThere, pause } from './until';

/** What a person would wait before trying the same page once more. */
const patience = 5000;

/** What one page of the sandbox's sign-in takes: a text, perhaps, and a button; both by selector. */
type Answer = { input?: string; text?: string; press: string };

/**
 * Plays a person in the sign-in window until it closes: name, password, approval, consent, whatever is asked.
 * Rejects, naming the page it stopped at, when the window is still open after 30 seconds.
 */
export async function signInAs(page: Page, userPrincipalName: string): Promise<void> {
  const answers: Record<string, Answer> = {
    'Pick an account': { press: 'button[value=other]' },
    'Sign in': { input: 'input[name=login]', text: userPrincipalName, press: 'button.primary' },
    'Enter password': {
      input: 'input[type=password]',
      text: 'any password will do',
      press: 'button.primary',
    },
    'Approve sign in request': { press: 'button.primary' },
    'Permissions requested': { press: 'button.primary' },
    'Need admin approval': { press: 'button.primary' },
  };
  const deadline = Date.now() + 30_000;
  let answered = { heading: '', at: 0 };
  let heard = Date.now();
  while (!page.isClosed()) {
    if (Date.now() > deadline)
      throw new Error(`The sign-in stopped at “${answered.heading}”: ${await textOf(page)}`);
    const heading = await headingOf(page);
    if (heading) heard = Date.now();
    else if (Date.now() > heard + patience) {
      if (await isGone(page)) return;
      heard = Date.now();
    }
    if (!heading || (heading === answered.heading && Date.now() < answered.at + patience)) {
      await pause(50);
      continue;
    }
    answered = { heading, at: Date.now() };
    const answer = answers[heading];
    if (answer) await ifStillThere(() => page.evaluate(giveAnswer, answer));
  }
}

/**
 * Runs in the page, which is the sandbox's own and not what is tested. No mouse: a window that another one covers
 * draws no frames, and the driver would wait for one before it clicks.
 */
function giveAnswer({ input, text = '', press }: Answer): void {
  const field = input && document.querySelector<HTMLInputElement>(input);
  if (field) field.value = text;
  document.querySelector<HTMLButtonElement>(press)?.click();
}

/**
 * Empty while a page is on its way, or when the window has closed. Not `$eval`: puppeteer 24 hands the element over
 * from one realm to another, and when the window closes meanwhile, nobody catches that error.
 */
async function headingOf(page: Page): Promise<string> {
  return (await ifStillThere(() => page.evaluate(() => document.querySelector('h1')?.textContent))) ?? '';
}

/**
 * Firefox does not always tell the driver of a new document or of the end of a window: the driver then asks what is no
 * more, and nobody answers. A reload tells it of both.
 */
async function isGone(page: Page): Promise<boolean> {
  return page.reload({ timeout: patience }).then(
    () => false,
    (error: unknown) => /closed|detached|no such (frame|window)/i.test(String(error)),
  );
}

/** Where the window stands and what it says, for an error. */
async function textOf(page: Page): Promise<string> {
  const text = await ifStillThere(() => page.evaluate(() => `${location.href} ${document.body.innerText}`));
  return text ?? `no answer from ${page.url()}`;
}
