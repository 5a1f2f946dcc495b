import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Cloud, cloudOfPortal, clouds } from '../utils/clouds';
import { type UserPage, userPageFromUrl } from '../utils/portal-url';

const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8');

/** One line of `fixtures/portal-urls.jsonl`: a link somebody published, or one made from such links. */
type Row = {
  url: string;
  isUserPage: boolean;
  userId: string | null;
  tenantHint: string | null;
  cloud: Cloud | 'usdod';
  portal: string;
  note?: string;
};

const rows = fixture('portal-urls.jsonl')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Row);

/** The Microsoft 365 admin center shows users too, but it is another shell and not ours. */
function expectationOf({ isUserPage, userId, tenantHint, cloud, portal }: Row): UserPage | undefined {
  if (!isUserPage || !userId || portal === 'm365' || cloud === 'usdod') return undefined;
  return {
    cloud,
    ...(userId.includes('@') ? { userPrincipalName: userId } : { userId }),
    ...(tenantHint ? { tenantHint } : {}),
  };
}

const userRows = rows.filter(expectationOf);

describe('every example', () => {
  test.each(rows)('$url', (row) => {
    expect(
      userPageFromUrl(row.url),
      'Decide what this address shows: correct the row in portal-urls.jsonl, or the grammar in portal-url.ts.',
    ).toEqual(expectationOf(row));
  });

  test('is accepted by its own expectation and by no other', () => {
    const verdicts = rows.map((row) => ({ row, key: JSON.stringify(userPageFromUrl(row.url)) }));
    for (const { row } of verdicts) {
      const own = JSON.stringify(expectationOf(row));
      const accepted = verdicts.filter(({ key }) => key === own).map((verdict) => verdict.row.url);
      const meant = rows
        .filter((other) => JSON.stringify(expectationOf(other)) === own)
        .map(({ url }) => url);
      expect(accepted, `Decide which of these addresses show the same as ${row.url}`).toEqual(meant);
    }
  });

  test('keeps its shape for every other user', () => {
    for (const row of userRows) {
      const written = row.url.includes('%40') ? 'jane.doe%40contoso.com' : (row.userId ?? '');
      for (const other of userRows) {
        const { userId: _, userPrincipalName: __, ...page } = expectationOf(row) as UserPage;
        const { userId, userPrincipalName } = expectationOf(other) as UserPage;
        expect(userPageFromUrl(row.url.replace(written, other.userId ?? '')), row.url).toEqual({
          ...page,
          ...(userId ? { userId } : { userPrincipalName }),
        });
      }
    }
  });
});

const jane = '1e57a001-0000-4000-8000-00000000000a';
const john = '1e57a001-0000-4000-8000-00000000000b';
const tenant = '0c0a4705-0000-4000-8000-000000000001';
const blade = 'Microsoft_AAD_UsersAndTenants/UserProfileMenuBlade';
const entra = 'https://entra.microsoft.com';
const janesPage: UserPage = { cloud: 'global', userId: jane };

