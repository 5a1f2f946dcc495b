import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import english from '../public/_locales/en/messages.json';
import { type FailureCode, failureCodes, isFailureCode } from '../utils/failures';

const root = fileURLToPath(new URL('.', import.meta.url));
const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(test|e2e)\.ts$|^e2e\/.*\.ts$/.test(file))
  .map((file) => ({ file, source: readFileSync(`${root}/${file}`, 'utf8') }));

/** Where a Microsoft cloud answers, in a browser or without one; unit tests of words and tables meet nothing. */
const inSandbox = sources.filter(
  ({ file, source }) =>
    file.startsWith('e2e/') || /from '\.\/(sandbox\/server|graph-in-sandbox)'/.test(source),
);

/** Strings of a source, but those that a test throws itself in the place of a service. */
function stringsIn(source: string): string[] {
  const met = source.replace(/new FailureError\([^)]*\)/g, '');
  return [...met.matchAll(/'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"/g)].map(
    ([, one, other]) => one ?? other ?? '',
  );
}

/** The codes whose words hold this text; values are filled in by others. */
function spokenBy(text: string): FailureCode[] {
  return failureCodes.filter((code) =>
    [english[`failure_${code}_cause`], english[`failure_${code}_next`]].some(({ message }) =>
      message.includes(text),
    ),
  );
}

/** The failure that a string of such a test expects, by its code or by words that no other failure has. */
function metBy(text: string): FailureCode | undefined {
  if (isFailureCode(text)) return text;
  const codes = text.length > 12 ? spokenBy(text) : [];
  return codes.length === 1 ? codes[0] : undefined;
}

test('every failure is met where a service can cause it', () => {
  const met = new Set(inSandbox.flatMap(({ source }) => stringsIn(source).map(metBy)));
  const unmet = failureCodes.filter((code) => !met.has(code));
  expect(unmet, 'Cause them in a test against the sandbox, or leave them out of the catalogue.').toEqual([]);
});
