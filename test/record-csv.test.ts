import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { recordCsv } from '../utils/record-csv';
import type { RecordEntry } from '../utils/record-entry';

const entry: RecordEntry = {
  id: '7',
  at: '2026-11-23T13:00:00.000Z',
  action: 'issue',
  admin: 'avery@contoso.com',
  tenant: { id: 't', displayName: 'Contoso' },
  guest: { id: 'g', userPrincipalName: 'ines@contoso.com', displayName: 'Ines Contractor' },
  options: { lifetimeInMinutes: 60, isUsableOnce: false, startDateTime: '2026-11-23T13:00:05Z' },
  reason: 'INC-1',
  clientRequestId: 'c',
  outcome: 'done',
};

/** Reads a CSV as a spreadsheet does, with this separator. https://www.rfc-editor.org/rfc/rfc4180 */
function parse(csv: string, separator = ','): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  const text = csv.replace(/^\uFEFF/, '');
  for (let at = 0; at < text.length; at += 1) {
    const found = text[at] ?? '';
    if (quoted && found === '"' && text[at + 1] === '"') {
      cell += found;
      at += 1;
    } else if (found === '"' && (quoted || cell === '')) quoted = !quoted;
    else if (quoted || (found !== separator && found !== '\r' && found !== '\n')) cell += found;
    else if (found !== '\r') {
      rows.at(-1)?.push(cell);
      cell = '';
      if (found === '\n') rows.push([]);
    }
  }
  return rows.slice(0, -1);
}

const reasonIn = (reason: string) => {
  const [header = [], row = []] = parse(recordCsv([{ ...entry, reason }]));
  return row[header.indexOf('reason')];
};

it('has a header and a row for each entry, under the names of Graph', () => {
  const [header = [], row = [], ...rest] = parse(recordCsv([entry]));
  expect(rest).toEqual([]);
  expect(Object.fromEntries(header.map((name, index) => [name, row[index]]))).toEqual({
    at: '2026-11-23T13:00:00.000Z',
    action: 'issue',
    outcome: 'done',
    failure: '',
    admin: 'avery@contoso.com',
    tenantId: 't',
    tenantDisplayName: 'Contoso',
    guestId: 'g',
    guestUserPrincipalName: 'ines@contoso.com',
    guestDisplayName: 'Ines Contractor',
    lifetimeInMinutes: '60',
    isUsableOnce: 'false',
    startDateTime: '2026-11-23T13:00:05Z',
    reason: 'INC-1',
    'client-request-id': 'c',
    'request-id': '',
  });
});

it('begins with a byte order mark and ends each line with CRLF', () => {
  const csv = recordCsv([entry, entry]);
  expect(csv).toMatch(/^\uFEFF"at",/);
  expect(csv.split('\r\n')).toHaveLength(4);
  expect(csv.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
});

describe('a reason', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['  =1', "'  =1"],
    ['\t=1', "' =1"],
    ['\r=1', "' =1"],
    ['"=1', `'"=1`],
    ["'=1", "''=1"],
    ['＝1', "'＝1"],
    ['x;=1', "x;'=1"],
    ['x; "=1', `x;' "=1`],
    ['a\u202Eb', 'a\uFFFDb'],
    ['a\u0000b', 'a\uFFFDb'],
    ['a\r\nb', 'a  b'],
    ['a\u2028b', 'a b'],
    ['INC-1 = done; see "that", please', 'INC-1 = done; see "that", please'],
    ['ليلى العربي', 'ليلى العربي'],
    ['می\u200Cخواهم', 'می\u200Cخواهم'],
  ])('%j is written as %j', (reason, written) => {
    expect(reasonIn(reason)).toBe(written);
  });
});

describe('for names and reasons of any kind', () => {
  const hostile = fc
    .array(
      fc.oneof(
        fc.constantFrom(...'=+-@\t\r\n"\';,| \u00A0\u202E\u200F\u0000＝'),
        fc.string({ unit: 'binary', maxLength: 3 }),
      ),
    )
    .map((parts) => parts.join(''));
  const harmless = fc
    .string({ unit: 'grapheme' })
    .filter((text) => !/[=+\-@＝＋－＠\p{C}\u2028\u2029]/u.test(text));
  const entriesWith = (text: fc.Arbitrary<string>): fc.Arbitrary<RecordEntry[]> =>
    fc.array(
      fc
        .record({ name: text, upn: text, reason: text, tenant: text })
        .map(({ name, upn, reason, tenant }) => ({
          ...entry,
          tenant: { id: 't', displayName: tenant },
          guest: { id: 'g', userPrincipalName: upn, displayName: name },
          reason,
        })),
      { maxLength: 5 },
    );

  test('what is harmless is read back as it was', () => {
    fc.assert(
      fc.property(entriesWith(harmless), (entries) => {
        const [header = [], ...rows] = parse(recordCsv(entries));
        const read = rows.map((row) =>
          ['tenantDisplayName', 'guestUserPrincipalName', 'guestDisplayName', 'reason'].map(
            (name) => row[header.indexOf(name)],
          ),
        );
        expect(read).toEqual(
          entries.map(({ tenant, guest, reason }) => [
            tenant.displayName,
            guest?.userPrincipalName,
            guest?.displayName,
            reason,
          ]),
        );
      }),
    );
  });

  test('no row breaks, and no cell begins like a formula, whichever separator the reader knows', () => {
    fc.assert(
      fc.property(entriesWith(hostile), (entries) => {
        const csv = recordCsv(entries);
        const rows = parse(csv);
        expect(rows).toHaveLength(entries.length + 1);
        expect(new Set(rows.map((row) => row.length)).size).toBe(1);
        for (const cell of [...rows, ...parse(csv, ';')].flat()) {
          expect(cell).not.toMatch(/^[\s"]*[=+\-@＝＋－＠]/);
          expect(cell).not.toMatch(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/u);
        }
      }),
    );
  });
});
