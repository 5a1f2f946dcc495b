import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser } from './browsers.mjs';
import { setUp } from './set-up.mjs';
import { root } from './tools.mjs';

/** Small ones are drawn with fewer, thicker parts. Inactive ones are for the toolbar, where a tab shows no guest. */
const drawings = {
  small: { sizes: [16, 24, 32], prefix: '' },
  large: { sizes: [48, 128], prefix: '' },
  'small-inactive': { sizes: [16, 24, 32], prefix: 'inactive-' },
  'large-inactive': { sizes: [48, 128], prefix: 'inactive-' },
};

await setUp('chromium');
// Only now is it sure to be there.
const { launch } = await import('puppeteer-core');

const browser = await launch({ executablePath: findBrowser('chromium'), args: ['--no-sandbox'] });
const page = await browser.newPage();
const folder = join(root, 'public', 'icon');
mkdirSync(folder, { recursive: true });
for (const [name, { sizes, prefix }] of Object.entries(drawings)) {
  const drawing = readFileSync(join(root, 'test', 'run', 'icons', `${name}.svg`), 'utf8');
  for (const size of sizes) {
    await page.setViewport({ width: size, height: size });
    await page.setContent(
      `<style>body{margin:0}svg{display:block;width:100vw;height:100vh}</style>${drawing}`,
    );
    const picture = await page.screenshot({ omitBackground: true });
    writeFileSync(join(folder, `${prefix}${size}.png`), picture);
    console.log(`public/icon/${prefix}${size}.png, ${picture.length} bytes`);
  }
}
await browser.close();
