import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

/**
 * Thousands of bytes after `gzip -9`, counted over every file a context loads. `panel` is what stands between the
 * guest's page and the click; `wholePanel` is all that the panel can load, as a reviewer reads it; `popup` is there when it
 * opens, its search too.
 */
export const budgets = { contentScript: 5.5, panel: 24, wholePanel: 56, background: 90, popup: 27 };

/** One of the things with a budget. */
export type Bundle = keyof typeof budgets;

/** The files of a bundle in the folder of a build. Throws when one is missing. */
export function filesOf(bundle: Bundle, folder: string): string[] {
  switch (bundle) {
    case 'contentScript':
      return [
        'content-scripts/portal.js',
        ...filesIn(folder, 'content-scripts').filter((file) => file.endsWith('.css')),
      ];
    case 'panel':
      return filesOfPage(folder, 'panel.html', atOnce);
    case 'wholePanel':
      return filesOfPage(folder, 'panel.html', everything);
    case 'background':
      return ['background.js'];
    case 'popup':
      return filesOfPage(folder, 'popup.html', atOnce);
  }
}

/** What a file of a build weighs after `gzip -9`, in thousands of bytes. */
export function weightOf(folder: string, file: string): number {
  return gzipSync(read(folder, file), { level: 9 }).length / 1000;
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
