import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clouds } from '../utils/clouds';
import { type UserPage, userPageFromUrl } from '../utils/portal-url';

const portals = Object.entries(clouds).flatMap(([cloud, hosts]) =>
  hosts.portals.map((host) => ({ cloud, host: host.replace('*', 'vanity') })),
);
const portal = fc.constantFrom(...portals);

const userId = fc.uuid();
const label = fc.stringMatching(/^[a-z][a-z0-9]{1,20}$/);
const domain = fc.tuple(label, label).map((labels) => labels.join('.'));
const userPrincipalName = fc
  .tuple(fc.stringMatching(/^[A-Za-z0-9'._!#^~-]{1,60}$/), domain)
  .map(([name, host]) => `${name}@${host}`);
const user = fc.oneof(userId, userPrincipalName);
const tenant = fc.oneof(fc.uuid(), domain);
/** What can stand where a tenant could stand, and names none. */
const noTenants = ['common', 'AllTenants', '@'];

/** What a neighbour's name or value may be: anything, but not the names that decide. */
const word = fc
  .oneof(
    fc.constantFrom('', '~', 'menuId', 'hidePreviewBanner~', 'view', '%', '%zz'),
    fc.string().map(encodeURIComponent),
  )
  .filter((text) => !/^(userid|tenantid)~?$/i.test(text));
const neighbours = fc.array(
  fc.tuple(word, word).map((pair) => pair.join('/')),
  { maxLength: 4 },
);

const blade = fc.constantFrom<string>(
  'Microsoft_AAD_UsersAndTenants/UserProfileMenuBlade',
  'Microsoft_AAD_IAM/UserDetailsMenuBlade',
);

/** Every way to write one user page that the grammar knows. */
const link = fc.record({
  portal,
  user,
  path: fc.option(fc.oneof(tenant, fc.constantFrom(...noTenants))),
  slash: fc.constantFrom('', '/'),
  flags: fc.constantFrom('', '?', '?feature.x=true&l=en.en-us', '?x=%23view/a/b'),
  directory: fc.option(fc.oneof(fc.constantFrom('', 'contoso'), tenant)),
  route: fc.constantFrom('view', 'blade', 'View'),
  blade,
  menu: fc.constantFrom('~/overview/', '~/userId/', '%7E/Devices/', 'Profile/', ''),
  before: neighbours,
  after: neighbours,
  json: fc.boolean(),
  ofBlade: fc.option(tenant),
  tail: fc.constantFrom('', '/', '?', '?a=b', '&login_hint=a@b.c', '?#view/x/y'),
});

type Link = typeof link extends fc.Arbitrary<infer Value> ? Value : never;

function writeLink({
  portal,
  path,
  slash,
  flags,
  directory,
  route,
  blade,
  menu,
  tail,
  ...parameters
}: Link): string {
  const { user, before, after, json, ofBlade } = parameters;
  const identity = json
    ? `userId~/${encodeURIComponent(JSON.stringify(user))}`
    : `userId/${encodeURIComponent(user)}`;
  const pairs = [...before, identity, ...(ofBlade ? [`tenantId/${ofBlade}`] : []), ...after].join('/');
  const at = directory === null ? '' : `@${directory}/`;
  return `https://${portal.host}/${path ?? ''}${path ? slash : ''}${flags}#${at}${route}/${blade}/${menu}${pairs}${tail}`;
}

function expectedOf({ portal, user, path, directory, ofBlade }: Link) {
  const named = [directory, path, ofBlade].filter(
    (text) => text !== 'contoso' && !noTenants.includes(text ?? ''),
  );
  const tenantHint = named.find(Boolean);
  return {
    cloud: portal.cloud,
    ...(user.includes('@') ? { userPrincipalName: user } : { userId: user }),
    ...(tenantHint ? { tenantHint } : {}),
  };
}

/** The plainest address of a page. */
function addressOf({ cloud, userId, userPrincipalName, tenantHint }: UserPage): string {
  const path = tenantHint ? `/${tenantHint}` : '';
  const value = encodeURIComponent(userId ?? userPrincipalName ?? '');
  return `https://${clouds[cloud].portals[0]}${path}/#view/Microsoft_AAD_UsersAndTenants/UserProfileMenuBlade/~/overview/userId/${value}`;
}

/** Text in which the grammar's own words are frequent, so that it often comes near. */
const nearlyFragment = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'view',
        'blade',
        '~',
        'userId',
        'userId~',
        'tenantId',
        'overview',
        '@',
        '?',
        '&',
        '#',
        '%23',
        '',
      ),
      blade,
      user,
      tenant,
      fc.string({ unit: 'binary' }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join('/'));
const nearlyUrl = fc
  .tuple(
    fc.constantFrom('https://', 'http://', 'HTTPS://', 'https:/', '//', 'https://a:b@', ''),
    fc.oneof(
      portal.map(({ host }) => host),
      fc.domain(),
      fc.string(),
    ),
    fc.constantFrom('', ':443', ':444', '.', '.evil.example', '@evil.example', '%2e'),
    fc.oneof(fc.constantFrom('/', '', '/common', '/verifyLink'), fc.webPath()),
    nearlyFragment,
  )
  .map(([scheme, host, suffix, path, fragment]) => `${scheme}${host}${suffix}${path}#view/${fragment}`);
const anything = fc.oneof(fc.string({ unit: 'binary' }), fc.webUrl({ withFragments: true }), nearlyUrl);

describe('whatever the address', () => {
  test('the answer is a whole page or nothing, and never an error', () => {
    fc.assert(
      fc.property(anything, (url) => {
        const page = userPageFromUrl(url);
        if (!page) return;
        expect([page.userId, page.userPrincipalName].filter(Boolean)).toHaveLength(1);
        if (page.userId) expect(page.userId).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
        expect(Object.values(page)).not.toContain(undefined);
        expect(page.tenantHint ?? '').toBe((page.tenantHint ?? '').toLowerCase());
      }),
      { numRuns: 2_000 },
    );
  });

  test('a page is only found at the origin of a portal', () => {
    fc.assert(
      fc.property(
        link,
        fc.domain(),
        fc.constantFrom('', '.', ':444', '.evil.example'),
        (spec, host, suffix) => {
          const url = writeLink(spec);
          const foreign = [
            url.replace(spec.portal.host, host),
            url.replace(spec.portal.host, `${spec.portal.host}@${host}`),
            url.replace(spec.portal.host, `${spec.portal.host}.${host}`),
            url.replace(spec.portal.host, `${host}-${spec.portal.host}`.replace('.portal', 'portal')),
            ...(suffix ? [url.replace(spec.portal.host, `${spec.portal.host}${suffix}`)] : []),
            url.replace('https:', 'http:'),
          ];
          for (const address of foreign) expect(userPageFromUrl(address), address).toBeUndefined();
        },
      ),
    );
  });

  test('what is found is found again in its plainest address', () => {
    fc.assert(
      fc.property(link, (spec) => {
        const page = userPageFromUrl(writeLink(spec));
        expect(page && userPageFromUrl(addressOf(page))).toEqual(page);
      }),
    );
  });
});

describe('however a user page is written', () => {
  test('its user, cloud and tenant are found', () => {
    fc.assert(
      fc.property(link, (spec) => {
        expect(userPageFromUrl(writeLink(spec)), writeLink(spec)).toEqual(expectedOf(spec));
      }),
      { numRuns: 1_000 },
    );
  });

  test('upper case means the same', () => {
    fc.assert(
      fc.property(link, userId, (spec, id) => {
        const plain = { ...spec, user: id, json: false, before: [], after: [] };
        expect(userPageFromUrl(writeLink(plain).toUpperCase())).toEqual(expectedOf(plain));
      }),
    );
  });

  test('a second user beside the first makes it nobody’s page', () => {
    fc.assert(
      fc.property(link, user, fc.boolean(), (spec, second, first) => {
        fc.pre(second.toLowerCase() !== spec.user.toLowerCase());
        const pair = `userId/${encodeURIComponent(second)}`;
        const both = first ? { before: [pair, ...spec.before] } : { after: [...spec.after, pair] };
        expect(userPageFromUrl(writeLink({ ...spec, ...both }))).toBeUndefined();
      }),
    );
  });

  test('another blade makes it no user page', () => {
    fc.assert(
      fc.property(link, fc.constantFrom('RiskyUsersBlade', 'RiskDetectionsBlade', 'x', ''), (spec, other) => {
        const named = { ...spec, blade: `Microsoft_AAD_IAM/${other}` };
        expect(userPageFromUrl(writeLink(named))).toBeUndefined();
      }),
    );
  });
});
