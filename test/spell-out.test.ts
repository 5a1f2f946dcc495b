import { expect, test } from 'vitest';
import { spellOut } from '../utils/spell-out';
import { englishSpelling } from '../utils/spell-out-words';

const spell = (pass: string) => spellOut(pass, englishSpelling);
const say = (character: string) => spell(character)[0]?.[0]?.say;
const printable = Array.from({ length: 0x7f - 0x20 }, (_, index) => String.fromCharCode(0x20 + index));

test('makes groups of four, the last as long as it is', () => {
  expect(spell('Mm7!a')).toEqual([
    [
      { character: 'M', say: 'capital Mike' },
      { character: 'm', say: 'mike' },
      { character: '7', say: 'seven' },
      { character: '!', say: 'exclamation mark' },
    ],
    [{ character: 'a', say: 'alfa' }],
  ]);
  expect(spell('')).toEqual([]);
  expect(spell('x'.repeat(48)).map((group) => group.length)).toEqual(Array(12).fill(4));
});

test('loses no character on the way', () => {
  const pass = printable.join('');
  expect(
    spell(pass)
      .flat()
      .map(({ character }) => character)
      .join(''),
  ).toBe(pass);
});

test('has a word of its own for every printable character', () => {
  const words = printable.map(say);
  expect(new Set(words).size).toBe(printable.length);
  for (const word of words) expect(word).toMatch(/^[a-z-]+( [A-Za-z-]+)*$/);
});

test('begins the word of a letter with that letter', () => {
  for (const letter of 'abcdefghijklmnopqrstuvwxyz') {
    expect(say(letter)).toMatch(new RegExp(`^${letter}`));
    expect(say(letter.toUpperCase())).toMatch(new RegExp(`^capital ${letter.toUpperCase()}`));
  }
});

test.each([
  ['é', 'character U+00E9'],
  ['😀', 'character U+1F600'],
  // Looks like a K, and its small letter is k.
  ['\u212a', 'character U+212A'],
  ['\u0430', 'character U+0430'],
])('names %s by its code point', (character, word) => {
  expect(spell(character)).toEqual([[{ character, say: word }]]);
});
