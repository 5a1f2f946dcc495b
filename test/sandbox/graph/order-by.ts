import { unsupportedQuery } from './graph-error';

type Found = { fields: Record<string, unknown> };

/** A comparison for `$orderby`; together with `$filter` it is an advanced query. */
export function orderBy(
  text: string,
  query: { filtered: boolean; advanced: boolean; isReport: boolean },
): (a: Found, b: Found) => number {
  const [name = '', direction = 'asc'] = text.trim().split(/\s+/);
  if (!query.isReport && !['displayName', 'userPrincipalName'].includes(name)) {
    throw unsupportedQuery(`Sorting not supported for property '${name}'.`);
  }
  if (query.filtered && !query.advanced && !query.isReport)
    throw unsupportedQuery('Sorting not supported for current query.');
  const sign = direction === 'desc' ? -1 : 1;
  return (a, b) => sign * String(a.fields[name]).localeCompare(String(b.fields[name]));
}
