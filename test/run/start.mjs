import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findBrowser } from './browsers.mjs';
import { setUp } from './set-up.mjs';
import { buildExtension, root } from './tools.mjs';

const help = `npm start [-- options]    shows Guestpass on a sandbox of the Microsoft cloud

  --browser chromium|edge|firefox   which browser (chromium)
  --headless                        plays the story without a window and saves screenshots/
                                    (always so where there is no display)
  --help                            this`;

const { values } = parseArgs({
  options: {
    browser: { type: 'string', default: 'chromium' },
    headless: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
const builds = { chromium: 'chrome', edge: 'edge', firefox: 'firefox' };
const build = builds[values.browser];
if (values.help || !build) {
  console.log(help);
  process.exit(values.help ? 0 : 1);
}

await setUp(values.browser);
const { tsImport } = await import('tsx/esm/api');
const load = (path) => tsImport(path, import.meta.url);
const { people, sandboxClientId } = await load('../sandbox/seed.ts');

console.log(`Building Guestpass for ${values.browser} …`);
const env = { WXT_CLIENT_ID: sandboxClientId };
const { code, output } = await buildExtension(build, { mode: 'demo', quiet: true, env });
if (code !== 0) {
  console.error(output);
  process.exit(1);
}

const hasDisplay = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
const headless = values.headless || !hasDisplay;
const { startSandbox } = await load('../sandbox/server.ts');
const { openBrowser } = await load('../e2e/browser.ts');
const { story, userPage } = await load('../e2e/story.ts');

const sandbox = await startSandbox();
const browser = await openBrowser(values.browser === 'firefox' ? 'firefox' : 'chromium', {
  sandbox,
  extensionDir: join(root, '.output', `${build}-mv3-demo`),
  headless,
  executablePath: findBrowser(values.browser),
});
const [page] = await browser.browser.pages();
const scene = { sandbox, browser, page };

if (headless) {
  const folder = join(root, 'screenshots');
  mkdirSync(folder, { recursive: true });
  for (const [index, { say, run }] of story.entries()) {
    console.log(`${index + 1}. ${say}`);
    await run(scene);
    await page.screenshot({ path: join(folder, `${values.browser}-${index + 1}.png`) });
  }
  console.log(`Done. Pictures are in screenshots/.`);
  await browser.close();
  await sandbox.close();
} else {
  await page.goto(userPage(people.ines));
  console.log(`
This is the page of Ines Contractor, an internal guest of Contoso.
Choose Sign in on the panel, sign in as avery@contoso.com (any password), then choose Issue TAP, and paste.
Nothing leaves this machine. State: https://sandbox.test/  Reset: https://sandbox.test/reset
Close the browser, or press Ctrl+C here, to end.`);
  browser.browser.once('disconnected', () => sandbox.close());
}
