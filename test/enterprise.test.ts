import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, it, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { describeProblem, settingWords } from '../components/setting-words';
import { text } from '../utils/interface-text';
import { readLockedSettings, readPolicyProblems, readSettings } from '../utils/settings';
import { enterpriseFiles } from './run/enterprise/files';
import { policySettings, samplesOf } from './run/enterprise/policy-settings';
import { elementsOf } from './well-formed';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (...path: string[]) => readFileSync(join(root, ...path), 'utf8').replaceAll('\r\n', '\n');
const schema: { properties: Record<string, Record<string, unknown>> } = JSON.parse(
  read('public', 'managed-schema.json'),
);
const settings = policySettings(schema);
const names = settings.map(({ name }) => name);
const samples = samplesOf(settings);
const files = enterpriseFiles(schema);
const paths = Object.keys(files);
const fileAt = (path: string) => files[path] ?? '';

/** What the organisation deployed. */
let policy: Record<string, unknown> = {};
beforeEach(() => {
  fakeBrowser.reset();
  policy = {};
  vi.spyOn(browser.storage.managed, 'get').mockImplementation(async () => policy);
});

describe('the schema', () => {
  it('names every setting with its default, as Options names it', async () => {
    const defaults = await readSettings();
    expect(Object.fromEntries(settings.map(({ name, default: value }) => [name, value]))).toEqual(defaults);
    expect(Object.fromEntries(settings.map(({ name, title }) => [name, title]))).toEqual(
      Object.fromEntries(Object.entries(settingWords).map(([name, { label }]) => [name, text(label)])),
    );
  });

  it.each(names)(
    'gives %s a type that Chromium knows, and nothing that makes it drop a value in silence',
    (name) => {
      const { type, ...rest } = schema.properties[name] ?? {};
      expect(['string', 'boolean', 'integer']).toContain(type);
      for (const attribute of Object.keys(rest))
        expect(['title', 'description', 'default', 'x-minimum', 'x-maximum']).toContain(attribute);
    },
  );

  it.each(settings.filter(({ type }) => type === 'integer'))(
    'has the bounds of $name that settings have',
    async ({ name, minimum = Number.NaN, maximum = Number.NaN, description }) => {
      for (const value of [minimum, maximum]) {
        policy = { [name]: value };
        expect(await readLockedSettings(), String(value)).toEqual([name]);
      }
      for (const value of [minimum - 1, maximum + 1, minimum + 0.5, String(minimum)]) {
        policy = { [name]: value };
        expect(await readPolicyProblems(), String(value)).toEqual([{ name, value }]);
        expect(describeProblem({ name, value }, 'policy')).toContain(
          `from ${minimum} to ${maximum} is needed`,
        );
      }
      expect(description).toContain(`at most ${maximum}`);
    },
  );
});

describe('what the policy sets without effect is said', () => {
  it.each([
    [
      'hidePassAfterSeconds',
      'soon',
      "Your organization's policy sets “Hide a shown pass after” (hidePassAfterSeconds) to “soon”: a whole number of seconds from 0 to 86400 is needed. Ignored.",
    ],
    ['showForMembers', 'true', '“Panel for members” (showForMembers) to “true”: true or false is needed.'],
    ['clientId', { id: 1 }, '(clientId) to {"id":1}: a GUID is needed.'],
    ['tenantLock', 'x'.repeat(99), `“${'x'.repeat(59)}…”`],
    ['clientID', 'a', 'sets “clientID”, which is not a setting of Guestpass. Ignored.'],
    ['toString', 'a', 'not a setting'],
  ])('%s: %j', (name, value, words) => {
    expect(describeProblem({ name, value }, 'policy')).toContain(words);
  });
});

describe('the folder enterprise/', () => {
  it('holds what the generator makes: after a change of the schema run `npm run enterprise`', () => {
    const onDisk = readdirSync(join(root, 'enterprise'), { recursive: true, withFileTypes: true })
      .filter((file) => file.isFile())
      .map(({ parentPath, name }) => join(parentPath, name).slice(join(root, 'enterprise').length + 1))
      .map((path) => path.replaceAll('\\', '/'));
    expect(onDisk.sort()).toEqual([...paths, 'README.md'].sort());
    for (const path of paths)
      expect(read('enterprise', ...path.split('/')), path).toBe(fileAt(path).replaceAll('\r\n', '\n'));
  });

  test.each([...paths, 'README.md'])('%s names every setting', (path) => {
    const text = path === 'README.md' ? read('enterprise', path) : fileAt(path);
    for (const name of names) expect(text).toMatch(new RegExp(`\\b${name}\\b`));
  });

  it.each(paths.filter((path) => /\.(reg|ps1)$/.test(path)))('%s is ASCII, as Windows reads it', (path) => {
    expect(fileAt(path)).toMatch(/^[\t\n\r -~]+$/);
  });

  it('takes ids from the command line, and keeps no word of ours in their place', () => {
    const ids = {
      edge: 'a'.repeat(32),
      chrome: 'b'.repeat(32),
      firefoxUrl: 'https://contoso.com/guestpass.xpi',
    };
    const filled = Object.entries(enterpriseFiles(schema, ids));
    for (const [path, text] of filled) {
      expect(text, path).not.toMatch(/EXTENSION_ID|INSTALL_URL/);
      if (path.startsWith('edge/') && !path.endsWith('.adml')) expect(text, path).toContain(ids.edge);
    }
  });
});

