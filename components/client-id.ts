import { plural, text } from '../utils/interface-text';
import type { Parsed } from './text-setting';

const shape = 'xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx';

/**
 * Reads an Application (client) ID as people paste it, spaces and braces around it allowed. Positions in
 * problems count the characters of the ID itself, from 1.
 */
export function parseClientId(pasted: string): Parsed {
  const id = pasted
    .trim()
    .replace(/^\{(.*)\}$/, '$1')
    .trim();
  if (id === '') return wrong(text('enterClientId'));
  for (const [index, expected] of [...shape].entries()) {
    const found = [...id][index];
    if (found === undefined) break;
    if (expected === '-' && found !== '-')
      return wrong(text('characterMustBeHyphen', { position: index + 1, found }));
    if (expected === 'x' && !/[0-9a-f]/i.test(found))
      return wrong(text('characterMustBeHex', { position: index + 1, found }));
  }
  const { length } = [...id];
  if (length !== shape.length) return wrong(plural('clientIdLength', length, { needed: shape.length }));
  return { ok: true, value: id.toLowerCase() };
}

function wrong(problem: string): Parsed {
  return { ok: false, problem };
}
