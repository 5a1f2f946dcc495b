import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/** Reads a JSON file of the project; undefined when there is none. */
export function readJson(...path) {
  const file = join(root, ...path);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

/**
 * Runs a program in the project's folder and resolves to `{ code, output }`, its output shown at once or, with
 * `quiet`, only returned.
 */
export function run(command, args, { quiet = false, env = {} } = {}) {
  const child = spawn(command, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
  });
  let output = '';
  child.stdout?.on('data', (text) => (output += text));
  child.stderr?.on('data', (text) => (output += text));
  return new Promise((done) => {
    child.on('error', (error) => done({ code: 1, output: `${output}${error.message}\n` }));
    child.on('close', (code) => done({ code: code ?? 1, output }));
  });
}

/** Runs a command of an installed package with this very Node: no shell, so the same on every system. */
export function runTool(packageName, args, options) {
  const { bin } = readJson('node_modules', packageName, 'package.json');
  const [script] = Object.values(bin);
  return run(process.execPath, [join(root, 'node_modules', packageName, script), ...args], options);
}

/** Runs npm: the one that runs this script, where it is npm and not another package manager. */
export function runNpm(args, options) {
  const npm = process.env.npm_execpath;
  return npm?.endsWith('npm-cli.js')
    ? run(process.execPath, [npm, ...args], options)
    : run('npm', args, options);
}

/** Builds the extension for one browser: `chrome`, `edge` or `firefox`. */
export function buildExtension(browser, options) {
  return runWxt('build', browser, options);
}

/** Builds and packs the extension for one store: without the development `key`, since each store signs with its own. */
export function packExtension(browser) {
  return runWxt('zip', browser, { mode: 'store' });
}

function runWxt(command, browser, { mode = 'production', env = {}, ...options } = {}) {
  // Or WXT takes the mode for it, and what is not `production` ships the paths of the sources and slower code.
  const fullEnv = { ...env, NODE_ENV: 'production' };
  return runTool('wxt', [command, '--browser', browser, '--mv3', '--mode', mode], {
    ...options,
    env: fullEnv,
  });
}

/** Builds the extension as one that knows the sandbox, and resolves to its folder; ends the process when that fails. */
export async function buildDemo(browser) {
  const { tsImport } = await import('tsx/esm/api');
  const { demoEnvironment } = await tsImport('./demo-environment.ts', import.meta.url);
  const { code, output } = await buildExtension(browser, { mode: 'demo', quiet: true, env: demoEnvironment });
  if (code === 0) return join(root, '.output', `${browser}-mv3-demo`);
  console.error(output);
  process.exit(1);
}