/** Shapes no published link shows, but that the grammar allows: what the address means, and what comes out. */
const accepted: [meaning: string, url: string, page: UserPage][] = [
  ['any menu item', `${entra}/#view/${blade}/~/SomethingNew/userId/${jane}`, janesPage],
  [
    'parameters before the userId',
    `${entra}/#view/${blade}/~/overview/hidePreviewBanner~/true/userId/${jane}`,
    janesPage,
  ],
  ['empty values before the userId', `${entra}/#view/${blade}/~/overview/menuId//userId/${jane}`, janesPage],
  ['a trailing slash', `${entra}/#view/${blade}/~/overview/userId/${jane}/`, janesPage],
  [
    'the older blade',
    `${entra}/#view/Microsoft_AAD_IAM/UserDetailsMenuBlade/~/Devices/userId/${jane}`,
    janesPage,
  ],
  ['blade with ~', `${entra}/#blade/${blade}/~/overview/userId/${jane}`, janesPage],
  ['view without ~', `${entra}/#view/${blade}/overview/userId/${jane}`, janesPage],
  ['no ~, parameter before the userId', `${entra}/#blade/${blade}/overview/a/b/userId/${jane}`, janesPage],
  ['no menu item, parameter before the userId', `${entra}/#blade/${blade}/a/b/userId/${jane}`, janesPage],
  ['a menu item called userId', `${entra}/#view/${blade}/~/userId/userId/${jane}`, janesPage],
  ['a menu item called userId, without ~', `${entra}/#blade/${blade}/userId/userId/${jane}`, janesPage],
  ['a value called userId', `${entra}/#view/${blade}/~/overview/sortBy/userId/userId/${jane}`, janesPage],
  ['an empty menu item', `${entra}/#view/${blade}/~//userId/${jane}`, janesPage],
  [
    'the same userId twice',
    `${entra}/#view/${blade}/~/a/userId/${jane}/userId/${jane.toUpperCase()}`,
    janesPage,
  ],
  ['a JSON value', `${entra}/#view/${blade}/~/overview/userId~/%22${jane}%22`, janesPage],
  ['encoded names', `${entra}/#view/${blade}/%7e/overview/user%49d%7E/%22${jane}%22`, janesPage],
  [
    'upper case',
    `${entra.toUpperCase()}/#VIEW/${blade.toUpperCase()}/~/X/USERID/${jane.toUpperCase()}`,
    janesPage,
  ],
  [
    'malformed neighbours',
    `${entra}/#view/${blade}/~/overview/displayName/100% M%C3%BCller %FF/userId/${jane}`,
    janesPage,
  ],
  [
    'junk after &',
    `${entra}/#view/${blade}/~/overview/userId/${jane}&login_hint=a@b.c/userId/${john}`,
    janesPage,
  ],
  [
    'a second view',
    `${entra}/#view/${blade}/~/overview/userId/${jane}?#view/${blade}/~/overview/userId/${john}`,
    janesPage,
  ],
  ['query flags', `${entra}/?feature.msaljs=true&l=de#view/${blade}/~/overview/userId/${jane}`, janesPage],
  ['the default port, written', `${entra}:443/#view/${blade}/~/overview/userId/${jane}`, janesPage],
  ['an empty #@', `${entra}/#@/view/${blade}/~/overview/userId/${jane}`, janesPage],
  ['an unusable #@', `${entra}/#@contoso/view/${blade}/~/overview/userId/${jane}`, janesPage],
  ['/common', `${entra}/common/#view/${blade}/~/overview/userId/${jane}`, janesPage],
  ['a word where a tenant could stand', `${entra}/AllTenants/#view/${blade}/~/x/userId/${jane}`, janesPage],
  ['a number where a tenant could stand', `${entra}/1.0/#view/${blade}/~/x/userId/${jane}`, janesPage],
  ['an unusable tenantId', `${entra}/#view/${blade}/~/overview/userId/${jane}/tenantId/common`, janesPage],
  [
    'a path tenant',
    `${entra}/${tenant.toUpperCase()}#view/${blade}/~/overview/userId/${jane}`,
    { ...janesPage, tenantHint: tenant },
  ],
  [
    'a path tenant with @',
    `${entra}/@Contoso.com/#view/${blade}/~/overview/userId/${jane}`,
    { ...janesPage, tenantHint: 'contoso.com' },
  ],
  [
    'a path tenant with several @, which the shell drops',
    `${entra}/@@contoso.com#view/${blade}/~/overview/userId/${jane}`,
    { ...janesPage, tenantHint: 'contoso.com' },
  ],
  [
    'a path tenant with its @ encoded',
    `${entra}/%40contoso.com#view/${blade}/~/overview/userId/${jane}`,
    { ...janesPage, tenantHint: 'contoso.com' },
  ],
  [
    '#@ before the path, the path before tenantId',
    `${entra}/b.com/#@a.com/view/${blade}/~/overview/userId/${jane}/tenantId/c.com`,
    { ...janesPage, tenantHint: 'a.com' },
  ],
  [
    'the path before tenantId',
    `${entra}/b.com/#@/view/${blade}/~/overview/tenantId/c.com/userId/${jane}`,
    { ...janesPage, tenantHint: 'b.com' },
  ],
  [
    'a tenantId that contradicts itself',
    `${entra}/#view/${blade}/~/overview/tenantId/c.com/userId/${jane}/tenantId/d.com`,
    janesPage,
  ],
  [
    'an external user, # encoded',
    `${entra}/#view/${blade}/~/overview/userId/jane_b.com%23EXT%23%40contoso.onmicrosoft.com`,
    { cloud: 'global', userPrincipalName: 'jane_b.com#EXT#@contoso.onmicrosoft.com' },
  ],
  [
    'an external user, # plain',
    `${entra}/#view/${blade}/~/overview/userId/jane_b.com#EXT#@contoso.onmicrosoft.com`,
    { cloud: 'global', userPrincipalName: 'jane_b.com#EXT#@contoso.onmicrosoft.com' },
  ],
  [
    'an apostrophe, which user principal names may have',
    `${entra}/#view/${blade}/~/overview/userId/Jane.O'Hara@contoso.com`,
    { cloud: 'global', userPrincipalName: "Jane.O'Hara@contoso.com" },
  ],
];

