import { interfaceLanguage, text } from '../utils/interface-text';

/** Things one after the other, and the last: `a, b, and c`. */
export function formatList(items: readonly string[]): string {
  return new Intl.ListFormat(interfaceLanguage(), { type: 'conjunction' }).format(items);
}

/** Parts of one statement: `1 hour, one-time: yes`; of none, nothing. */
export function formatParts(parts: readonly string[]): string {
  return parts.reduce((before, next) => (before ? text('oneAfterTheOther', { before, next }) : next), '');
}
