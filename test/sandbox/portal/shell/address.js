const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const domain = /^([a-z0-9-]+\.)+[a-z]{2,}$/i;

/**
 * Reads an address as the portal's shell does:
 * `HOST[/TENANT][/][?flags]#[@TENANT/](view|blade)/EXT/BLADE[/~/MENU|/MENU](/name[~]/value)*`.
 */
export function readAddress(href) {
  const url = new URL(href);
  const flags = Object.fromEntries([...url.searchParams].map(([name, value]) => [name.toLowerCase(), value]));
  // Only the first view counts: what follows `?` or `&` is somebody's tail.
  const [fragment = ''] = url.hash.slice(1).split(/[?&]/);
  const parts = fragment.split('/').map(decode);
  let tenant = pathTenant(url.pathname);
  if (parts[0]?.startsWith('@')) tenant = parts.shift().slice(1) || tenant;
  const [kind = '', extension = '', blade = '', ...rest] = parts;
  if (!/^(view|blade)$/i.test(kind)) return { tenant, flags, kind: kind.toLowerCase(), parameters: {} };
  let menu;
  if (rest[0] === '~') [, menu] = rest.splice(0, 2);
  // Consecutive name/value pairs; one part too many means that a menu item stands before them.
  else if (rest.length % 2 === 1) menu = rest.shift();
  return { tenant, flags, kind: 'view', extension, blade, menu: menu || undefined, parameters: pairs(rest) };
}

function pathTenant(pathname) {
  const parts = pathname.split('/').filter(Boolean);
  const isRoute = /^\/(auth\/login|signin\/index)\//i.test(pathname) && parts.length === 3;
  const found = (isRoute ? parts[2] : parts.length === 1 ? parts[0] : '').replace(/^@/, '');
  return guid.test(found) || domain.test(found) ? found.toLowerCase() : undefined;
}

function pairs(parts) {
  const parameters = {};
  for (let i = 0; i + 1 < parts.length; i += 2) {
    const name = parts[i];
    const value = parts[i + 1];
    if (name.endsWith('~')) parameters[name.slice(0, -1)] = json(value);
    else parameters[name] = value;
  }
  return parameters;
}

function json(text) {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function decode(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