test.each(accepted)('accepts %s: %s', (_, url, page) => {
  expect(userPageFromUrl(url)).toEqual(page);
});

/** Addresses that come near: why not, and the address. */
const refused: [reason: string, url: string][] = [
  ['two userIds', `${entra}/#view/${blade}/~/overview/userId/${jane}/userId/${john}`],
  ['two userIds, one JSON', `${entra}/#view/${blade}/~/overview/userId/${jane}/userId~/%22${john}%22`],
  ['two userIds, one empty', `${entra}/#view/${blade}/~/overview/userId/${jane}/userId/`],
  ['two userIds, the first empty', `${entra}/#view/${blade}/~/overview/userId//userId/${jane}`],
  ['two userIds, the second without value', `${entra}/#view/${blade}/~/overview/userId/${jane}/userId`],
  ['two readings, two users', `${entra}/#blade/${blade}/userId/${jane}/x/userId/${john}`],
  [
    'two users in one reading, a third in the other',
    `${entra}/#blade/${blade}/userId/${jane}/userId/${john}/x/userId/${jane}`,
  ],
  ['a menu item called userId, no parameter', `${entra}/#view/${blade}/~/userId/${jane}`],
  ['userId where ~ puts a value', `${entra}/#view/${blade}/~/overview/sortBy/userId/${jane}`],
  ['no userId', `${entra}/#view/${blade}`],
  ['userId without value', `${entra}/#view/${blade}/~/overview/userId`],
  ['JSON that is no string', `${entra}/#view/${blade}/~/overview/userId~/null`],
  ['JSON that is none', `${entra}/#view/${blade}/~/overview/userId~/${jane}`],
  ['a list in JSON', `${entra}/#view/${blade}/~/overview/userId~/%5B%22${jane}%22%5D`],
  ['another parameter', `${entra}/#view/${blade}/~/overview/objectId/${jane}`],
  ['risky users', `${entra}/#view/Microsoft_AAD_IAM/RiskyUsersBlade/userId/${jane}`],
  [
    'the right blade, another extension',
    `${entra}/#view/Evil/UserProfileMenuBlade/~/overview/userId/${jane}`,
  ],
  [
    'extension and blade in one part',
    `${entra}/#view/${blade.replace('/', '%2F')}/~/overview/userId/${jane}`,
  ],
  ['the user behind the first view', `${entra}/#view/A/B/~/c?#view/${blade}/~/overview/userId/${jane}`],
  ['the user behind an encoded second #', `${entra}/#home?%23view/${blade}/~/overview/userId/${jane}`],
  ['the user in the query', `${entra}/?x=%23view/${blade}/~/overview/userId/${jane}`],
  ['the user in the path', `${entra}/view/${blade}/~/overview/userId/${jane}`],
  ['neither view nor blade', `${entra}/#asset/${blade}/~/overview/userId/${jane}`],
  ['a slash before view', `${entra}/#/view/${blade}/~/overview/userId/${jane}`],
  ['a slash encoded between name and value', `${entra}/#view/${blade}/~/overview/userId%2F${jane}`],
  ['a GUID with more behind it', `${entra}/#view/${blade}/~/overview/userId/${jane}%2Fx`],
  ['a GUID with more before it', `${entra}/#view/${blade}/~/overview/userId/x${jane}`],
  ['a GUID with a line break', `${entra}/#view/${blade}/~/overview/userId/${jane}%0A`],
  ['a GUID in braces', `${entra}/#view/${blade}/~/overview/userId/{${jane}}`],
  ['a doubly encoded @', `${entra}/#view/${blade}/~/overview/userId/jane%2540contoso.com`],
  ['two @', `${entra}/#view/${blade}/~/overview/userId/jane@a.com@b.com`],
  ['no dot in the domain', `${entra}/#view/${blade}/~/overview/userId/jane@contoso`],
  ['an address in place of the domain', `${entra}/#view/${blade}/~/overview/userId/jane@127.0.0.1`],
  ['a slash in the name', `${entra}/#view/${blade}/~/overview/userId/..%2Fjane@contoso.com`],
  ['a double quote in the name', `${entra}/#view/${blade}/~/overview/userId/j%22ane@contoso.com`],
  ['a control character in the name', `${entra}/#view/${blade}/~/overview/userId/jane%00@contoso.com`],
  ['a letter that is not ASCII', `${entra}/#view/${blade}/~/overview/userId/j%C3%A4ne@contoso.com`],
  ['a name over 113 characters', `${entra}/#view/${blade}/~/overview/userId/${'a'.repeat(102)}@contoso.com`],
  ['a name the shell has not filled in', `${entra}/#view/${blade}/~/overview/userId/%3CUSER%20ID%3E`],
  ['/verifyLink', `${entra}/verifyLink?id=x#view/${blade}/~/overview/userId/${jane}`],
  ['/auth/login', `${entra}/auth/login/contoso.com#view/${blade}/~/overview/userId/${jane}`],
  ['/signin/index', `${entra}/signin/index/@contoso.com#view/${blade}/~/overview/userId/${jane}`],
  ['/Error', `${entra}/Error/UE_404#view/${blade}/~/overview/userId/${jane}`],
  ['/Error alone', `${entra}/Error#view/${blade}/~/overview/userId/${jane}`],
  ['more path behind the tenant', `${entra}/contoso.com/x#view/${blade}/~/overview/userId/${jane}`],
  ['more path behind a word', `${entra}/AllTenants/x#view/${blade}/~/overview/userId/${jane}`],
  ['/verifyLink in other case', `${entra}/VERIFYLINK/#view/${blade}/~/overview/userId/${jane}`],
  ['/signin alone', `${entra}/signin#view/${blade}/~/overview/userId/${jane}`],
  ['a second # before the parameters', `${entra}/#home#view/${blade}/~/overview/userId/${jane}`],
  ['a second # behind the user', `${entra}/#view/${blade}/~/overview/userId/${jane}#view/a/b`],
  ['a GUID that lost a digit', `${entra}/#view/${blade}/~/overview/userId/${jane.slice(1)}`],
  ['a GUID without hyphens', `${entra}/#view/${blade}/~/overview/userId/${jane.replaceAll('-', '')}`],
  ['http', `http://entra.microsoft.com/#view/${blade}/~/overview/userId/${jane}`],
  ['another port', `${entra}:8443/#view/${blade}/~/overview/userId/${jane}`],
  ['credentials', `https://jane:secret@entra.microsoft.com/#view/${blade}/~/overview/userId/${jane}`],
  ['a user name alone', `https://jane@entra.microsoft.com/#view/${blade}/~/overview/userId/${jane}`],
  ['a password alone', `https://:secret@entra.microsoft.com/#view/${blade}/~/overview/userId/${jane}`],
  ['a blob', `blob:${entra}/#view/${blade}/~/overview/userId/${jane}`],
  ['the source of the page', `view-source:${entra}/#view/${blade}/~/overview/userId/${jane}`],
  ['nothing', ''],
  ['a relative address', `/#view/${blade}/~/overview/userId/${jane}`],
];

