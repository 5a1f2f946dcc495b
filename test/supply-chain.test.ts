import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, test } from 'vitest';
import { shippedPackages, shippedSbom } from './run/shipped-packages.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const json = (...path: string[]) => JSON.parse(readFileSync(join(root, ...path), 'utf8'));

type Locked = {
  version?: string;
  integrity?: string;
  resolved?: string;
  link?: boolean;
  dependencies?: object;
  devDependencies?: object;
};
const { '': own, ...packages } = json('package-lock.json').packages as Record<string, Locked>;
const { dependencies, devDependencies, overrides, scripts } = json('package.json') as Record<
  string,
  Record<string, string>
>;

describe('what is installed', () => {
  test.each(Object.entries({ ...dependencies, ...devDependencies, ...overrides }))(
    '%s is pinned to one version',
    // Fluent's tokens are an alpha for good.
    (_, version) => expect(version).toMatch(/^\d+\.\d+\.\d+(-alpha\.\d+)?$/),
  );

  test('is what package.json asks for', () => {
    expect(own).toMatchObject({ dependencies, devDependencies });
    for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies }))
      expect(packages[`node_modules/${name}`]?.version, name).toBe(version);
  });

  test('is held to its contents, and comes from the registry only', () => {
    const loose = Object.entries(packages).filter(
      ([, { integrity = '', resolved = 'https://registry.npmjs.org/', link }]) =>
        link || !integrity.startsWith('sha512-') || !resolved.startsWith('https://registry.npmjs.org/'),
    );
    expect(loose.map(([path]) => path)).toEqual([]);
  });

  test('runs nothing while it is installed, and neither do we', () => {
    expect(readFileSync(join(root, '.npmrc'), 'utf8')).toMatch(/^ignore-scripts=true$/m);
    expect(
      Object.keys(scripts ?? {}).filter((name) => /^(pre|post)|install|prepare|publish/.test(name)),
    ).toEqual([]);
    expect(readFileSync(join(root, 'test/run/set-up.mjs'), 'utf8')).toContain("['ci', '--ignore-scripts'");
  });
});

/** Foreign code in the archives, and why it is there. A new line is a decision: `SECURITY.md` speaks of it. */
const shipped: Record<string, string> = {
  '@azure/msal-browser': 'sign-in',
  '@azure/msal-common': 'the half of MSAL that all its platforms share',
  '@microsoft/microsoft-graph-client': 'Microsoft Graph',
  '@wxt-dev/browser': 'the one name for `chrome` and `browser`',
  preact: 'what the admin sees',
  tslib: 'what the Graph client was compiled with',
  valibot: 'nothing from the wire is believed unread',
  wxt: 'starts the background and the content script',
};

/** Hosts that the code names, and why. What it may reach is said by the manifest's `connect-src`. */
const hosts: Record<string, string> = {
  'login.microsoftonline.com': 'sign-in',
  'entra.microsoft.com': 'the portal',
  'graph.microsoft.com': 'Microsoft Graph; a text for the admin who registers the app with the Azure CLI',
  'mysignins.microsoft.com': 'where the guest registers a method; a text for the guest',
  'aka.ms': "shown to the guest; MSAL's hints to developers",
  'www.w3.org': 'names of XML namespaces',
  'login.microsoftonline.us': 'MSAL: clouds it knows',
  'login.microsoftonline.de': 'MSAL: clouds it knows',
  'login.chinacloudapi.cn': 'MSAL: clouds it knows',
  'account.activedirectory.windowsazure.cn': 'the cloud in China: a text for the guest',
  '169.254.169.254': 'MSAL: asks for its region where it runs in Azure; never here',
};

describe.each(['chrome', 'edge', 'firefox'])('the %s build', (browser) => {
  const folder = join(root, '.output', `${browser}-mv3`);
  if (!existsSync(folder)) throw new Error('Nothing is built yet: run `npm run build` first.');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const read = (file: string) => readFileSync(join(folder, file), 'utf8');
  const code = files.filter((file) => /\.(js|css|html)$/.test(file));

  test('holds the code of the packages named here, each with its license', () => {
    const found = shippedPackages(read('licenses.txt'));
    expect(found.map(({ ref }) => ref.replace(/@[^@]+$/, ''))).toEqual(Object.keys(shipped).sort());
    for (const { ref, license } of found) {
      expect(['MIT', '0BSD'], ref).toContain(license);
      const [, name, version] = /^(.+)@(.+)$/.exec(ref) ?? [];
      expect(packages[`node_modules/${name}`]?.version, ref).toBe(version);
    }
  });

  test('holds the license of the icons beside them', () => {
    expect(read('licenses.txt')).toMatch(
      /^Fluent System Icons,[\s\S]+\n\nMIT License\. Copyright \(c\) \d+ Microsoft Corporation\n/m,
    );
  });

  test('loads nothing from elsewhere and makes no code of text', () => {
    expect(
      files.filter((file) => !/(\.(js|css|html|json|svg|png|txt)|^[a-z-]+|_locales.*)$/.test(file)),
    ).toEqual([]);
    for (const file of code) {
      const text = read(file);
      expect(text, file).not.toMatch(/\bnew Function\b|\beval\(|\bimportScripts\b|\bdocument\.write/);
      expect(text, file).not.toMatch(/\bimport\(\s*["'`](?:https?:)?\/\//);
      expect(text, file).not.toMatch(/(?:src|href)=["'](?:https?:)?\/\/|url\(["']?(?:https?:)?\/\/|@import/);
    }
  });

  test('names no host but those that have a reason', () => {
    const named = code.flatMap((file) => [...read(file).matchAll(/\b(?:https?|wss?):\/\/([\w.-]+)/g)]);
    expect([...new Set(named.map(([, host]) => host ?? ''))].sort()).toEqual(Object.keys(hosts).sort());
  });
});

it('makes a bill of materials of what ships, whoever asked for it, the same each time', () => {
  const component = (ref: string, scope: string) => ({ 'bom-ref': ref, scope, properties: ['development'] });
  const sbom = shippedSbom(
    {
      serialNumber: 'urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79',
      metadata: { timestamp: '2026-11-26T20:00:00Z', component: { 'bom-ref': 'own@1.0.0', name: 'main' } },
      components: [
        component('a@1.0.0', 'required'),
        component('b@2.0.0', 'optional'),
        component('c@3.0.0', 'required'),
      ],
      dependencies: [
        { ref: 'own@1.0.0', dependsOn: ['a@1.0.0', 'c@3.0.0'] },
        { ref: 'a@1.0.0', dependsOn: ['b@2.0.0'] },
        { ref: 'c@3.0.0', dependsOn: [] },
      ],
    },
    ['a@1.0.0', 'b@2.0.0'],
    'guestpass',
  );
  expect(sbom).toEqual({
    metadata: { component: { 'bom-ref': 'own@1.0.0', name: 'guestpass' } },
    components: [
      { 'bom-ref': 'a@1.0.0', scope: 'required' },
      { 'bom-ref': 'b@2.0.0', scope: 'required' },
    ],
    dependencies: [
      { ref: 'own@1.0.0', dependsOn: ['a@1.0.0'] },
      { ref: 'a@1.0.0', dependsOn: ['b@2.0.0'] },
    ],
  });
  expect(() => shippedSbom(sbom, ['d@4.0.0'], 'guestpass')).toThrow('d@4.0.0');
});
