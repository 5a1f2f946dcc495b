import { describe, expect, test } from 'vitest';
import { type GuestLanguage, guestLanguageOf, guestLanguages } from '../utils/guest-language';

const found: [preferredLanguage: string, language: GuestLanguage][] = [
  ['en', 'en'],
  ['en-GB', 'en'],
  ['EN-us', 'en'],
  ['de-AT', 'de'],
  ['de_DE', 'de'],
  [' de-CH ', 'de'],
  ['de-DE, en;q=0.8', 'de'],
  ['fr-CA', 'fr'],
  ['es-ES', 'es'],
  ['es-419', 'es'],
  ['pt', 'pt-BR'],
  ['pt-BR', 'pt-BR'],
  ['pt-PT', 'pt-BR'],
  ['ja-JP', 'ja'],
  ['zh', 'zh-Hans'],
  ['zh-CN', 'zh-Hans'],
  ['zh-SG', 'zh-Hans'],
  ['zh-Hans-HK', 'zh-Hans'],
  ['ar', 'ar'],
  ['ar-EG', 'ar'],
];

test.each(found)('%j is read in %s', (preferredLanguage, language) => {
  expect(guestLanguageOf(preferredLanguage)).toBe(language);
});

// Traditional Chinese gets no simplified text, Persian no Arabic one. The rest is no language at all.
const others = [
  'zh-TW',
  'zh-HK',
  'zh-Hant',
  'it-IT',
  'fa',
  'nl',
  '',
  ' ',
  '-',
  'Deutsch!',
  'constructor',
  'x-de',
];

test.each([...others, null, undefined, 7, {}, ['de']])('%j is none of ours', (preferredLanguage) => {
  expect(guestLanguageOf(preferredLanguage)).toBeUndefined();
});

describe.each(Object.entries(guestLanguages))('%s', (language, { name, direction, intl }) => {
  test('finds itself', () => {
    expect(guestLanguageOf(language)).toBe(language);
    expect(guestLanguageOf(intl)).toBe(language);
  });

  test('is named in itself', () => {
    const own = new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? '';
    expect(name.toLowerCase()).toBe(own.toLowerCase());
  });

  test('runs as its script does', () => {
    expect(direction).toBe(language === 'ar' ? 'rtl' : 'ltr');
  });
});
