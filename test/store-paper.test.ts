import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const paper = read('.github/store.md');

type Manifest = {
  name: string;
  description: string;
  icons?: Record<string, string>;
  permissions?: string[];
  host_permissions?: string[];
  optional_permissions?: string[];
  optional_host_permissions?: string[];
  content_scripts?: { matches: string[] }[];
  browser_specific_settings?: { gecko: { data_collection_permissions: Record<string, string[]> } };
};
const manifests = ['chrome', 'edge', 'firefox'].map((browser) => {
  const file = `.output/${browser}-mv3/manifest.json`;
  if (!existsSync(join(root, file))) throw new Error('Nothing is built yet: run `npm run build` first.');
  return JSON.parse(read(file)) as Manifest;
});
const english = JSON.parse(read('public/_locales/en/messages.json')) as Record<string, { message: string }>;
/** What the browser puts into the place of `__MSG_key__`. */
const inEnglish = (text: string) => english[/^__MSG_(\w+)__$/.exec(text)?.[1] ?? '']?.message;

const asked = [
  ...new Set(
    manifests.flatMap((manifest) => [
      ...(manifest.permissions ?? []),
      ...(manifest.host_permissions ?? []),
      ...(manifest.optional_permissions ?? []),
      ...(manifest.optional_host_permissions ?? []),
      ...(manifest.content_scripts ?? []).flatMap(({ matches }) => matches),
    ]),
  ),
];

/** What stands under a heading, up to the next. */
function section(heading: string): string {
  const [, text] = paper.split(`\n${heading}\n`);
  if (!text) throw new Error(`.github/store.md has no “${heading}”.`);
  return text.split(/\n#+ /)[0]?.trim() ?? '';
}

const rowsOf = (text: string) =>
  text
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .slice(1)
    .map((line) =>
      line
        .split('|')
        .map((cell) => cell.trim())
        .slice(1, -1),
    );
const plainText = (text: string) => /```text\n([\s\S]*?)\n```/.exec(text)?.[1] ?? '';

describe('the listing', () => {
  const fields = Object.fromEntries(rowsOf(section('## Listing')));

  test('has the name and the short description of every manifest, which the stores show', () => {
    for (const { name, description } of manifests) {
      expect(fields.Name).toBe(inEnglish(name));
      expect(fields['Short description (AMO: summary)']).toBe(inEnglish(description));
    }
  });

  test('keeps to the tightest limit that a store has', () => {
    // Edge 45, AMO 50, Chrome 75: https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/manifest.json/name
    expect(fields.Name?.length).toBeLessThanOrEqual(45);
    // Chrome 132, AMO 250: https://developer.chrome.com/docs/extensions/reference/manifest/description
    expect(fields['Short description (AMO: summary)']?.length).toBeLessThanOrEqual(132);
    const description = plainText(section('### Description'));
    // Edge 250 to 10,000: https://learn.microsoft.com/microsoft-edge/extensions/publish/publish-extension
    expect(description.length).toBeGreaterThanOrEqual(250);
    expect(description.length).toBeLessThanOrEqual(10_000);
    // Chrome: plain text. https://developer.chrome.com/docs/webstore/program-policies/listing-requirements
    expect(description).not.toMatch(/[`*_#]|\]\(|<\w/);
  });
});

test.each([16, 32, 48, 128])('the icon of %i pixels is there, which stores and browsers ask for', (size) => {
  for (const { icons = {} } of manifests) expect(icons[size]).toBe(`icon/${size}.png`);
  const png = readFileSync(join(root, `public/icon/${size}.png`));
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([size, size]);
});

test('the single purpose is one sentence', () => {
  expect(section('## Single purpose')).toMatch(/^[^.\n]{20,1000}\.$/);
});

describe('the justifications', () => {
  const rows = rowsOf(section('## Permissions'));

  test('are of what a manifest asks for, each of it and nothing else', () => {
    const named = rows.flatMap(([what = '']) => [...what.matchAll(/`([^`]+)`/g)].map(([, name]) => name));
    expect(named.sort()).toEqual([...asked].sort());
  });

  test('have their like in README.md, for admins', () => {
    for (const what of asked) expect(read('README.md')).toContain(what.replace(/^https:\/\/|\/\*$/g, ''));
  });

  test('fit the field of the Chrome Web Store', () => {
    for (const [what, why = ''] of rows) {
      expect(why.length, what).toBeGreaterThan(40);
      expect(why.length, what).toBeLessThanOrEqual(1000);
    }
  });
});

test('what is declared as used is what Firefox is told in the manifest', () => {
  const declared = rowsOf(section('## Data use')).filter(([, , answer]) => answer === 'yes');
  const { required } = manifests[2]?.browser_specific_settings?.gecko.data_collection_permissions ?? {};
  expect(declared.map(([, name]) => name?.replaceAll('`', '')).sort()).toEqual([...(required ?? [])].sort());
});

test('PRIVACY.md names every host that the content security policy lets us reach', () => {
  const reached = /connect-src ([^;]+)/.exec(JSON.stringify(manifests[0]))?.[1]?.split(' ') ?? [];
  expect(reached.length).toBeGreaterThan(0);
  for (const origin of reached) expect(read('PRIVACY.md')).toContain(`\`${new URL(origin).host}\``);
});

test('CHANGELOG.md begins with this version or with what is not released yet', () => {
  const { version } = JSON.parse(read('package.json')) as { version: string };
  expect(/^## (.+)$/m.exec(read('CHANGELOG.md'))?.[1]).toMatch(
    new RegExp(`^(Unreleased|${version.replaceAll('.', '\\.')} – \\d{4}-\\d{2}-\\d{2})$`),
  );
});
