import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { setUp } from './set-up.mjs';
import { readJson, root } from './tools.mjs';

const help = `npm run enterprise [-- options]    writes the policy files of enterprise/ from public/managed-schema.json

  --edge ID            id of Guestpass in Microsoft Edge, in place of the word EDGE_EXTENSION_ID
  --chrome ID          id of Guestpass in Google Chrome, in place of CHROME_EXTENSION_ID
  --firefox-url URL    where Firefox installs Guestpass from, in place of FIREFOX_INSTALL_URL
  --out FOLDER         writes there, not to enterprise/
  --help               this`;

const { values } = parseArgs({
  options: {
    edge: { type: 'string' },
    chrome: { type: 'string' },
    'firefox-url': { type: 'string' },
    out: { type: 'string', default: join(root, 'enterprise') },
    help: { type: 'boolean', default: false },
  },
});
for (const id of [values.edge, values.chrome])
  if (id !== undefined && !/^[a-p]{32}$/.test(id)) {
    console.error(`“${id}” is not an extension id: 32 letters from a to p.\n\n${help}`);
    process.exit(1);
  }
if (values.help) {
  console.log(help);
  process.exit();
}

await setUp();
const { tsImport } = await import('tsx/esm/api');
const { enterpriseFiles } = await tsImport('./enterprise/files.ts', import.meta.url);
const { storeIds } = await tsImport('./enterprise/store-ids.ts', import.meta.url);

const given = { edge: values.edge, chrome: values.chrome, firefoxUrl: values['firefox-url'] };
const ids = Object.fromEntries(Object.entries(storeIds).map(([name, id]) => [name, given[name] ?? id]));
for (const [path, text] of Object.entries(enterpriseFiles(readJson('public', 'managed-schema.json'), ids))) {
  const file = resolve(values.out, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  console.log(file);
}