test.each(refused)('refuses %s: %s', (_, url) => {
  expect(userPageFromUrl(url)).toBeUndefined();
});

/** Hosts that could be taken for a portal. */
const lookAlikes = [
  'entra.microsoft.com.evil.example',
  'entra.microsoft.com@evil.example',
  'entra.microsoft.com%2Eevil.example',
  'evil-entra.microsoft.com',
  'evil.entra.microsoft.com',
  'entra-microsoft.com',
  'entra.microsoft.com.',
  'entra.microsoft.co',
  'еntra.microsoft.com',
  'evilportal.azure.com',
  'portal.azure.com.cn',
  '.portal.azure.com',
  'a.b.portal.azure.com',
  '*.portal.azure.com',
  'ms.entra.microsoft.com',
  'canary.entra.microsoft.com',
  'preview.intune.microsoft.com',
  'ms.portal.azure.us',
  'entra.microsoft365.com',
  'portal.microsoftazure.de',
  'sandbox-2.reactblade.portal.azure.net',
  'portal.azure.net',
  'azure.com',
  'admin.microsoft.com',
  'security.microsoft.com',
  'localhost',
];

test.each(lookAlikes)('refuses the host %s', (host) => {
  for (const row of userRows) {
    const url = row.url.replace(/^https:\/\/[^/#?]+/, `https://${host}`);
    expect(userPageFromUrl(url), url).toBeUndefined();
  }
});

/** `fixtures/portal-hosts.json`: hosts of the shell with the sources that name them. */
type HostsFile = {
  clouds: {
    cloud: Cloud | 'usdod';
    portalHosts: { host: string; status: 'documented' | 'observed' | 'unverified' }[];
    loginAuthority: { host: string };
    graph: { host: string };
  }[];
};

const hostsFile = JSON.parse(fixture('portal-hosts.json')) as HostsFile;

/** A host that a pattern of the file stands for. */
const exampleOf = (host: string) => host.replace('*', 'vanity-1');

describe.each(hostsFile.clouds)('the hosts of $cloud', ({ cloud, portalHosts }) => {
  // DoD has the portals of GCC High, and its own Graph host, which no address tells.
  const ours: Cloud = cloud === 'usdod' ? 'usgov' : cloud;

  test.each(portalHosts)('$host ($status) is a portal of its cloud', ({ host }) => {
    expect(
      cloudOfPortal(exampleOf(host)),
      `Decide whether ${host} serves the shell: add it to clouds.ts, or take it out of portal-hosts.json.`,
    ).toBe(ours);
    for (const row of userRows) {
      const url = row.url.replace(/^https:\/\/[^/#?]+/, `https://${exampleOf(host)}`);
      expect(userPageFromUrl(url), url).toEqual({ ...expectationOf(row), cloud: ours });
    }
  });
});

test.each(hostsFile.clouds.filter(({ cloud }) => cloud !== 'usdod'))(
  'sign-in and Graph of $cloud are at the hosts of the file',
  ({ cloud, loginAuthority, graph }) => {
    expect(clouds[cloud as Cloud]).toMatchObject({ login: loginAuthority.host, graph: graph.host });
  },
);

test.each(Object.entries(clouds))('every portal of %s has a source', (cloud, { portals }) => {
  const known = hostsFile.clouds
    .filter((entry) => entry.cloud === cloud)
    .flatMap((entry) => entry.portalHosts);
  for (const portal of portals)
    expect(
      known.some(({ host }) => host === portal),
      `Decide from which source ${portal} is known, and add it to portal-hosts.json.`,
    ).toBe(true);
});
