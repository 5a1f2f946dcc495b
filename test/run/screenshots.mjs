import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { setUp } from './set-up.mjs';
import { buildDemo, root } from './tools.mjs';

const help = `npm run screenshots [-- options]    saves a picture of every state, theme and language in screenshots/, and
                                    index.html with all; axe looks at each. Ends with 1 when one could
                                    not be taken, or axe found something

  --theme light,dark,hc   only in these themes of the portal
  --language en,ar,de     only in these languages; any folder of public/_locales
  --only TEXT,TEXT        only states with one of these in their name
  --width N               width of the window in pixels (1280)
  --store                 instead, what the stores show, in their sizes, in screenshots/store/
  --readme                instead, the moving picture of the one click, .github/one-click.png
  --help                  this`;

const allThemes = ['light', 'dark', 'hc'];
const { values } = parseArgs({
  options: {
    theme: { type: 'string', default: allThemes.join() },
    language: { type: 'string', default: 'en,ar,de' },
    only: { type: 'string', default: '' },
    width: { type: 'string', default: '1280' },
    store: { type: 'boolean', default: false },
    readme: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
const width = Number(values.width);
const themes = values.theme.split(',');
const languages = values.language.split(',');
const isKnown =
  themes.every((theme) => allThemes.includes(theme)) &&
  languages.every((language) => existsSync(join(root, 'public', '_locales', language)));
if (values.help || !(width > 0) || !isKnown) {
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
if (values.readme) {
  const { saveReadmePicture } = await tsImport('./readme-picture.ts', import.meta.url);
  await saveReadmePicture({ extensionDir, path: join(root, '.github', 'one-click.png') });
  process.exit();
}
const { saveGallery } = await tsImport('./gallery.ts', import.meta.url);
const wrong = await saveGallery({
  extensionDir,
  folder,
  themes,
  languages,
  only: values.only.split(','),
  width,
});
console.log(wrong.length ? `\n${wrong.join('\n')}\n\n${wrong.length} wrong` : '\nNothing wrong');
process.exit(wrong.length ? 1 : 0);
