import type { Parsed } from './text-setting';

const shape = 'xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx';

/**
 * Reads an Application (client) ID as people paste it, spaces and braces around it allowed. Positions in
 * problems count the characters of the ID itself, from 1.
 */
export function parseClientId(text: string): Parsed {
  const id = text
    .trim()
    .replace(/^\{(.*)\}$/, '$1')
    .trim();
  if (id === '') return wrong('Enter the Application (client) ID of your app registration.');
  for (const [index, expected] of [...shape].entries()) {
    const found = [...id][index];
    if (found === undefined) break;
    if (expected === '-' && found !== '-')
      return wrong(`Character ${index + 1} is “${found}”, but must be a hyphen (-).`);
    if (expected === 'x' && !/[0-9a-f]/i.test(found))
      return wrong(`Character ${index + 1} is “${found}”, but must be a digit or a letter from a to f.`);
  }
  const { length } = [...id];
  if (length !== shape.length)
    return wrong(
      `This has ${length} ${length === 1 ? 'character' : 'characters'}, but the ID has ${shape.length}.`,
    );
  return { ok: true, value: id.toLowerCase() };
}

function wrong(problem: string): Parsed {
  return { ok: false, problem };
}
