/** The most that Microsoft Graph gives a display name. https://learn.microsoft.com/graph/api/resources/user */
const longestName = 256;

/** Joins words, letters and lines in real names and emoji; can't be seen, and can't turn anything around. */
const harmless = /\u00ad|\u061c|[\u200c-\u200f]|[\ufe00-\ufe0f]/;

/** Can't be seen: controls, lone surrogates, bidi embeddings, overrides and isolates, fillers, zero-width characters. */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}]/gu;

/**
 * A text of strangers as it may be shown: one line, at most `longest` characters (then with `…`), and `�` for what
 * can't be seen. Letters of all scripts stay. It can still say anything: it is shown isolated, never as our own words.
 */
export function shownText(text: string, longest = longestName): string {
  const line = text
    // Before all else: a text may have any length.
    .slice(0, 4 * longest)
    .replace(/[^\S\ufeff]+/gu, ' ')
    // Security: one override turns around what stands after it, and a character without width makes two names of one.
    .replace(unseen, (character) => (harmless.test(character) ? character : '\ufffd'))
    // A heap of accents would cover the lines above and below.
    .replace(/(\p{M}{4})\p{M}+/gu, '$1')
    .trim();
  const characters = [...line];
  return characters.length > longest ? `${characters.slice(0, longest - 1).join('')}…` : line;
}

/** A shown text inside a sentence: what is written from right to left keeps to itself there. */
export function isolatedText(text: string): string {
  const shown = shownText(text);
  return /[^ -~]/.test(shown) ? `\u2068${shown}\u2069` : shown;
}
