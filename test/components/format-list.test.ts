import { afterEach, expect, it } from 'vitest';
import { browser } from 'wxt/browser';
import { formatList } from '../../components/format-list';
import { text } from '../../utils/interface-text';

const { getMessage } = browser.i18n;
afterEach(() => {
  browser.i18n.getMessage = getMessage;
});

it('a list says what is in it, and what is last', () => {
  expect(formatList(['User.Read'])).toBe('User.Read');
  expect(formatList(['User.Read', 'User.Read.All'])).toBe('User.Read and User.Read.All');
});

it('from right to left each name keeps to itself, and the list goes as the sentence does', () => {
  browser.i18n.getMessage = ((key: string) =>
    key === 'interfaceLanguage' ? 'ar-u-nu-latn' : '{sites}') as never;
  const list = formatList(['User.Read', 'User.Read.All']);
  expect(list).toBe('\u2068User.Read\u2069 و\u2068User.Read.All\u2069');
  // In a sentence, from right to left, though it begins with a Latin letter.
  expect(text('accessMissing', { sites: list })).toBe(`\u2067${list}\u2069`);
});
