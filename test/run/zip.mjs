import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setUp } from './set-up.mjs';
import { root, runNpm, runTool } from './tools.mjs';

await setUp();
const { reproducibleZip } = await import('./reproducible-zip.mjs');

// Store builds come without the development `key`: each store signs with its own.
for (const browser of ['chrome', 'edge', 'firefox']) {
  const { code } = await runTool('wxt', ['zip', '--browser', browser, '--mv3', '--mode', 'store']);
  if (code !== 0) process.exit(code);
}
const output = join(root, '.output');
// What ships, with its licenses: https://cyclonedx.org
const sbom = await runNpm(['sbom', '--package-lock-only', '--omit', 'dev', '--sbom-format', 'cyclonedx'], {
  quiet: true,
});
if (sbom.code !== 0) {
  console.error(sbom.output);
  process.exit(1);
}
writeFileSync(join(output, 'guestpass-sbom.cdx.json'), sbom.output);

console.log('\nSHA-256, the same each time these sources are built:');
for (const name of readdirSync(output).filter((name) => name.endsWith('.zip'))) {
  const archive = await reproducibleZip(readFileSync(join(output, name)));
  writeFileSync(join(output, name), archive);
  console.log(`${createHash('sha256').update(archive).digest('hex')}  ${name}`);
}
