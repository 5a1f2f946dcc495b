import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setUp, setUpBrowsers } from './set-up.mjs';
import { buildExtension, root, run, runNpm, runTool } from './tools.mjs';

// They come while what needs none is done.
const browsers = setUpBrowsers('chromium', 'firefox');
await setUp();

const folder = mkdtempSync(join(tmpdir(), 'guestpass-test-'));
const total = { passed: 0, failed: 0 };
const failures = [];

/** Runs one check, says how it went, and counts it as one. */
async function check(name, work) {
  const start = performance.now();
  const { code, output } = await work();
  report(name, start, { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 }, output);
  return code === 0;
}

/** Runs the tests of one vitest project, or a part of it (`1/3`), and counts each of them. None at all is a failure. */
async function testProject(project, part) {
  const start = performance.now();
  const name = part ? `${project} ${part}` : project;
  const file = join(folder, `${name.replace(/\W+/g, '-')}.json`);
  const { code, output } = await runTool(
    'vitest',
    [
      ...['run', '--project', project, ...(part ? ['--shard', part] : [])],
      ...['--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
    ],
    { quiet: true },
  );
  report(name, start, countsOf(file, code), output);
  for (const { title, why } of secondTries(file)) console.log(`  second try: ${title}\n    ${why}`);
}

/** Tests that passed in the end, and the first line of what went wrong before. */
function secondTries(file) {
  const { testResults = [] } = readResults(file);
  return testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status, failureMessages }) => status === 'passed' && failureMessages?.length)
    .map(({ title, failureMessages: [why] }) => ({ title, why: why.split('\n    at ', 1)[0] }));
}

function readResults(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return {};
  }
}

function countsOf(file, code) {
  const { numPassedTests: passed = 0, numFailedTests = 0, numPendingTests: skipped = 0 } = readResults(file);
  return { passed, failed: numFailedTests || (code !== 0 || passed === 0 ? 1 : 0), skipped };
}

function report(name, start, { passed, failed, skipped = 0 }, output) {
  total.passed += passed;
  total.failed += failed;
  const counts =
    passed + failed > 1 || skipped ? `${passed} passed, ${failed} failed, ${skipped} skipped` : '';
  const seconds = `${((performance.now() - start) / 1000).toFixed(1)} s`;
  console.log(`${failed ? '✗' : '✓'} ${name.padEnd(16)} ${seconds.padStart(7)}  ${counts}`);
  if (failed) {
    failures.push(name);
    console.log(`\n${output.trimEnd()}\n`);
  }
}

const quiet = { quiet: true };
const types = async () => {
  const prepared = await runTool('wxt', ['prepare'], quiet);
  return prepared.code === 0 ? runTool('typescript', ['--noEmit', '--project', '.'], quiet) : prepared;
};

async function checkSources() {
  await check('lint', () => runTool('@biomejs/biome', ['ci', '.'], quiet));
  await check('types', types);
  await check('unused code', () => runTool('knip', [], quiet));
}

async function buildAll() {
  for (const browser of ['chrome', 'edge', 'firefox'])
    await check(`build ${browser}`, () => buildExtension(browser, quiet));
  await check('store packages', () => run(process.execPath, [join(root, 'test/run/zip.mjs')], quiet));
  await check('same again', buildSameAgain);
}

/** Whoever builds a release gets what the store has. https://reproducible-builds.org */
async function buildSameAgain() {
  const first = digestOf('chrome-mv3-store');
  const { code, output } = await buildExtension('chrome', { ...quiet, mode: 'store' });
  if (code !== 0) return { code, output };
  const second = Object.entries(digestOf('chrome-mv3-store'));
  const differing = second.filter(([file, digest]) => first[file] !== digest);
  return { code: differing.length, output: `Built twice, and not the same: ${differing.join(' ')}` };
}

/** The SHA-256 of each file of a build. */
function digestOf(build) {
  const folder = join(root, '.output', build);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
  return Object.fromEntries(
    files.map(({ parentPath, name }) => {
      const text = readFileSync(join(parentPath, name));
      return [join(parentPath, name), createHash('sha256').update(text).digest('hex')];
    }),
  );
}

await Promise.all([checkSources(), buildAll()]);
await testProject('unit*');
await browsers;
// Compiled by other means than the tests, and the first thing that a newcomer sees; by itself, for it has no second try.
await check('npm start', () => runNpm(['start', '--', '--headless'], quiet));
// A browser at work fills a core: with more of them than cores, none is quick enough for a person, or for the panel's own rules.
// In thirds, so that neither waits long for the other at the end.
const parts = ['1/3', '2/3', '3/3'].flatMap((part) =>
  ['e2e-firefox', 'e2e-chromium'].map((name) => [name, part]),
);
const atOnce = Math.max(2, availableParallelism());
await Promise.all(
  Array.from({ length: atOnce }, async () => {
    for (let next = parts.shift(); next; next = parts.shift()) await testProject(...next);
  }),
);

rmSync(folder, { recursive: true });
if (failures.length) console.log(`\nLook above for: ${failures.join(', ')}`);
process.exitCode = total.failed ? 1 : 0;
console.log(`\n${total.passed} passed, ${total.failed} failed`);
