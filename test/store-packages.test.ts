import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import JSZip from 'jszip';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const output = join(root, '.output');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
const sums = join(output, 'SHA256SUMS');
if (!existsSync(sums)) throw new Error('Nothing is packed yet: run `npm run zip` first.');

const archiveOf = (what: string) => readFileSync(join(output, `guestpass-${version}-${what}.zip`));
const textIn = async (what: string, file: string) =>
  (await JSZip.loadAsync(archiveOf(what))).file(file)?.async('string') ?? Promise.reject(new Error(file));

test('SHA256SUMS names the three packages and the sources, as `sha256sum --check` reads it', () => {
  const expected = ['chrome', 'edge', 'firefox', 'sources'].map((what) => {
    const hash = createHash('sha256').update(archiveOf(what)).digest('hex');
    return `${hash}  guestpass-${version}-${what}.zip\n`;
  });
  expect(readFileSync(sums, 'utf8')).toBe(expected.join(''));
});

describe.each(['chrome', 'edge', 'firefox'])('the package for %s', (browser) => {
  test('holds the files that were tested, and no path of this machine', async () => {
    const { files } = await JSZip.loadAsync(archiveOf(browser));
    const folder = join(output, `${browser}-mv3`);
    const tested = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((file) =>
      file.isFile(),
    );
    const paths = tested.map(({ parentPath, name }) =>
      relative(folder, join(parentPath, name)).replaceAll('\\', '/'),
    );
    expect(Object.keys(files).sort()).toEqual(paths.sort());
    for (const path of paths.filter((path) => path !== 'manifest.json')) {
      const packed = await files[path]?.async('nodebuffer');
      expect(packed?.equals(readFileSync(join(folder, path))), path).toBe(true);
      expect(packed?.includes(root), path).toBe(false);
    }
  });

  test('has the manifest that was tested, without the key that only developers need', async () => {
    const packed = JSON.parse(await textIn(browser, 'manifest.json')) as Record<string, unknown>;
    const tested = readFileSync(join(output, `${browser}-mv3`, 'manifest.json'), 'utf8');
    const { key, ...rest } = JSON.parse(tested) as Record<string, unknown>;
    expect(Boolean(key)).toBe(browser !== 'firefox');
    expect(packed).toEqual(rest);
  });
});

test('the sources hold what a reviewer builds them with', async () => {
  const { files } = await JSZip.loadAsync(archiveOf('sources'));
  expect(Object.keys(files)).toEqual(
    expect.arrayContaining(['.npmrc', 'package-lock.json', 'README.md', 'test/run/zip.mjs']),
  );
  expect(Object.keys(files).filter((name) => /node_modules|\.output|\.log$|^screenshots/.test(name))).toEqual(
    [],
  );
});
