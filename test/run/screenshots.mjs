import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { setUp } from './set-up.mjs';
import { buildDemo, root } from './tools.mjs';

const help = `npm run screenshots [-- options]    saves a picture of every state in screenshots/, and index.html with all

  --theme light|dark|hc   only in this theme of the portal
  --only TEXT             only states with TEXT in their name
  --width N               width of the window in pixels (1280)
  --help                  this`;

const themes = ['light', 'dark', 'hc'];
const { values } = parseArgs({
  options: {
    theme: { type: 'string' },
    only: { type: 'string', default: '' },
    width: { type: 'string', default: '1280' },
    help: { type: 'boolean', default: false },
  },
});
const width = Number(values.width);
if (values.help || !(width > 0) || (values.theme && !themes.includes(values.theme))) {
  console.log(help);
  process.exit(values.help ? 0 : 1);
}

await setUp('chromium');
const { tsImport } = await import('tsx/esm/api');
const { saveGallery } = await tsImport('./gallery.ts', import.meta.url);

const missing = await saveGallery({
  extensionDir: await buildDemo('chrome'),
  folder: join(root, 'screenshots'),
  themes: values.theme ? [values.theme] : themes,
  only: values.only,
  width,
});
process.exit(missing ? 1 : 0);