describe.each(['edge', 'chrome'])('for %s', (name) => {
  const path = `${name}/guestpass-${name}`;
  const admx = elementsOf(fileAt(`${path}.admx`));
  const adml = elementsOf(fileAt(`${name}/en-US/guestpass-${name}.adml`));
  const attributes = (elements: typeof admx, element: string, attribute: string) =>
    elements.filter((one) => one.name === element).map((one) => one.attributes[attribute]);

  test('the template has a policy for the installation and one for each setting', () => {
    expect(attributes(admx, 'policy', 'name')).toEqual(['install', ...names]);
    for (const { type, name, minimum, maximum } of settings) {
      const [element] = admx.filter(({ attributes }) => attributes.id === name);
      expect(element?.name).toBe({ string: 'text', integer: 'decimal', boolean: undefined }[type]);
      if (type === 'integer')
        expect(element?.attributes).toMatchObject({ minValue: `${minimum}`, maxValue: `${maximum}` });
    }
  });

  test('every string, presentation, category and definition that the template names exists, and no other', () => {
    const named = (kind: string) =>
      [...fileAt(`${path}.admx`).matchAll(new RegExp(`\\$\\(${kind}\\.(\\w+)\\)`, 'g'))].map(([, id]) => id);
    expect([...new Set(named('string'))].sort()).toEqual(attributes(adml, 'string', 'id').sort());
    expect([...new Set(named('presentation'))].sort()).toEqual(attributes(adml, 'presentation', 'id').sort());
    expect(new Set(attributes(admx, 'parentCategory', 'ref'))).toEqual(
      new Set(attributes(admx, 'category', 'name')),
    );
    expect(
      attributes(admx, 'supportedOn', 'ref')
        .filter(Boolean)
        .every((ref) => ref === 'supported'),
    ).toBe(true);
    expect(attributes(admx, 'definition', 'name')).toEqual(['supported']);
    const asked = ['textBox', 'decimalTextBox'].flatMap((field) => attributes(adml, field, 'refId'));
    const elements = ['text', 'decimal']
      .flatMap((element) => attributes(admx, element, 'id'))
      .filter(Boolean);
    expect(asked).toEqual(elements);
  });

  test('the Intune profile ingests this template and sets each of its policies', () => {
    const { omaSettings } = JSON.parse(fileAt(`${path}-intune.json`));
    const [template, ...rest] = omaSettings as { omaUri: string; value: string }[];
    expect(template?.value).toBe(fileAt(`${path}.admx`));
    const [, ingested] = /ADMXInstall\/(\w+)\/Policy\//.exec(template?.omaUri ?? '') ?? [];
    const [category] = attributes(admx, 'category', 'name');
    expect(rest.map(({ omaUri }) => omaUri)).toEqual(
      ['install', ...names].map(
        (policy) => `./Device/Vendor/MSFT/Policy/Config/${ingested}~Policy~${category}/${policy}`,
      ),
    );
    for (const { value } of rest) {
      const [first, data] = elementsOf(`<value>${value}</value>`).slice(1);
      expect(['enabled', 'disabled']).toContain(first?.name);
      if (data) expect(names).toContain(data.attributes.id);
    }
  });

  test('the registry file has a value for each setting under the key that the template has', () => {
    const [, key = ''] = attributes(admx, 'policy', 'key');
    const [, values = ''] = fileAt(`${path}.reg`).split(`[HKEY_LOCAL_MACHINE\\${key}]\r\n`);
    const entries = values.trim().split('\r\n');
    expect(entries.map((line) => /^"(\w+)"=("\w+"|dword:[0-9a-f]{8})$/.exec(line)?.[1])).toEqual(names);
  });

  test('the Linux policy and the macOS profile hold the same values', () => {
    const [[id, values] = []] = Object.entries(
      JSON.parse(fileAt(`${path}-linux.json`))['3rdparty'].extensions,
    );
    expect(values).toEqual(samples);
    const profile = elementsOf(fileAt(`${path}.mobileconfig`));
    const dictionaries = profile.filter((element) => element.name === 'dict');
    const [payload] = dictionaries
      .filter(({ inside }) => inside.includes(`.extensions.${id}</string>`))
      .slice(-1);
    const pairs = [
      ...(payload?.inside ?? '').matchAll(/<key>(\w+)<\/key>\s*(?:<(\w+)>([^<]*)<|<(true|false)\/>)/g),
    ];
    const found = pairs.map(([, key, type, text, truth]) => [
      key,
      truth ? truth === 'true' : type === 'integer' ? Number(text) : text,
    ]);
    expect(Object.fromEntries(found)).toMatchObject(samples);
    const uuids = profile
      .map(({ inside }) => inside)
      .filter((text) => /^[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}$/.test(text));
    expect(new Set(uuids).size).toBe(3);
  });
});

test('policies.json of Firefox holds the values under the id of the add-on', () => {
  const { policies } = JSON.parse(fileAt('firefox/policies.json'));
  expect(policies['3rdparty'].Extensions).toEqual({ 'guestpass@guestpass': samples });
});

test('a value that nobody filled in is named in Options', async () => {
  policy = samples;
  expect((await readPolicyProblems()).map(({ name }) => name)).toEqual(['clientId', 'tenantLock']);
});

test.each(['<a>', '<a></b>', '<a/><b/>', '<a>&</a>', '<a b="1" b="2"/>', '<a b=1/>', '<a'])(
  '%s is not well-formed',
  (text) => {
    expect(() => elementsOf(text)).toThrow();
  },
);
