import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** Where the licenses of foreign code stand in a build. */
export const licensesFile = 'licenses.txt';

/**
 * Gathers the licenses of the packages whose code ends up in the files that are built, whatever they are called in
 * `package.json`: a development tool can leave code behind, too.
 */
export function createLicenses() {
  const folders = new Set<string>();
  const note = (folder: string | undefined) => folder && folders.add(folder);
  return {
    /** One for each of the builds that make up an extension. https://rollupjs.org/plugin-development/#generatebundle */
    plugin(): Plugin {
      return {
        name: 'guestpass:licenses',
        generateBundle(_options, bundle) {
          for (const file of Object.values(bundle))
            if (file.type === 'chunk')
              for (const [id, { renderedLength }] of Object.entries(file.modules))
                if (renderedLength > 0) note(folderOfPackage(id));
        },
      };
    },
    /** Names, versions and license texts, in the order of the names. Throws where a package names no license. */
    text: (): string => [...new Set([...folders].map(licenseOf))].sort().join('\n\n'),
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
