import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { setUp } from './set-up.mjs';
import { buildDemo, root } from './tools.mjs';

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
const { showDemo } = await tsImport('./demo.ts', import.meta.url);

console.log(`Building Guestpass for ${values.browser} …`);
const extensionDir = await buildDemo(build);
const hasDisplay = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
await showDemo({
  browserName: values.browser,
  extensionDir,
  headless: values.headless || !hasDisplay,
  pictures: join(root, 'screenshots'),
});
