import { parseFilter } from './filter';
import { unsupportedQuery } from './graph-error';
import { orderBy } from './order-by';
import type { Call, Reply } from './route';
import { parseSearch } from './search';

/** A collection of directory objects and how to look at them. */
export type List<T> = {
  /** Entity set of `@odata.context`, e.g. `users`. */
  context: string;
  items: readonly T[];
  /** Everything that `$filter`, `$search` and `$orderby` may look at. */
  fields: (item: T) => Record<string, unknown>;
  /** What of an item is sent. */
  show: (item: T) => Record<string, unknown>;
  /** A report is no directory object: every query is a simple one. */
  isReport?: boolean;
};

/**
 * Answers a list request with `$filter`, `$search`, `$orderby`, `$top`, `$count` and paging.
 * https://learn.microsoft.com/graph/aad-advanced-queries, https://learn.microsoft.com/graph/paging
 */
export function listReply<T>(call: Call, { context, items, fields, show, isReport = false }: List<T>): Reply {
  const { query, headers, root } = call;
  const eventual = headers.consistencylevel?.toLowerCase() === 'eventual';
  const counts = eventual && query.get('$count') === 'true';
  if (query.has('$skip')) throw unsupportedQuery("'$skip' is not supported by the service.");
  let found = items.map((item) => ({ item, fields: fields(item) }));
  const filter = query.get('$filter');
  if (filter !== null) {
    const matches = parseFilter(filter, counts || isReport);
    found = found.filter(({ fields }) => matches(fields));
  }
  const search = query.get('$search');
  if (search !== null) {
    const matches = parseSearch(search, eventual);
    found = found.filter(({ fields }) => matches(fields));
  }
  const order = query.get('$orderby');
  if (order !== null) found.sort(orderBy(order, { filtered: filter !== null, advanced: counts, isReport }));
  const top = pageSize(query);
  const start = startOf(query);
  const page = found.slice(start, start + top).map(({ item }) => show(item));
  const select = query.get('$select');
  return {
    status: 200,
    body: {
      '@odata.context': `${root}/$metadata#${context}${select ? `(${select})` : ''}`,
      ...(counts && start === 0 ? { '@odata.count': found.length } : {}),
      ...(start + top < found.length ? { '@odata.nextLink': nextLink(call, start + top) } : {}),
      value: page,
    },
  };
}

function pageSize(query: URLSearchParams): number {
  const top = query.get('$top');
  if (top === null) return 100;
  if (!/^\d+$/.test(top) || Number(top) < 1 || Number(top) > 999) {
    throw unsupportedQuery(`Invalid page size specified: '${top}'. Must be between 1 and 999 inclusive.`);
  }
  return query.has('$expand') ? Math.min(Number(top), 100) : Number(top);
}

// Opaque to clients, as Graph's is.
const mark = 'RFNwdAIAAQ';

function startOf(query: URLSearchParams): number {
  const token = query.get('$skiptoken');
  if (token === null) return 0;
  const start = token.startsWith(mark) ? Number.parseInt(token.slice(mark.length), 36) : Number.NaN;
  if (!Number.isFinite(start)) throw unsupportedQuery("Invalid page token: '$skiptoken'.");
  return start;
}

function nextLink({ root, target, query }: Call, start: number): string {
  const path = target.split('?')[0] ?? '';
  const rest = [...query].filter(([name]) => name !== '$skiptoken');
  const parts = [...rest, ['$skiptoken', `${mark}${start.toString(36)}`] as const];
  return `${root}${path}?${parts.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&')}`;
}
