import { describe, expect, test } from 'vitest';
import { type GuestLanguage, guestLanguages } from '../utils/guest-language';
import { type HandoverTexts, loadHandoverTexts } from '../utils/handover-texts';

const languages = Object.keys(guestLanguages) as GuestLanguage[];
const value = '§';

/** Every sentence by its name, with `§` where a value goes. */
function sentencesOf(texts: HandoverTexts): Map<string, string> {
  const { language: _, ...sentences } = texts;
  return new Map(
    Object.entries(sentences).flatMap(([name, sentence]): [string, string][] => {
      if (typeof sentence === 'function') return [[name, sentence(value)]];
      if (typeof sentence === 'string') return [[name, sentence]];
      return Object.entries(sentence).map(([method, text]) => [`${name}.${method}`, text]);
    }),
  );
}

const english = sentencesOf(await loadHandoverTexts('en'));

describe.each(languages)('%s', async (language) => {
  const texts = await loadHandoverTexts(language);
  const sentences = sentencesOf(texts);

  test('is the language that was asked for', () => {
    expect(texts.language).toBe(language);
  });

  test('says every sentence, and each on one line', () => {
    expect([...sentences.keys()]).toEqual([...english.keys()]);
    for (const sentence of sentences.values()) expect(sentence).toMatch(/^\S.*\S$/);
  });

  test('leaves no value out and adds none', () => {
    for (const [name, sentence] of sentences)
      expect(sentence.split(value).length, name).toBe(english.get(name)?.split(value).length);
  });

  test('names the pass as the sign-in page may, and just once', () => {
    const all = [...sentences.values()].join('\n');
    expect(sentences.get('intro')).toContain('Temporary Access Pass');
    expect(all.split('Temporary Access Pass')).toHaveLength(2);
  });

  test('names step 5 and the 10 minutes for a one-time pass', () => {
    expect(sentences.get('oneTime')).toMatch(/\b10\b/);
    expect(sentences.get('oneTime')).toMatch(/\b5\b/);
  });

  test('has a way out for the guest who is not offered a passkey', () => {
    expect(sentences.get('register.passkey')).toContain('Microsoft Authenticator');
  });
});

const pairs = languages.flatMap((one, index) =>
  languages.slice(index + 1).map((other) => [one, other] as const),
);

test.each(pairs)('%s and %s share no sentence', async (one, other) => {
  const others = sentencesOf(await loadHandoverTexts(other));
  for (const [name, sentence] of sentencesOf(await loadHandoverTexts(one)))
    expect(others.get(name), name).not.toBe(sentence);
});

/** Names that stay English everywhere, and words that only look English. */
const names = ['temporary', 'access', 'pass', 'microsoft', 'authenticator', 'passkey'];
const lookAlikes: Partial<Record<GuestLanguage, string[]>> = {
  de: ['app', 'minute'],
  fr: ['page', 'minute', 'minutes', 'e-mail', 'message', 'contact', 'questions', 'application'],
  'pt-BR': ['e-mail', 'for'],
};

test.each(languages.filter((language) => language !== 'en'))(
  '%s has no English word left',
  async (language) => {
    const wordsOf = (sentences: Map<string, string>) =>
      [...sentences.values()].flatMap(
        (sentence) => sentence.toLowerCase().match(/[a-z\u00df-\u024f-]{3,}/g) ?? [],
      );
    const known = new Set(wordsOf(english));
    const left = wordsOf(sentencesOf(await loadHandoverTexts(language))).filter((word) => known.has(word));
    expect(left.filter((word) => !names.includes(word) && !lookAlikes[language]?.includes(word))).toEqual([]);
  },
);
