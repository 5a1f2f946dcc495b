import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createProgress } from './progress';
import { runTool } from './tools.mjs';

/** Plays so many schedules of the model, tells how it goes, and resolves to the number of rules broken: 0 or 1. */
export async function playForLong({ schedules, seed }: { schedules: number; seed: number }): Promise<number> {
  console.log(`schedules: ${schedules}, --seed ${seed}`);
  const folder = mkdtempSync(join(tmpdir(), 'guestpass-soak-'));
  const file = join(folder, 'done');
  const progress = createProgress(schedules);
  const timer = setInterval(() => progress.at(Number(readFrom(file)), ''), 500);
  const start = performance.now();
  const env = { MODEL_SCHEDULES: String(schedules), MODEL_SEED: String(seed), MODEL_PROGRESS: file };
  const args = ['run', '--project', 'unit', 'test/model/schedules.test.ts'];
  const { code, output } = await runTool('vitest', args, { quiet: true, env });
  clearInterval(timer);
  progress.end();
  rmSync(folder, { recursive: true });
  if (code !== 0) console.log(output);
  const each = ((performance.now() - start) / schedules).toFixed(0);
  console.log(`schedules: ${code === 0 ? 'no rule broken' : 'a rule broken'}, ${each} ms each`);
  return code === 0 ? 0 : 1;
}

function readFrom(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '0';
  }
}
