import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';

/** Thousands of bytes after `gzip -9`, counted over every file a context loads. */
const budgets = { contentScript: 6, panel: 20, background: 95 };

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
    stayWithin(budgets.panel, folder, filesOfPage(folder, 'panel.html'));
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

/** A page, its scripts and style sheets, and the modules that its scripts import. */
function filesOfPage(folder: string, page: string): string[] {
  const found = new Set([page]);
  for (const file of found) {
    const text = read(folder, file).toString('utf8');
    const references = file.endsWith('.html')
      ? [...text.matchAll(/(?:src|href)="(\/[^"]+\.(?:js|css))"/g)]
      : [...text.matchAll(/(?:from|import)\s*\(?["'`](\.{1,2}\/[^"'`]+\.js)["'`]/g)];
    for (const [, path = ''] of references) {
      found.add(
        relative(folder, path.startsWith('/') ? join(folder, path) : resolve(folder, dirname(file), path)),
      );
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
