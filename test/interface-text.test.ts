import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { browser } from 'wxt/browser';
import { formatParts } from '../components/format-list';
import { failureCodes } from '../utils/failures';
import { guestLanguages } from '../utils/guest-language';
import { interfaceLanguage, plural, text, textParts } from '../utils/interface-text';

type Catalogue = Record<string, { message: string; description?: string }>;

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = `${root}public/_locales`;
const sourceOf = (language: string) => readFileSync(`${folder}/${language}/messages.json`, 'utf8');
const catalogues: Record<string, Catalogue> = Object.fromEntries(
  readdirSync(folder).map((language) => [language, JSON.parse(sourceOf(language))]),
);
const english = catalogues.en ?? {};
const categories = /_(zero|one|two|few|many|other)$/;

/** English's texts that other languages may share: names, and what is nobody's language. */
const sameEverywhere = [
  'badgeNobody',
  'extensionName',
  'labelAndFound',
  'oneAfterTheOther',
  'pauseLasts',
  'requestFromTo',
];
/** Words that a language really has in common with English. */
const sameIn: Record<string, string[]> = {
  de: ['details', 'methodPasskey'],
  fr: ['optionsButton', 'detailMessage', 'messageToGuest', 'phoneMobile', 'unitMinutes'],
  es: ['no'],
  pt_BR: ['quoted', 'methodEmail'],
  zh_CN: ['quoted'],
};

test('the interface speaks the languages of the message to a guest', () => {
  const tags = Object.values(catalogues).map(({ interfaceLanguage }) => interfaceLanguage?.message);
  expect(tags.sort()).toEqual(
    Object.values(guestLanguages)
      .map(({ intl }) => intl)
      .sort(),
  );
});

describe.each(Object.keys(catalogues))('the texts in %s', (language) => {
  const texts = catalogues[language] ?? {};
  const tag = texts.interfaceLanguage?.message ?? '';

  test('are all of them, and no others, with the forms that the language has for numbers', () => {
    const { pluralCategories } = new Intl.PluralRules(tag).resolvedOptions();
    const expected = Object.keys(english).flatMap((key) => {
      const name = key.replace(categories, '');
      if (!(`${name}_other` in english)) return [key];
      return key.endsWith('_other') ? pluralCategories.map((category) => `${name}_${category}`) : [];
    });
    expect(Object.keys(texts).sort()).toEqual(expected.sort());
  });

  test('stand in their order, one a line', () => {
    const lines = Object.entries(texts)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, entry]) => `  "${key}": ${JSON.stringify(entry, null, 1).replace(/\n */g, ' ')}`);
    expect(sourceOf(language)).toBe(`{\n${lines.join(',\n')}\n}\n`);
  });

  test('have names that differ in more than capitals, which browsers do not tell apart', () => {
    const lower = Object.keys(texts).map((key) => key.toLowerCase());
    expect(lower.filter((key, index) => lower.indexOf(key) !== index)).toEqual([]);
  });

  test("name what English names, and use none of the browser's own placeholders", () => {
    for (const [key, { message }] of Object.entries(texts)) {
      const original = english[key] ?? english[key.replace(categories, '_other')];
      // A form for one or two may leave the number away.
      const isForm = categories.test(key) && !key.endsWith('_other');
      const names = (of: string) =>
        [...new Set(of.match(/\{\w+\}/g))].filter((name) => !isForm || name !== '{count}').sort();
      expect(names(message), key).toEqual(names(original?.message ?? ''));
      const bold = (of = '') => of.split(/\{\w+\}/).map((part) => part.split('**').length - 1);
      expect(
        bold(message).filter((marks) => marks % 2),
        `${key}: ** in pairs, around no {name}`,
      ).toEqual([]);
      const sum = (marks: number[]) => marks.reduce((all, more) => all + more, 0);
      expect(sum(bold(message)), `${key}: what is bold`).toBe(sum(bold(original?.message)));
      expect(message, key).not.toMatch(/\$|^\s|\s$| {2}/);
      expect(message, key).not.toBe('');
    }
  });

  test.skipIf(language === 'en')('are translated', () => {
    const same = Object.keys(texts).filter(
      (key) =>
        texts[key]?.message === english[key]?.message &&
        !sameEverywhere.includes(key) &&
        !sameIn[language]?.includes(key),
    );
    expect(same).toEqual([]);
  });
});

test('every text is used somewhere', () => {
  const used = ['components', 'entrypoints', 'utils']
    .flatMap((room) =>
      readdirSync(root + room, { recursive: true, encoding: 'utf8' }).map((f) => `${root}${room}/${f}`),
    )
    .filter((file) => /\.tsx?$/.test(file))
    .concat(`${root}wxt.config.ts`)
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
  const ofFailures = failureCodes.flatMap((code) => [`failure_${code}_cause`, `failure_${code}_next`]);
  const unused = Object.keys(english)
    .filter((key) => !ofFailures.includes(key))
    .map((key) => key.replace(categories, ''))
    .filter((key) => !new RegExp(`\\b(__MSG_)?${key}(__)?\\b`).test(used) && !used.includes(`'${key}'`));
  expect(unused).toEqual([]);
});

describe('in a language with other forms', () => {
  const arabic = catalogues.ar ?? {};
  const inArabic = <T>(work: () => T): T => {
    const { getMessage } = browser.i18n;
    const few: Catalogue = {
      probe_other: { message: '{count} other, {name}' },
      probe_few: { message: '{count} few' },
    };
    browser.i18n.getMessage = ((key: string) => ({ ...arabic, ...few })[key]?.message ?? '') as never;
    try {
      return work();
    } finally {
      browser.i18n.getMessage = getMessage;
    }
  };

  test('numbers take them', () => {
    expect(inArabic(() => plural('probe' as never, 3))).toBe('3 few');
    expect(inArabic(() => plural('probe' as never, 1100, { name: 'x' }))).toBe('1,100 other, \u2068x\u2069');
    expect(inArabic(interfaceLanguage)).toBe('ar-u-nu-latn');
  });

  test('what is filled with what was filled goes from right to left', () => {
    const said = inArabic(() => formatParts(['ساعة', 'TAP', 'الآن']));
    expect(said).toBe('\u2067\u2068ساعة\u2069، \u2068TAP\u2069\u2069، \u2068الآن\u2069');
  });
});

test('a text is filled with what it names, and says where something is missing', () => {
  const { getMessage } = browser.i18n;
  browser.i18n.getMessage = ((key: string) =>
    key === 'interfaceLanguage' ? 'en' : '{a} and {b}, {a}') as never;
  expect(text('extensionName', { a: 1, b: '$1 {a}' })).toBe('1 and $1 {a}, 1');
  expect(text('extensionName', { a: 1 })).toBe('1 and …, 1');
  expect(textParts('extensionName')).toEqual(['', 'a', ' and ', 'b', ', ', 'a', '']);
  browser.i18n.getMessage = getMessage;
});
