import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** Where the licenses of foreign code stand in a build. */
export const licensesFile = 'licenses.txt';

/**
 * Gathers the licenses of the packages whose code ends up in the files that are built, whatever they are called in
 * `package.json`: a development tool can leave code behind, too. And those at the head of our own files, of what stands
 * in them by others.
 */
export function createLicenses() {
  const folders = new Set<string>();
  const heads = new Set<string>();
  function note(id: string): void {
    const folder = folderOfPackage(id);
    const head = folder === undefined ? licenseAtHead(id) : undefined;
    if (folder) folders.add(folder);
    if (head) heads.add(head);
  }
  return {
    /** One for each of the builds that make up an extension. https://rollupjs.org/plugin-development/#generatebundle */
    plugin(): Plugin {
      return {
        name: 'guestpass:licenses',
        generateBundle(_options, bundle) {
          for (const file of Object.values(bundle))
            if (file.type === 'chunk')
              for (const [id, { renderedLength }] of Object.entries(file.modules))
                if (renderedLength > 0) note(id);
        },
      };
    },
    /** Names, versions and license texts, in the order of the names. Throws where a package names no license. */
    text: (): string => [...new Set([...[...folders].map(licenseOf), ...heads])].sort().join('\n\n'),
  };
}

/** The folder of the innermost package a module lies in; undefined for our own and for what a tool makes up. */
function folderOfPackage(id: string): string | undefined {
  const path = id
    .replaceAll('\\', '/')
    .replace(/^\0/, '')
    .replace(/[?#].*$/, '');
  return /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0];
}

/** The comment at the head of a file, where it is a license. */
function licenseAtHead(id: string): string | undefined {
  if (!/^[^\0?]+\.tsx?$/.test(id)) return undefined;
  const [, comment = ''] =
    /^\/\*\n([\s\S]*?)\*\//.exec(readFileSync(id, 'utf8').replaceAll('\r\n', '\n')) ?? [];
  return /\bCopyright \(c\)/.test(comment) ? `${comment.replaceAll(/^ \* ?/gm, '').trim()}\n` : undefined;
}

type Package = { name: string; version: string; license?: string; homepage?: string };

function licenseOf(folder: string): string {
  const json = readFileSync(join(folder, 'package.json'), 'utf8');
  const {
    name,
    version,
    license,
    homepage = `https://www.npmjs.com/package/${JSON.parse(json).name}`,
  } = JSON.parse(json) as Package;
  if (!license) throw new Error(`${name} ${version} ships code without a license: see ${folder}.`);
  const file = readdirSync(folder).find((name) => /^(licen[cs]e|copying)(\.|$)/i.test(name));
  const text = file ? readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim() : homepage;
  return `${name} ${version} (${license})\n\n${text}\n`;
}
