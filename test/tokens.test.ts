import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, test } from 'vitest';
import { ourStyles, tokensFile } from './run/tokens/our-styles';
import { tokenSheet } from './run/tokens/token-sheet';

const styles = ourStyles();
const sheet = readFileSync(fileURLToPath(new URL(`../${tokensFile}`, import.meta.url)), 'utf8');

describe('the tokens', () => {
  it('are those that the generator makes: after a change of styles run `npm run tokens`', () => {
    expect(sheet.replaceAll('\r\n', '\n')).toBe(tokenSheet(Object.values(styles)));
  });

  it('are named by Fluent', () => {
    expect(() => tokenSheet(['a { color: var(--colorOfOurs) }'])).toThrow('--colorOfOurs');
    expect(tokenSheet(['a { --own: 1px; width: var(--own) }'])).not.toContain('own');
  });

  it('choose light or dark where they are used', () => {
    expect(tokenSheet(['a { color: var(--colorNeutralForeground1); box-shadow: var(--shadow2) }'])).toContain(
      'light-dark(#242424, #ffffff)',
    );
  });
});

/** Paper is white, and ink black, in every theme. */
const deliberate = ['components/hand-over.css: #ffffff', 'components/hand-over.css: #000000'];
const literal =
  /#[\da-f]{3,8}\b|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color|color-mix|light-dark)\(|(?<=[:\s])(?:white|black|red|green|blue|gr[ae]y|yellow|orange)(?=[;\s])/gi;

test('no other color stands in our styles', () => {
  const found = Object.entries(styles).flatMap(([file, text]) =>
    [...text.replace(/\/\*.*?\*\//gs, '').matchAll(literal)].map(([color]) => `${file}: ${color}`),
  );
  expect(found).toEqual(deliberate);
});
