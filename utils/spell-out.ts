import type { SpellingWords } from './spell-out-words';

/** One character of a pass and how to say it on the phone. */
export type SpelledCharacter = { character: string; say: string };

const groupLength = 4;

/** A pass in groups of four characters (the last may be shorter), each with the words to say it by. */
export function spellOut(pass: string, words: SpellingWords): SpelledCharacter[][] {
  const spelled = [...pass].map((character) => ({ character, say: wordFor(character, words) }));
  const groups = Math.ceil(spelled.length / groupLength);
  return Array.from({ length: groups }, (_, index) =>
    spelled.slice(index * groupLength, (index + 1) * groupLength),
  );
}

function wordFor(character: string, { letters, capital, small, others, unnamed }: SpellingWords): string {
  if (isIn(letters, character)) return small(letters[character]);
  // Not `toLowerCase` alone: the Kelvin sign is no capital k.
  const lower = /^[A-Z]$/.test(character) ? character.toLowerCase() : '';
  if (isIn(letters, lower)) return capital(letters[lower]);
  if (isIn(others, character)) return others[character];
  return unnamed(`U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`);
}

function isIn<Table extends object>(table: Table, key: PropertyKey): key is keyof Table {
  return Object.hasOwn(table, key);
}
