import { type Cloud, cloudOfPortal } from './clouds';

/** The user a portal page shows: exactly one of `userId` (GUID, lower case) and `userPrincipalName`. */
export type UserPage = {
  cloud: Cloud;
  userId?: string;
  userPrincipalName?: string;
  /** Tenant the address names, a GUID or a domain, lower case. A hint only. */
  tenantHint?: string;
};

/** Blades that are a user's page, as `extension/blade`. The second is the older name; links keep using it. */
const userBlades = [
  'microsoft_aad_usersandtenants/userprofilemenublade',
  'microsoft_aad_iam/userdetailsmenublade',
];

/** In the address of every user's page, unless a part of it is encoded. */
const mayBeUserPage = /%|userprofilemenublade|userdetailsmenublade/i;

/** Paths that are other pages of the portal, whatever their fragment says. */
const otherPages = ['auth', 'error', 'signin', 'verifylink'];

const guid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
const domain = /^(?:[a-z0-9-]{1,63}\.)+[a-z][a-z0-9-]{1,62}$/i;

/**
 * The user whose page this address shows, or undefined. Never throws; takes time linear in the address.
 *
 * `https://HOST[/TENANT]/[?flags]#[@TENANT/](view|blade)/EXTENSION/BLADE[/~/MENU|/MENU](/name[~]/value)*[?flags|&junk]`
 *
 * Parameters are consecutive name and value, in any order. Behind `/~/MENU` the first name's place is known.
 * Without `~` a menu item may or may not come first, so both readings are tried, and where both find a user
 * they must find the same one. A `userId` given twice with different values names nobody.
 *
 * Of several tenants the nearest to the user wins: `#@TENANT` (changes with each link), then the path (stays
 * from the first load), then the blade's `tenantId` (seen in few links).
 * https://github.com/Azure/portaldocs/blob/main/portal-sdk/generated/portalfx-links.md
 */
export function userPageFromUrl(url: string): UserPage | undefined {
  // Most pages are no user's: they need not be taken apart.
  if (!mayBeUserPage.test(url) || !URL.canParse(url)) return undefined;
  const { protocol, hostname, port, username, password, pathname, hash } = new URL(url);
  // Security: nothing but the portal's own origin; credentials before the host are a disguise, not a login.
  if (protocol !== 'https:' || port || username || password) return undefined;
  const cloud = cloudOfPortal(hostname);
  if (!cloud) return undefined;

  // What stands in the tenant's place and names none (`common`, a tenant switcher's `AllTenants`), the shell ignores.
  const [pathTenant = '', ...furtherPath] = partsOf(pathname).filter((part) => part !== '');
  if (furtherPath.length > 0 || otherPages.includes(pathTenant.toLowerCase())) return undefined;

  // Only the first view counts: what follows `?` or `&` is flags, junk or a second view.
  const parts = partsOf(hash.slice(1).split(/[?&]/, 1)[0] ?? '');
  const ofFragment = parts[0]?.startsWith('@') ? tenantIn(parts.shift()) : undefined;
  const [route = '', extension, blade, ...rest] = parts;
  if (!['view', 'blade'].includes(route.toLowerCase())) return undefined;
  if (!userBlades.includes(`${extension}/${blade}`.toLowerCase())) return undefined;

  const starts = rest[0] === '~' ? [2] : [0, 1];
  const readings = starts.map((start) => parameter(rest, start, 'userid'));
  const [user, ...others] = new Set(readings.flatMap((reading) => userIn(reading) ?? []));
  // Security: never choose between two people.
  if (!user || others.length > 0 || readings.includes('')) return undefined;

  const ofBlade = starts.map((start) => tenantIn(parameter(rest, start, 'tenantid'))).find(Boolean);
  const tenantHint = ofFragment ?? tenantIn(pathTenant) ?? ofBlade;
  return {
    cloud,
    ...(guid.test(user) ? { userId: user } : { userPrincipalName: user }),
    ...(tenantHint ? { tenantHint } : {}),
  };
}

/**
 * Empty parts stay, because they are empty values; decoding comes after splitting, so `%2F` splits nothing.
 * ASCII alone is decoded, once: all that we look for is ASCII, and a malformed sequence stays as it is.
 */
function partsOf(text: string): string[] {
  return text
    .split('/')
    .map((part) =>
      part.replace(/%([0-7][0-9a-f])/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
    );
}

/** The value of a parameter; undefined where it is not given, empty where it is unreadable or contradicts itself. */
function parameter(parts: string[], start: number, wanted: string): string | undefined {
  let found: string | undefined;
  for (let at = start; at < parts.length; at += 2) {
    const name = parts[at]?.toLowerCase();
    if (name !== wanted && name !== `${wanted}~`) continue;
    const value = (name === wanted ? parts[at + 1] : stringInJson(parts[at + 1])) ?? '';
    if (!value || (found && found.toLowerCase() !== value.toLowerCase())) return '';
    found = value;
  }
  return found;
}

/** The value of a parameter whose name ends in `~` is JSON. */
function stringInJson(text = ''): string | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
}

/**
 * A GUID in lower case or a user principal name as written, or undefined.
 * https://learn.microsoft.com/entra/identity/authentication/concept-sspr-policy#userprincipalname-policies-that-apply-to-all-user-accounts
 */
function userIn(text = ''): string | undefined {
  if (guid.test(text)) return text.toLowerCase();
  const [name = '', host = '', ...more] = text.length <= 113 ? text.split('@') : [];
  return /^[\w.!#'^~-]+$/.test(name) && domain.test(host) && more.length === 0 ? text : undefined;
}

function tenantIn(text = ''): string | undefined {
  const tenant = text.replace(/^@+/, '').toLowerCase();
  return guid.test(tenant) || (tenant.length <= 253 && domain.test(tenant)) ? tenant : undefined;
}
