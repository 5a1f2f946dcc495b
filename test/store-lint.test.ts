import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { runTool } from './run/tools.mjs';

/** Mozilla's words: one for each rule that is broken. */
type Report = Record<'errors' | 'notices' | 'warnings', { code: string; file?: string; line?: number }[]>;

/** What `web-ext lint` and addons.mozilla.org say of the build, and why it stays. A new line is a decision. */
const accepted: Record<string, string> = {
  UNSAFE_VAR_ASSIGNMENT:
    "Preact's `dangerouslySetInnerHTML`, which nothing of ours uses: a lint rule forbids it, and the CSP's Trusted Types refuse it. Their policy asks for libraries as they were published",
};

const build = fileURLToPath(new URL('../.output/firefox-mv3', import.meta.url));

test("Mozilla's linter finds nothing but what has a reason", { timeout: 120_000 }, async () => {
  if (!existsSync(build)) throw new Error('Nothing is built yet: run `npm run build` first.');
  // What `web-ext lint` runs, without the 27 packages that start browsers.
  const { output } = await runTool('addons-linter', [build, '--output', 'json'], { quiet: true });
  const { errors, notices, warnings } = JSON.parse(output) as Report;
  expect(errors).toEqual([]);
  expect([...notices, ...warnings].map(({ code }) => code)).toEqual(Object.keys(accepted));
  // The reason is about Preact: its own property stands beside the assignment.
  const [{ file = '' }] = warnings as [Report['warnings'][number]];
  expect(readFileSync(join(build, file), 'utf8').match(/\.innerHTML=[\w.]+/g)).toEqual([
    expect.stringMatching(/\.__html$/),
  ]);
});
