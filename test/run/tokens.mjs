import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setUp } from './set-up.mjs';
import { root } from './tools.mjs';

await setUp();
const { tsImport } = await import('tsx/esm/api');
const { ourStyles, tokensFile } = await tsImport('./tokens/our-styles.ts', import.meta.url);
const { tokenSheet } = await tsImport('./tokens/token-sheet.ts', import.meta.url);

writeFileSync(join(root, tokensFile), tokenSheet(Object.values(ourStyles())));
console.log(tokensFile);
