import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainName } from '../utils/plain-name';

const kept = [
  'Ines Contractor',
  'Ines Contractor (Fabrikam)',
  "Siobhán O'Neill-Smith",
  'Müller & Söhne GmbH, Köln',
  'Contoso 365',
  'José María Núñez',
  'Dr. A. Weiß',
  'Fabrikam, Inc.',
  '山田・太郎',
  'محمد العلي',
  'प्रिया शर्मा',
];

test.each(kept)('%s stays as it is', (name) => {
  expect(plainName(name)).toBe(name);
});

const changed: [why: string, name: string, plain: string][] = [
  ['line breaks', 'Ines\r\nYour pass:\nabc', 'Ines Your pass abc'],
  ['other separators', 'Ines\u2028Contractor\u2029\u0085x', 'Ines Contractor x'],
  ['control characters', 'Ines\u0000\u0007\u001b[31mRed', 'Ines 31mRed'],
  ['bidi controls', '\u202eInes\u202c \u2066Contractor\u2069\u200f', 'Ines Contractor'],
  ['zero-width characters', 'I\u200bn\u00ades\ufeff\u3164\u034f', 'Ines'],
  ['markup', '<a href="x">**Ines**</a> [Contractor](x)', 'a href x Ines a Contractor (x)'],
  ['an address', 'https://evil.example/a?b=c#d', 'https evil. example a b c d'],
  ['a bare host', 'evil.example', 'evil. example'],
  ['a host behind dots', 'a..evil...example', 'a.. evil... example'],
  ['a host in other dots', 'evil．example evil。example', 'evil example evil example'],
  ['a mail address', 'ines@evil.example', 'ines evil. example'],
  ['an IP address', '192.0.2.1', '192. 0. 2. 1'],
  ['white space', '  Ines \t\u00a0\u3000 Contractor ', 'Ines Contractor'],
  ['emoji', 'Ines 👩🏽‍🔧 Contractor', 'Ines Contractor'],
  ['nothing of a name', '<>\n\u202e', ''],
];

test.each(changed)('without %s', (_, name, plain) => {
  expect(plainName(name)).toBe(plain);
});

test('at most 64 characters, none of them cut in two', () => {
  const long = plainName('𠮷'.repeat(100));
  expect([...long]).toHaveLength(64);
  expect(long).toBe(`${'𠮷'.repeat(63)}…`);
  expect(plainName('a'.repeat(64))).toBe('a'.repeat(64));
});

test('whatever the name: one line that holds no address and turns nothing around', () => {
  const units = (characters: fc.Arbitrary<string>) => fc.array(characters).map((all) => all.join(''));
  const hostile = fc.constantFrom(...'ab.:/@<>[]()\n\r\t\u2028\u202e\u2066\u200b\ud800 1');
  const anything = fc.integer({ min: 0, max: 0x10ffff }).map((codePoint) => String.fromCodePoint(codePoint));
  fc.assert(
    fc.property(fc.oneof(units(hostile), units(anything)), (name) => {
      const plain = plainName(name);
      expect(plain).not.toMatch(/[\p{C}\p{Zl}\p{Zp}:/@<>[\]]|\s\s|^\s|\s$/u);
      expect(plain).not.toMatch(/\.[\p{L}\p{N}]/u);
      expect([...plain].length).toBeLessThanOrEqual(64);
    }),
  );
});
