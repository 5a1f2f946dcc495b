/** The texts of one language, as `public/_locales` has them: with `{name}`s, and forms for numbers in keys of their own. */
export type Catalogue = Record<string, { message: string }>;

/** From what the interface says in English to what it says in another language. */
export type Translation = {
  /** What a whole text may be called; the English last, for what has no translation. */
  names(english: string): string[];
  /** Of what a text may consist that has these English words in it; the English last. */
  parts(english: string): string[];
};

/**
 * Finds texts by their English words, filled or not. Where English says one thing in several places, the other
 * language may say several: all of them are given.
 */
export function createTranslation(english: Catalogue, other: Catalogue): Translation {
  const texts = Object.entries(english).map(([key, { message }]) => ({
    message,
    translations: translationsOf(key, other),
    ...patternOf(message),
  }));

  function names(words: string): string[] {
    const found = texts.flatMap(({ message, translations, names, pattern }) => {
      if (message === words) return translations;
      const match = pattern?.exec(words);
      if (!match) return [];
      const values = names.map((name, index) => [name, translated(match[index + 1] ?? '')] as const);
      return translations.map((translation) => fill(translation, new Map(values)));
    });
    return [...new Set([...found, words])];
  }
  /** What is filled in can be a text, too. */
  const translated = (value: string) => (value ? names(value)[0] : undefined) ?? value;

  return {
    names,
    parts(words) {
      const around = texts.filter(({ message }) => message !== words && message.includes(words));
      const longest = around.flatMap(({ translations }) => translations.map(longestLiteral));
      return [...new Set([...names(words).slice(0, -1), ...longest, words])];
    },
  };
}

const placeholder = /\{(\w+)\}/;
const form = /_(zero|one|two|few|many|other)$/;

/** In all forms that the other language has for numbers. */
function translationsOf(key: string, other: Catalogue): string[] {
  const name = key.replace(form, '');
  const keys = name === key ? [key] : Object.keys(other).filter((key) => key.replace(form, '') === name);
  return keys.flatMap((key) => other[key]?.message ?? []);
}

/** None where nothing is left without what is filled in: it would be anything. */
function patternOf(message: string): { names: string[]; pattern?: RegExp } {
  const parts = message.split(placeholder);
  const names = parts.filter((_, index) => index % 2);
  if (!names.length || !/\p{L}{2}/u.test(literalsOf(message).join(''))) return { names };
  const source = parts.map((part, index) =>
    index % 2 ? '(.+?)' : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'),
  );
  return { names, pattern: new RegExp(`^${source.join('')}$`, 'su') };
}

const literalsOf = (message: string) => message.split(placeholder).filter((_, index) => index % 2 === 0);

const longestLiteral = (message: string) =>
  literalsOf(message)
    .map((literal) => literal.trim())
    .reduce((longest, literal) => (literal.length > longest.length ? literal : longest));

const fill = (message: string, values: Map<string, string>) =>
  message.replace(new RegExp(placeholder, 'g'), (whole, name: string) => values.get(name) ?? whole);
