type Letter =
  | ('a' | 'b' | 'c' | 'd' | 'e' | 'f' | 'g' | 'h' | 'i' | 'j' | 'k' | 'l' | 'm')
  | ('n' | 'o' | 'p' | 'q' | 'r' | 's' | 't' | 'u' | 'v' | 'w' | 'x' | 'y' | 'z');

type DigitOrSymbol =
  | ('0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9' | ' ' | '!' | '"' | '#' | '$' | '%' | '&')
  | ("'" | '(' | ')' | '*' | '+' | ',' | '-' | '.' | '/' | ':' | ';' | '<' | '=' | '>' | '?' | '@')
  | ('[' | '\\' | ']' | '^' | '_' | '`' | '{' | '|' | '}' | '~');

/** The words of one language for every printable ASCII character, and how it tells the case of a letter. */
export type SpellingWords = {
  letters: Record<Letter, string>;
  capital: (word: string) => string;
  small: (word: string) => string;
  others: Record<DigitOrSymbol, string>;
  /** A character of no name, by its code point as `U+00E9`. */
  unnamed: (codePoint: string) => string;
};

/** English, with the ICAO alphabet. https://www.icao.int/Pages/AlphabetRadiotelephony.aspx */
export const englishSpelling: SpellingWords = {
  letters: {
    a: 'Alfa',
    b: 'Bravo',
    c: 'Charlie',
    d: 'Delta',
    e: 'Echo',
    f: 'Foxtrot',
    g: 'Golf',
    h: 'Hotel',
    i: 'India',
    j: 'Juliett',
    k: 'Kilo',
    l: 'Lima',
    m: 'Mike',
    n: 'November',
    o: 'Oscar',
    p: 'Papa',
    q: 'Quebec',
    r: 'Romeo',
    s: 'Sierra',
    t: 'Tango',
    u: 'Uniform',
    v: 'Victor',
    w: 'Whiskey',
    x: 'X-ray',
    y: 'Yankee',
    z: 'Zulu',
  },
  capital: (word) => `capital ${word}`,
  small: (word) => word.toLowerCase(),
  others: {
    '0': 'zero',
    '1': 'one',
    '2': 'two',
    '3': 'three',
    '4': 'four',
    '5': 'five',
    '6': 'six',
    '7': 'seven',
    '8': 'eight',
    '9': 'nine',
    ' ': 'space',
    '!': 'exclamation mark',
    '"': 'double quotation mark',
    '#': 'hash sign',
    $: 'dollar sign',
    '%': 'percent sign',
    '&': 'ampersand',
    "'": 'apostrophe',
    '(': 'opening round bracket',
    ')': 'closing round bracket',
    '*': 'asterisk',
    '+': 'plus sign',
    ',': 'comma',
    '-': 'hyphen',
    '.': 'full stop',
    '/': 'forward slash',
    ':': 'colon',
    ';': 'semicolon',
    '<': 'less-than sign',
    '=': 'equals sign',
    '>': 'greater-than sign',
    '?': 'question mark',
    '@': 'at sign',
    '[': 'opening square bracket',
    '\\': 'backslash',
    ']': 'closing square bracket',
    '^': 'caret',
    _: 'underscore',
    '`': 'backtick',
    '{': 'opening curly bracket',
    '|': 'vertical bar',
    '}': 'closing curly bracket',
    '~': 'tilde',
  },
  unnamed: (codePoint) => `character ${codePoint}`,
};
