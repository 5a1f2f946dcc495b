import fc from 'fast-check';

type Change = { at: number; to: unknown };

/** Values that are not what stood there, whatever that was; no strings, which might mean something. */
export const wrongTypes = fc.constantFrom<unknown>(undefined, null, 0, -1, 1e308, true, [], {}, [[null]], {
  value: 1,
});

/** The same, with strings that mean something elsewhere, or nothing anywhere. */
export const garbage = fc.oneof(
  wrongTypes,
  fc.constantFrom<unknown>(
    '',
    'x'.repeat(10_000),
    '0000-00-00T00:00:00Z',
    '275760-09-13T00:00:00Z',
    '2026-01-01',
    '../me',
    '<img src=x onerror=alert(1)>',
    '\u202eseni\u2069\ud800',
    'https://evil.example/v1.0/users',
    Number.MAX_SAFE_INTEGER,
    JSON.parse('{"__proto__":{"isUsable":true},"constructor":1,"toString":null,"length":7}'),
  ),
  fc.string({ unit: 'binary', maxLength: 20 }),
);

/** One to three changes at any depth; `undefined` leaves a property out. */
export const changesOf = (to: fc.Arbitrary<unknown>): fc.Arbitrary<Change[]> =>
  fc.array(fc.record({ at: fc.nat(), to }), { minLength: 1, maxLength: 3 });

/** A copy of `reply` with these changes. */
export function changed(reply: unknown, changes: Change[]): unknown {
  const root: Owner = { reply: structuredClone(reply) };
  for (const { at, to } of changes) {
    const places = placesIn(root);
    const [owner, key] = places[at % places.length] ?? [root, 'reply'];
    owner[key] = structuredClone(to);
  }
  return root.reply;
}

type Owner = Record<string, unknown>;

function placesIn(owner: Owner): [Owner, string][] {
  return Object.entries(owner).flatMap(([key, value]): [Owner, string][] => [
    [owner, key],
    ...(typeof value === 'object' && value !== null ? placesIn(value as Owner) : []),
  ]);
}
