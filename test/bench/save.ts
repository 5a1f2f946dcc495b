import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { findBrowser } from '../run/browsers.mjs';
import { readJson, root } from '../run/tools.mjs';
import type { Section } from './figure';
import { tableOf } from './table';

/** What the numbers were measured on. */
export type Conditions = {
  date: string;
  guestpass: string;
  machine: string;
  node: string;
  browser: string;
};

const start = '<!-- npm run bench -- --save -->';
const end = '<!-- end of npm run bench -->';

/** Keeps the last result in the repository: as JSON, and as tables in the README. */
export async function save(sections: Section[]): Promise<void> {
  const conditions = conditionsNow();
  writeFileSync(
    `${root}test/bench/result.json`,
    `${JSON.stringify({ ...conditions, sections }, undefined, 1)}\n`,
  );
  const readme = readFileSync(`${root}README.md`, 'utf8');
  writeFileSync(`${root}README.md`, withTables(readme, conditions, sections));
}

/** The README with these tables in the place of the last ones. Throws when it has no place for them. */
export function withTables(readme: string, conditions: Conditions, sections: Section[]): string {
  const [from, to] = [readme.indexOf(start), readme.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`README.md lacks “${start}” before “${end}”.`);
  const { date, guestpass, machine, node, browser } = conditions;
  const text = `Measured on ${date} with Guestpass ${guestpass}, ${browser}, Node ${node} on ${machine}, against the sandbox on the same machine.`;
  return `${readme.slice(0, from)}${start}\n\n${text}\n\n${tableOf(sections)}\n\n${readme.slice(to)}`;
}

function conditionsNow(): Conditions {
  const [first] = cpus();
  const browser = findBrowser('chromium');
  return {
    date: new Date().toISOString().slice(0, 10),
    guestpass: readJson('package.json').version,
    machine: `${cpus().length} × ${first?.model.trim() ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB`,
    node: process.version.slice(1),
    browser: browser
      ? (/^\D+[\d.]+/.exec(execFileSync(browser, ['--version'], { encoding: 'utf8' }))?.[0] ?? browser)
      : 'unknown',
  };
}
