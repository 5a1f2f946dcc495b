import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { describeImport, describeSettingsFile } from '../components/describe-settings-file';
import { readSettings } from '../utils/settings';
import { readSettingsFile, settingsFileOf, withoutLocked } from '../utils/settings-file';

vi.spyOn(browser.storage.managed, 'get').mockImplementation(async () => ({}));
const settings = await readSettings();
const fileOf = (values: unknown) =>
  JSON.stringify({ format: 'guestpass-settings', version: 1, settings: values });

it('takes back what it has written', () => {
  const changed = {
    ...settings,
    tenantLock: 'contoso.com',
    defaultUse: 'oneTime',
    copyAtOnce: false,
  } as const;
  expect(readSettingsFile(settingsFileOf(changed))).toEqual({ ok: true, settings: changed });
});

it('takes some settings, and a file that an editor of Windows has saved', () => {
  expect(readSettingsFile(`\uFEFF${fileOf({ copyAtOnce: false })}\r\n`)).toEqual({
    ok: true,
    settings: { copyAtOnce: false },
  });
});

describe('says what is wrong with', () => {
  it.each([
    ['nothing', '', 'This file is not JSON.'],
    ['a picture', '\u0089PNG\r\n', 'This file is not JSON.'],
    ['half of a file', fileOf({ copyAtOnce: false }).slice(0, -2), 'This file is not JSON.'],
    ['a number', '1', 'This file was not exported by Guestpass.'],
    ['null', 'null', 'This file was not exported by Guestpass.'],
    ['a list', '[{"format":"guestpass-settings"}]', 'This file was not exported by Guestpass.'],
    [
      'settings of something else',
      '{"settings":{"copyAtOnce":true}}',
      'This file was not exported by Guestpass.',
    ],
    ['a text for its version', '{"format":"guestpass-settings","version":"1"}', 'not exported by Guestpass'],
    [
      'a later version',
      '{"format":"guestpass-settings","version":2,"settings":{}}',
      'exported by a newer Guestpass',
    ],
    ['no settings', '{"format":"guestpass-settings","version":1}', 'This file sets nothing.'],
    ['a list of settings', fileOf([]), 'This file sets nothing.'],
    ['a text of settings', fileOf('clientId'), 'This file sets what can not be.'],
    ['a million characters', `${fileOf({})}${' '.repeat(1_000_000)}`, 'too long'],
  ])('%s', (_, text, cause) => {
    const found = readSettingsFile(text);
    if (found.ok) return expect.unreachable();
    expect(describeSettingsFile(found).cause).toContain(cause);
  });

  it('each setting that can not be, and takes none of the others', () => {
    const found = readSettingsFile(
      fileOf({ clientId: 'x', hidePassAfterSeconds: -1, copyAtOnce: true, defaultUse: 'twice', more: 1 }),
    );
    if (found.ok) return expect.unreachable();
    expect(describeSettingsFile(found)).toEqual({
      cause: 'This file sets what can not be.',
      details: [
        'It sets “Application (client) ID” (clientId) to “x”: a GUID is needed.',
        'It sets “Hide a shown pass after” (hidePassAfterSeconds) to -1: a whole number of seconds from 0 to 86400 is needed.',
        'It sets “One-time use to begin with” (defaultUse) to “twice”: policy, oneTime or multiUse is needed.',
        'It sets “more”, which is not a setting of Guestpass.',
      ],
    });
  });

  it('a name that every object has', () => {
    const text = '{"format":"guestpass-settings","version":1,"settings":{"__proto__":{"copyAtOnce":false}}}';
    const found = readSettingsFile(text);
    expect(found).toEqual({
      ok: false,
      reason: 'problems',
      problems: [{ name: '__proto__', value: { copyAtOnce: false } }],
    });
  });

  it('a thousand names: the first ten', () => {
    const found = readSettingsFile(
      fileOf(Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [`n${i}`, 1]))),
    );
    if (found.ok) return expect.unreachable();
    const { details } = describeSettingsFile(found);
    expect([details.length, details.at(-1)]).toEqual([11, '… and 990 more.']);
  });
});

it('never throws, and takes nothing but settings', () => {
  fc.assert(
    fc.property(fc.json(), fc.string(), (json, text) => {
      for (const file of [json, text, fileOf(JSON.parse(json))]) {
        const found = readSettingsFile(file);
        if (found.ok)
          expect(Object.keys(settings)).toEqual(expect.arrayContaining(Object.keys(found.settings)));
      }
    }),
  );
});

it('leaves what the organisation has set', () => {
  expect(withoutLocked({ copyAtOnce: false, tenantLock: '' }, ['copyAtOnce'])).toEqual({ tenantLock: '' });
  expect(describeImport(2, 1)).toBe('1 setting imported; 1 left as your organization has set it');
  expect(describeImport(3, 3)).toBe('3 settings imported');
});
