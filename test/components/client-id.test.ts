import { describe, expect, it } from 'vitest';
import { parseClientId } from '../../components/client-id';

const id = '6e57a001-5a9d-4b0c-8c1d-9a55e5b0c0de';

describe('parseClientId', () => {
  it.each([id, ` ${id}\n`, `{${id}}`, ` { ${id} } `, id.toUpperCase()])('takes %j', (text) => {
    expect(parseClientId(text)).toEqual({ ok: true, value: id });
  });

  it.each([
    ['', 'Enter the Application (client) ID'],
    ['  {} ', 'Enter the Application (client) ID'],
    [id.replace('-', '_'), 'Character 9 is “_”, but must be a hyphen (-).'],
    [id.replaceAll('-', ''), 'Character 9 is “5”, but must be a hyphen (-).'],
    [`${id.slice(0, -1)}g`, 'Character 36 is “g”, but must be a digit or a letter from a to f.'],
    ['😀e57', 'Character 1 is “😀”'],
    [id.slice(0, -1), 'This has 35 characters, but the ID has 36.'],
    [`${id}0`, 'This has 37 characters, but the ID has 36.'],
    ['6', 'This has 1 character, but the ID has 36.'],
    [`{${id}`, 'Character 1 is “{”'],
  ])('says what is wrong with %j: %s', (text, problem) => {
    const result = parseClientId(text);
    expect(result.ok ? '' : result.problem).toContain(problem);
  });
});
