import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';

/**
 * Thousands of bytes after `gzip -9`, counted over every file a context loads. `panel` is what stands between the
 * guest's page and the click; `wholePanel` is all that the panel can load, as a reviewer reads it; `popup` is there when it
 * opens, its search too.
 */
const budgets = { contentScript: 6, panel: 24, wholePanel: 56, background: 90, popup: 27 };

const output = fileURLToPath(new URL('../.output', import.meta.url));

describe.each(['chrome', 'edge', 'firefox'])('the %s build', (browser) => {
  const folder = join(output, `${browser}-mv3`);

  test('has a content script that every portal page can afford', () => {
    stayWithin(budgets.contentScript, folder, [
      'content-scripts/portal.js',
      ...filesIn(folder, 'content-scripts').filter((file) => file.endsWith('.css')),
    ]);
  });

  test('has a panel that is there at once', () => {
    stayWithin(budgets.panel, folder, filesOfPage(folder, 'panel.html', atOnce));
  });

  test('has a panel that can be read whole', () => {
    const whole = filesOfPage(folder, 'panel.html', everything);
    const later = whole.filter((file) => !filesOfPage(folder, 'panel.html', atOnce).includes(file));
    expect(later.some((file) => file.endsWith('.js'))).toBe(true);
    expect(later.some((file) => file.endsWith('.css'))).toBe(true);
    stayWithin(budgets.wholePanel, folder, whole);
  });

  test('has a popup that is there at once', () => {
    stayWithin(budgets.popup, folder, filesOfPage(folder, 'popup.html', atOnce));
  });

  test('has a background that a cold start can afford', () => {
    stayWithin(budgets.background, folder, ['background.js']);
  });
});

function stayWithin(budget: number, folder: string, files: string[]): void {
  const sizes = files.map((file) => ({ file, kB: gzipSync(read(folder, file), { level: 9 }).length / 1000 }));
  const total = sizes.reduce((sum, { kB }) => sum + kB, 0);
  const list = sizes.map(({ file, kB }) => `${file} ${kB.toFixed(2)} kB`).join(', ');
  expect(total, `${total.toFixed(2)} of ${budget} kB: ${list}`).toBeLessThanOrEqual(budget);
}

/** What a script imports before it runs. */
const atOnce = /(?:from|import)\s*["'`](?<path>\.{1,2}\/[^"'`]+\.js)["'`]/g;
/** What it can load at all: `import()` names scripts, and Vite's list beside it their style sheets. */
const everything = /["'`](?<path>(?:\.{1,2}|chunks|assets)\/[^"'`]+\.(?:js|css))["'`]/g;
const inPage = /(?:src|href)="(?<path>\/[^"]+\.(?:js|css))"/g;

/** A page, its scripts and style sheets, and the files that its scripts name by `named`. */
function filesOfPage(folder: string, page: string, named: RegExp): string[] {
  const found = new Set([page]);
  for (const file of found) {
    const text = read(folder, file).toString('utf8');
    for (const { groups } of text.matchAll(file.endsWith('.html') ? inPage : named)) {
      const { path = '' } = groups ?? {};
      // Imports are relative to their file; Vite names what it loads beforehand from the root.
      found.add(path.startsWith('.') ? join(dirname(file), path) : path.replace(/^\//, ''));
    }
  }
  return [...found];
}

function filesIn(folder: string, below: string): string[] {
  return existsSync(join(folder, below))
    ? readdirSync(join(folder, below)).map((name) => join(below, name))
    : [];
}

function read(folder: string, file: string): Buffer {
  const path = join(folder, file);
  if (!existsSync(path)) throw new Error(`${file} is missing: run \`npm run build\` first.`);
  return readFileSync(path);
}
