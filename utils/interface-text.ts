import { browser } from 'wxt/browser';
import type en from '../public/_locales/en/messages.json';

/** Names one text of `public/_locales`. */
export type TextKey = keyof typeof en;

/** A text that has forms for numbers goes by this name, followed by a category of CLDR: `expired_one`, `expired_other`. */
export type PluralKey = TextKey extends infer Key
  ? Key extends `${infer Name}_other`
    ? Name
    : never
  : never;

/** What stands in the place of `{name}`. */
export type TextValues = Record<string, string | number>;

/**
 * A text in the language of the interface, which is the browser's where we have it, else English; `{name}` is filled
 * from `values`.
 * https://developer.chrome.com/docs/extensions/reference/api/i18n
 */
export function text(key: TextKey, values: TextValues = {}): string {
  return fill(browser.i18n.getMessage(key as never), values);
}

/**
 * A text with the form that its language has for this number, which also fills `{count}`.
 * https://cldr.unicode.org/index/cldr-spec/plural-rules
 */
export function plural(key: PluralKey, count: number, values: TextValues = {}): string {
  return text(pluralKey(key, count), { count, ...values });
}

/** Which text `plural` takes, for who puts elements there. */
export function pluralKey(key: PluralKey, count: number): TextKey {
  return `${key}_${new Intl.PluralRules(interfaceLanguage()).select(count)}` as TextKey;
}

/** The language of the interface as a tag for `Intl`, its digits included: `ar-u-nu-latn`. */
export function interfaceLanguage(): string {
  return text('interfaceLanguage');
}

/** A text cut at its `{name}`s, for who puts elements there: the odd parts are names. */
export function textParts(key: TextKey): string[] {
  return browser.i18n.getMessage(key as never).split(placeholder);
}

const placeholder = /\{(\w+)\}/;

function fill(message: string, values: TextValues): string {
  return message.replace(new RegExp(placeholder, 'g'), (_, name: string) => written(values[name] ?? '…'));
}

/** Numbers as the language writes them; words so that, from left to right among Arabic, they keep to themselves. */
function written(value: string | number): string {
  if (typeof value === 'number') return formatNumber(value);
  if (!/\p{L}/u.test(value) || !isRightToLeft()) return value;
  // What was filled itself is ours, and goes as we do: of a text that is all isolates, the browser would not know.
  return `${value.includes('\u2069') ? '\u2067' : '\u2068'}${value}\u2069`;
}

/** Whether the language of the interface is written from right to left. */
export function isRightToLeft(): boolean {
  return interfaceLanguage().startsWith('ar');
}

function formatNumber(count: number): string {
  return new Intl.NumberFormat(interfaceLanguage()).format(count);
}
