import { parseArgs } from 'node:util';
import { setUp } from './set-up.mjs';
import { buildDemo } from './tools.mjs';

const help = `npm run soak [-- options]    wanders about in Chromium for a long time, and counts what is against the rules

  --steps N    how many steps (4000)
  --seed N     plays the steps of an earlier run again (a new seed)
  --help       this`;

const { values } = parseArgs({
  options: {
    steps: { type: 'string', default: '4000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    help: { type: 'boolean', default: false },
  },
});
const [steps, seed] = [Number(values.steps), Number(values.seed)];
if (values.help || !(steps > 0) || !Number.isInteger(seed)) {
  console.log(help);
  process.exit(values.help ? 0 : 1);
}

await setUp('chromium');
const { tsImport } = await import('tsx/esm/api');
const { soak } = await tsImport('./soak.ts', import.meta.url);

console.log('Building Guestpass for chromium …');
const extensionDir = await buildDemo('chrome');
const violations = await soak({ extensionDir, steps, seed });
process.exit(violations ? 1 : 0);
