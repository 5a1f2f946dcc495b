import { parseArgs } from 'node:util';
import { setUp } from './set-up.mjs';
import { buildDemo } from './tools.mjs';

const help = `npm run soak [-- options]    plays what may happen for a long time, and counts what is against the rules

  --schedules N  how many schedules of clicks, faults, deaths and time (20000), in Node; 0 leaves them out
  --steps N      how many steps of wandering about in Chromium (4000); 0 leaves it out
  --seed N       plays an earlier run again (a new seed)
  --help         this`;

const { values } = parseArgs({
  options: {
    schedules: { type: 'string', default: '20000' },
    steps: { type: 'string', default: '4000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    help: { type: 'boolean', default: false },
  },
});
const [schedules, steps, seed] = [Number(values.schedules), Number(values.steps), Number(values.seed)];
if (values.help || !(schedules >= 0) || !(steps >= 0) || !Number.isInteger(seed)) {
  console.log(help);
  process.exit(values.help ? 0 : 1);
}

const { tsImport } = await import('tsx/esm/api');
let violations = 0;

if (schedules > 0) {
  const { playForLong } = await tsImport('./schedules.ts', import.meta.url);
  violations += await playForLong({ schedules, seed });
}

if (steps > 0) {
  await setUp('chromium');
  const { soak } = await tsImport('./soak.ts', import.meta.url);
  console.log('Building Guestpass for chromium …');
  violations += await soak({ extensionDir: await buildDemo('chrome'), steps, seed });
}

process.exit(violations ? 1 : 0);
