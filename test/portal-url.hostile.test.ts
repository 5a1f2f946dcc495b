import { expect, test } from 'vitest';
import { type UserPage, userPageFromUrl } from '../utils/portal-url';

const jane = '1e57a001-0000-4000-8000-00000000000a';
const john = '1e57a001-0000-4000-8000-00000000000b';
const blade = 'Microsoft_AAD_UsersAndTenants/UserProfileMenuBlade';
const entra = 'https://entra.microsoft.com';
const janesPage: UserPage = { cloud: 'global', userId: jane };

/** Tails made to send a careless parser back and forth, about `size` characters long each. */
const hostile: [shape: string, tail: (size: number) => string, page: UserPage | undefined][] = [
  ['slashes', (size) => '/'.repeat(size), janesPage],
  ['pairs', (size) => '/userId'.repeat(size / 7), undefined],
  ['the same user again and again', (size) => `/userId/${jane}`.repeat(size / 44), janesPage],
  ['JSON that is none', (size) => '/userId~/x'.repeat(size / 10), undefined],
  ['nested JSON', (size) => `/userId~/${'['.repeat(size)}`, undefined],
  ['a long JSON string', (size) => `/userId~/%22${'%5C%22'.repeat(size / 6)}%22`, undefined],
  ['malformed percents', (size) => '/%'.repeat(size / 2), janesPage],
  ['bytes that are no text', (size) => '/%FF'.repeat(size / 4), janesPage],
  ['percents of percents', (size) => `/x/${'%25'.repeat(size / 3)}`, janesPage],
  ['a long name', (size) => `/userId/${'a'.repeat(size)}@contoso.com`, undefined],
  ['many @', (size) => `/userId/${'@'.repeat(size)}`, undefined],
  ['a long domain', (size) => `/userId/a@${'a.'.repeat(size / 2)}`, undefined],
  ['a long tenant', (size) => `/tenantId/${'a.'.repeat(size / 2)}com`, janesPage],
  ['a tenant of @', (size) => `/tenantId/${'@'.repeat(size)}`, janesPage],
  ['tenants that differ', (size) => '/tenantId/a.com/tenantId/b.com'.repeat(size / 30), janesPage],
  ['many tildes', (size) => '/~'.repeat(size / 2), janesPage],
  ['many views', (size) => `?#view/${blade}/~/overview/userId/${john}`.repeat(size / 100), janesPage],
];

/** With `~` and without, because without it the parameters are read twice. */
const hostileUrls = (tail: string) =>
  ['~/overview', 'overview'].map((menu) => `${entra}/#view/${blade}/${menu}/userId/${jane}${tail}`);

test.each(hostile)('decides on 100 kB of %s', (_, tail, page) => {
  for (const url of hostileUrls(tail(100_000))) expect(userPageFromUrl(url)).toEqual(page);
});

/** Processor time of the best of three tries, in microseconds. */
function costOf(work: () => void): number {
  const costs = [1, 2, 3].map(() => {
    const start = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(start);
    return user + system;
  });
  return Math.min(...costs);
}

// No time is asserted: 100 kB at once are compared with the same amount in 400 pieces. They should cost about the
// same; one careless expression makes them cost 400 times as much.
test.each(hostile)('costs no more at once than in pieces: %s', (_, tail) => {
  const pieces = hostileUrls(tail(250));
  for (const [at, whole] of hostileUrls(tail(100_000)).entries()) {
    const piece = pieces[at] as string;
    const inPieces = costOf(() => {
      for (let count = 0; count < 400; count++) userPageFromUrl(piece);
    });
    const atOnce = costOf(() => userPageFromUrl(whole));
    expect(atOnce).toBeLessThan(20 * inPieces);
  }
});
