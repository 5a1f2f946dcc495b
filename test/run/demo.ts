import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openBrowser } from '../e2e/browser';
import { type Scene, story, userPage } from '../e2e/story';
import { people } from '../sandbox/seed';
import { startSandbox } from '../sandbox/server';
import { type BrowserName, findBrowser } from './browsers.mjs';

type Demo = { browserName: BrowserName; extensionDir: string; headless: boolean; pictures: string };

/**
 * Opens a browser with Guestpass on the sandbox. With a window it stands on an internal guest's page and waits for
 * its end; headless it plays the story, says each step and saves a picture of it in the folder `pictures`.
 */
export async function showDemo({ browserName, extensionDir, headless, pictures }: Demo): Promise<void> {
  const sandbox = await startSandbox({ validate: false });
  const executablePath = findBrowser(browserName);
  const browser = await openBrowser(browserName === 'firefox' ? 'firefox' : 'chromium', {
    sandbox,
    extensionDir,
    headless,
    ...(executablePath ? { executablePath } : {}),
  });
  const [page = await browser.browser.newPage()] = await browser.browser.pages();
  if (!headless) {
    browser.browser.once('disconnected', () => sandbox.close());
    await page.goto(userPage(people.ines));
    console.log(invitation);
    return;
  }
  try {
    const scene: Scene = { browser, sandbox, page };
    mkdirSync(pictures, { recursive: true });
    for (const [index, { say, run }] of story.entries()) {
      console.log(`${index + 1}. ${say}`);
      await run(scene);
      await (scene.guestPage ?? page).screenshot({
        path: join(pictures, `${browserName}-${String(index + 1).padStart(2, '0')}.png`),
      });
    }
    console.log('Done. The pictures are in screenshots/.');
  } finally {
    await browser.close();
    await sandbox.close();
  }
}

const invitation = `
This is the page of Ines Contractor, an internal guest of Contoso.
Choose Sign in on the panel, sign in as avery@contoso.com (any password), choose Issue TAP.
Be Ines in another tab: https://mysignins.microsoft.com/security-info, name ines@contoso.com, and paste the pass.
Nothing leaves this machine. State: https://sandbox.test/  Reset: https://sandbox.test/reset
Close the browser, or press Ctrl+C here, to end.`;
