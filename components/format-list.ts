import { interfaceLanguage, isRightToLeft, text } from '../utils/interface-text';

/** Things one after the other, and the last: `a, b, and c`. */
export function formatList(items: readonly string[]): string {
  // Names from left to right keep to themselves, or the whole list would run their way.
  const apart = isRightToLeft() ? items.map((item) => `\u2068${item}\u2069`) : items;
  return new Intl.ListFormat(interfaceLanguage(), { type: 'conjunction' }).format(apart);
}

/** Parts of one statement: `1 hour, one-time: yes`; of none, nothing. */
export function formatParts(parts: readonly string[]): string {
  return parts.reduce((before, next) => (before ? text('oneAfterTheOther', { before, next }) : next), '');
}
