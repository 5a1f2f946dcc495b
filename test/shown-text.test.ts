import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isolatedText, shownText } from '../utils/shown-text';

const kept = [
  'Ines Contractor',
  'محمد العلي',
  'प्रिया शर्मा',
  'ผู้รับเหมา',
  'Nguyễn Văn A',
  'می\u200cخواهم',
  '山田・太郎',
  'Ines 👩🏽‍🔧 ❤\ufe0f',
  '<img src=x onerror=alert(1)></script>',
  'Pass issued and copied',
];

test.each(kept)('%s stays as it is: it is text, and no more', (text) => {
  expect(shownText(text)).toBe(text);
});

const changed: [why: string, text: string, shown: string][] = [
  ['line breaks', 'Ines\r\nPass issued\u2028and\u2029copied\u0085!', 'Ines Pass issued and copied�!'],
  ['controls', 'Ines\u0000\u0007\u001b[31m', 'Ines���[31m'],
  ['an override', 'Ines \u202egnp.moc\u202c', 'Ines �gnp.moc�'],
  ['the end of an isolate that is not its own', 'Ines\u2069 Avery\u2066', 'Ines� Avery�'],
  ['characters without width', 'i\u200bn\u2060e\ufeffs\u3164', 'i�n�e�s�'],
  ['half a character', 'Ines \ud800', 'Ines �'],
  ['letters for machines', 'Ines\u{e0041}', 'Ines�'],
  ['a heap of accents', `I${'\u0301'.repeat(500)}nes`, `I${'\u0301'.repeat(4)}nes`],
  ['white space', '  Ines \t\u00a0\u3000 Contractor ', 'Ines Contractor'],
];

test.each(changed)('shows %s', (_, text, shown) => {
  expect(shownText(text)).toBe(shown);
});

test('has an end, whatever the length', () => {
  expect([...shownText('𠮷'.repeat(5000))]).toHaveLength(256);
  expect(shownText('a'.repeat(256))).toBe('a'.repeat(256));
  // What took time with the square of the length would not come to an end here.
  expect([...shownText('\u202e \u0301'.repeat(3_000_000))].length).toBeLessThanOrEqual(256);
});

test('keeps to itself in a sentence when it is not plain ASCII', () => {
  expect(isolatedText('Contoso')).toBe('Contoso');
  expect(isolatedText('شركة \u2069')).toBe('\u2068شركة �\u2069');
});

test('whatever the text: nothing turns around what follows, and nothing is unseen but joiners', () => {
  const unit = fc.oneof(
    fc.constantFrom(...'a <\u202e\u2066\u2069\u200b\u200d\u0301\ud800\n'),
    fc.integer({ min: 0, max: 0x10ffff }).map((code) => String.fromCodePoint(code)),
  );
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 400 }), (units) => {
      const shown = shownText(units.join(''));
      expect(shown).not.toMatch(/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069\u200b\ufeff]|\s\s|\p{M}{5}/u);
      expect([...shown].length).toBeLessThanOrEqual(256);
    }),
  );
});
