import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setUp } from './set-up.mjs';
import { shippedPackages, shippedSbom } from './shipped-packages.mjs';
import { packExtension, readJson, root, runNpm } from './tools.mjs';

await setUp();
const { reproducibleZip } = await import('./reproducible-zip.mjs');

const output = join(root, '.output');
const archives = () => readdirSync(output).filter((name) => name.endsWith('.zip'));
// Those of an earlier version have no place beside the hashes of this one.
if (existsSync(output)) for (const name of archives()) rmSync(join(output, name));

for (const browser of ['chrome', 'edge', 'firefox']) {
  const { code } = await packExtension(browser);
  if (code !== 0) process.exit(code);
}
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

const sums = [];
for (const name of archives()) {
  const archive = await reproducibleZip(readFileSync(join(output, name)));
  writeFileSync(join(output, name), archive);
  sums.push(`${createHash('sha256').update(archive).digest('hex')}  ${name}\n`);
}
writeFileSync(join(output, 'SHA256SUMS'), sums.join(''));
console.log(`\nSHA256SUMS, the same each time these sources are built:\n${sums.join('')}`);
