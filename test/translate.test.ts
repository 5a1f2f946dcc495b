import { describe, expect, it } from 'vitest';
import { createTranslation } from './e2e/translate';

const { names, parts } = createTranslation(
  {
    issue: { message: 'Issue TAP' },
    close: { message: 'Close' },
    near: { message: 'Close' },
    registered: { message: 'Registered: {methods}' },
    authenticator: { message: 'Microsoft Authenticator' },
    copied: { message: 'Copied. Valid until {time}.' },
    found_one: { message: '{count} guest' },
    found_other: { message: '{count} guests' },
    pair: { message: '{a}: {b}' },
    untranslated: { message: 'Only here' },
  },
  {
    issue: { message: 'TAP ausstellen' },
    close: { message: 'Schließen' },
    near: { message: 'Nah' },
    registered: { message: '{methods} ist registriert' },
    authenticator: { message: 'der Authenticator' },
    copied: { message: '{time}: so lange gilt die Kopie.' },
    found_few: { message: '{count} paar Gäste' },
    found_other: { message: '{count} Gäste' },
    pair: { message: '{b} – {a}' },
  },
);

describe('names', () => {
  it.each<[string, string, string[]]>([
    ['a text', 'Issue TAP', ['TAP ausstellen', 'Issue TAP']],
    ['one that English says twice', 'Close', ['Schließen', 'Nah', 'Close']],
    ['what is filled in', 'Registered: Ines', ['Ines ist registriert', 'Registered: Ines']],
    [
      'a text in a text',
      'Registered: Microsoft Authenticator',
      ['der Authenticator ist registriert', 'Registered: Microsoft Authenticator'],
    ],
    ['every form for a number', '7 guests', ['7 paar Gäste', '7 Gäste', '7 guests']],
    ['what is nobody’s text', 'TAP Contractors', ['TAP Contractors']],
    ['what is not translated', 'Only here', ['Only here']],
    ['nothing by a text that could be any', 'Ines: Contoso', ['Ines: Contoso']],
  ])('finds %s', (_, english, expected) => {
    expect(names(english)).toEqual(expected);
  });
});

describe('parts', () => {
  it.each<[string, string, string[]]>([
    ['the longest words of the text around', 'Copied', [': so lange gilt die Kopie.', 'Copied']],
    ['the text itself', 'Issue TAP', ['TAP ausstellen', 'Issue TAP']],
    ['what is nobody’s text', 'in Contoso', ['in Contoso']],
  ])('finds %s', (_, english, expected) => {
    expect(parts(english)).toEqual(expected);
  });
});
