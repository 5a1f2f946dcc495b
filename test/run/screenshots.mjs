import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { setUp } from './set-up.mjs';
import { buildDemo, root } from './tools.mjs';

const help = `npm run screenshots [-- options]    saves a picture of every state in screenshots/, and index.html with all

  --theme light|dark|hc   only in this theme of the portal
  --only TEXT             only states with TEXT in their name
  --width N               width of the window in pixels (1280)
  --store                 instead, what the stores show, in their sizes, in screenshots/store/
  --help                  this`;

const themes = ['light', 'dark', 'hc'];
const { values } = parseArgs({
  options: {
    theme: { type: 'string' },
    only: { type: 'string', default: '' },
    width: { type: 'string', default: '1280' },
    store: { type: 'boolean', default: false },
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
const folder = join(root, 'screenshots');
const extensionDir = await buildDemo('chrome');

if (values.store) {
  const { saveStorePictures } = await tsImport('./store-pictures.ts', import.meta.url);
  await saveStorePictures({ extensionDir, folder: join(folder, 'store') });
  process.exit();
}
const { saveGallery } = await tsImport('./gallery.ts', import.meta.url);
const missing = await saveGallery({
  extensionDir,
  folder,
  themes: values.theme ? [values.theme] : themes,
  only: values.only,
  width,
});
process.exit(missing ? 1 : 0);
