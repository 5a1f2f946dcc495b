import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setUp } from './set-up.mjs';
import { shippedPackages, shippedSbom } from './shipped-packages.mjs';
import { readJson, root, runNpm, runTool } from './tools.mjs';

await setUp();
const { reproducibleZip } = await import('./reproducible-zip.mjs');

// Store builds come without the development `key`: each store signs with its own.
for (const browser of ['chrome', 'edge', 'firefox']) {
  const { code } = await runTool('wxt', ['zip', '--browser', browser, '--mv3', '--mode', 'store']);
  if (code !== 0) process.exit(code);
}
const output = join(root, '.output');
// Of everything installed: a development tool can leave code in the archives, and npm does not know which.
const sbom = await runNpm(['sbom', '--package-lock-only', '--sbom-format', 'cyclonedx'], { quiet: true });
if (sbom.code !== 0) {
  console.error(sbom.output);
  process.exit(1);
}
const licenses = readFileSync(join(output, 'chrome-mv3-store', 'licenses.txt'), 'utf8');
const shipped = shippedSbom(
  JSON.parse(sbom.output),
  shippedPackages(licenses).map(({ ref }) => ref),
  readJson('package.json').name,
);
writeFileSync(join(output, 'guestpass-sbom.cdx.json'), `${JSON.stringify(shipped, undefined, 2)}\n`);

console.log('\nSHA-256, the same each time these sources are built:');
for (const name of readdirSync(output).filter((name) => name.endsWith('.zip'))) {
  const archive = await reproducibleZip(readFileSync(join(output, name)));
  writeFileSync(join(output, name), archive);
  console.log(`${createHash('sha256').update(archive).digest('hex')}  ${name}`);
}
