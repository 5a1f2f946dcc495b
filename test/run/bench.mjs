import { parseArgs } from 'node:util';
import { setUp } from './set-up.mjs';
import { buildDemo } from './tools.mjs';

const help = `npm run bench [-- options]    measures Guestpass in Chromium against the sandbox

  --n N          samples of each figure (20)
  --only WORD    only measurements whose name has this word in it: size, pure, page, paint, armed,
                 clipboard, throttled, portal, worker, memory
  --visits N     guests visited while the memory is watched (200)
  --save         keeps the numbers in test/bench/result.json and in the README; needs all of them
  --help         this`;

const { values } = parseArgs({
  options: {
    n: { type: 'string', default: '20' },
    visits: { type: 'string', default: '200' },
    only: { type: 'string', default: '' },
    save: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
const [n, visits] = [Number(values.n), Number(values.visits)];
if (values.help || !(n >= 1) || !(visits >= 20) || (values.save && values.only)) {
  console.log(help);
  process.exit(values.help ? 0 : 1);
}

await setUp('chromium');
console.log('Building Guestpass for chromium …');
const extensionDir = await buildDemo('chrome');
const { tsImport } = await import('tsx/esm/api');
const { bench } = await tsImport('../bench/bench.ts', import.meta.url);
const sections = await bench({ extensionDir, n, visits, only: values.only });
if (values.save) {
  const { save } = await tsImport('../bench/save.ts', import.meta.url);
  await save(sections);
}
