import { readFileSync } from 'node:fs';
import { findBrowser } from './browsers.mjs';
import { readJson, run, runNpm, runTool } from './tools.mjs';

/** Makes sure of Node, the packages and the named browsers; ends the process with one clear line where it can't. */
export async function setUp(...browsers) {
  const installed = setUpBrowsers(...browsers);
  await installPackages();
  await prepare();
  await installed;
}

/** Makes sure of the named browsers, which takes no package; ends the process with one clear line where it can't. */
export async function setUpBrowsers(...names) {
  checkNode();
  await installBrowsers(names);
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const fits = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22;
  if (!fits)
    giveUp(
      `Guestpass needs Node.js 20.19, 22.12 or later; this is ${process.versions.node}. See https://nodejs.org`,
    );
}

async function installPackages() {
  if (packagesAreInstalled()) return;
  console.log('Installing the packages of package-lock.json …');
  const { code } = await runNpm(['ci', '--ignore-scripts', '--no-audit', '--no-fund']);
  if (code !== 0) giveUp('`npm ci --ignore-scripts` failed; see its words above.');
}

/** Compares what npm says it installed with the lockfile: the time of a file says little after a `git switch`. */
function packagesAreInstalled() {
  const installed = readJson('node_modules', '.package-lock.json')?.packages;
  if (!installed) return false;
  const wanted = Object.entries(readJson('package-lock.json').packages);
  return wanted.every(([path, { version, optional, devOptional }]) => {
    if (path === '') return true;
    return installed[path] ? installed[path].version === version : Boolean(optional || devOptional);
  });
}

/** `tsconfig.json` extends a file that wxt writes; every tool that reads TypeScript wants it. */
async function prepare() {
  if (readJson('.wxt', 'tsconfig.json')) return;
  const { code, output } = await runTool('wxt', ['prepare'], { quiet: true });
  if (code !== 0) giveUp(output);
}

const debianPackages = { chromium: 'chromium', firefox: 'firefox-esr' };

async function installBrowsers(names) {
  const missing = names.filter((name) => !findBrowser(name));
  if (missing.length === 0) return;
  const packages = missing.map((name) => debianPackages[name]);
  if (packages.every(Boolean) && isDebian() && process.getuid() === 0) {
    console.log(`Installing ${packages.join(' and ')} …`);
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    await run('apt-get', ['update', '-qq'], { env });
    await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], { env });
  }
  const lines = {
    chromium: 'Chrome, Chromium or Edge (or set CHROME_PATH)',
    edge: 'Microsoft Edge (or set EDGE_PATH)',
  };
  for (const name of missing)
    if (!findBrowser(name))
      giveUp(`Please install ${lines[name] ?? 'Firefox (or set FIREFOX_PATH)'} and run this again.`);
}

function isDebian() {
  try {
    return /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
}

function giveUp(line) {
  console.error(line);
  process.exit(1);
}
