import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { build } from 'wxt';
import { type Bundle, budgets, filesOf, weightOf } from '../bundles';
import { figure, type Section } from './figure';

const named: Record<Bundle, string> = {
  contentScript: 'content script, on every portal page',
  panel: 'panel, at once',
  wholePanel: 'panel, with all that it can load',
  background: 'background',
  popup: 'popup, at once',
};

/** What every bundle of the Chrome build weighs after `gzip -9`, beside its budget, with its heaviest modules. */
export async function measureBundles(): Promise<Section> {
  const folder = mkdtempSync(join(tmpdir(), 'guestpass-sizes-'));
  const weights = new Map<string, Map<string, number>>();
  await build({
    outDir: folder,
    logger: {
      debug() {},
      log() {},
      info() {},
      warn() {},
      error: console.error,
      fatal: console.error,
      success() {},
      level: 0,
    } as never,
    vite: () => ({ plugins: [weigher(weights)] }),
  });
  const output = join(folder, 'chrome-mv3');
  const figures = (Object.keys(budgets) as Bundle[]).map((bundle) => {
    const files = filesOf(bundle, output);
    const total = files.reduce((sum, file) => sum + weightOf(output, file), 0);
    return figure(`${named[bundle]} (${heaviest(files, weights)})`, 'kB', [total], {
      reach: budgets[bundle],
    });
  });
  rmSync(folder, { recursive: true });
  return {
    title: 'Sizes',
    note: 'After `gzip -9`; the aim is the budget, beyond which `npm test` fails. In brackets: the heaviest modules, minified, not compressed.',
    figures,
  };
}

/** Notes what each module adds to each file. */
function weigher(weights: Map<string, Map<string, number>>): Plugin {
  return {
    name: 'guestpass-weigher',
    generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        const modules = weights.get(chunk.fileName) ?? new Map<string, number>();
        for (const [id, { renderedLength }] of Object.entries(chunk.modules))
          modules.set(nameOf(id), (modules.get(nameOf(id)) ?? 0) + renderedLength);
        weights.set(chunk.fileName, modules);
      }
    },
  };
}

/** A package's modules count together. */
function nameOf(id: string): string {
  const [, name] = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(id) ?? [];
  return name ?? id.replace(/^.*\/(?=(components|entrypoints|utils)\/)/, '').replace(/\?.*$/, '');
}

function heaviest(files: string[], weights: Map<string, Map<string, number>>): string {
  const total = new Map<string, number>();
  for (const file of files)
    for (const [name, size] of weights.get(file) ?? []) total.set(name, (total.get(name) ?? 0) + size);
  return [...total]
    .sort(([, a], [, b]) => b - a)
    .slice(0, 3)
    .map(([name, size]) => `${name} ${(size / 1000).toFixed(0)}`)
    .join(', ');
}
