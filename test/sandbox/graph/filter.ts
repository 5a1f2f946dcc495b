import { badQuery, unsupportedQuery } from './graph-error';

type Value = string | number | boolean | null;
type Matches = (fields: Record<string, unknown>) => boolean;

/** Properties Graph cannot compare with null, whatever the headers. */
const neverNull = new Set(['creationType', 'externalUserState']);
const comparable = /^(eq|ne|ge|le|gt|lt)$/i;

/**
 * Reads the part of OData's `$filter` that directory objects support; `advanced` says that the request carries
 * `ConsistencyLevel: eventual` and `$count=true`. https://learn.microsoft.com/graph/aad-advanced-queries
 */
export function parseFilter(text: string, advanced: boolean): Matches {
  const words = tokenize(text);
  let at = 0;
  const peek = () => words[at];
  const take = () => words[at++] ?? fail();
  const fail = (): never => {
    throw badQuery(`Invalid filter clause: ${text}`);
  };
  const expect = (word: string) => {
    if (take().toLowerCase() !== word) fail();
  };
  const demand = (operator: string) => {
    if (advanced) return;
    throw unsupportedQuery(
      `Operator '${operator}' is not supported because the required parameters might be missing. Try adding $count=true query parameter and ConsistencyLevel:eventual header. Refer to https://aka.ms/graph-docs/advanced-queries for more information`,
    );
  };

  const either = (): Matches => chain('or', both, (a, b) => (fields) => a(fields) || b(fields));
  const both = (): Matches => chain('and', single, (a, b) => (fields) => a(fields) && b(fields));
  function chain(word: string, next: () => Matches, join: (a: Matches, b: Matches) => Matches): Matches {
    let left = next();
    while (peek()?.toLowerCase() === word) {
      take();
      left = join(left, next());
    }
    return left;
  }
  function single(): Matches {
    const word = take();
    if (word === '(') {
      const inside = either();
      expect(')');
      return inside;
    }
    const lower = word.toLowerCase();
    if (lower === 'not') {
      demand('not');
      const inner = single();
      return (fields) => !inner(fields);
    }
    if (lower === 'startswith' || lower === 'endswith') return textFunction(lower);
    if (word.endsWith('/any')) return any(word.slice(0, -'/any'.length));
    return comparison(word);
  }
  function textFunction(name: 'startswith' | 'endswith'): Matches {
    if (name === 'endswith') demand('endsWith');
    expect('(');
    const property = take();
    expect(',');
    const wanted = String(literal(take())).toLowerCase();
    expect(')');
    const method = name === 'startswith' ? 'startsWith' : 'endsWith';
    return (fields) =>
      String(valueAt(fields, property) ?? '')
        .toLowerCase()
        [method](wanted);
  }
  function any(property: string): Matches {
    expect('(');
    // `i:i/issuer` and `i: i/issuer` are the same.
    const [, variable = fail(), rest] = /^(\w+):(.*)$/.exec(take()) ?? [];
    if (rest) words[--at] = rest;
    const inner = either();
    expect(')');
    return (fields) => {
      const items = fields[property];
      return Array.isArray(items) && items.some((item) => inner({ [variable]: item }));
    };
  }
  function comparison(property: string): Matches {
    const operator = take().toLowerCase();
    if (operator === 'in') {
      expect('(');
      const values: Value[] = [];
      do values.push(literal(take()));
      while (take() === ',');
      return (fields) => values.some((value) => equal(valueAt(fields, property), value));
    }
    if (!comparable.test(operator)) fail();
    const wanted = literal(take());
    if (wanted === null && neverNull.has(property)) {
      throw unsupportedQuery(
        `Unsupported or invalid query filter clause specified for property '${property}' of resource 'User'.`,
      );
    }
    if (operator === 'ne' || wanted === null) demand(operator);
    if (operator === 'eq') return (fields) => equal(valueAt(fields, property), wanted);
    if (operator === 'ne') return (fields) => !equal(valueAt(fields, property), wanted);
    return (fields) => {
      const present = valueAt(fields, property);
      if (typeof present !== typeof wanted || present === null || wanted === null) return false;
      const less = (present as string) < (wanted as string);
      const same = present === wanted;
      return { ge: !less, gt: !less && !same, le: less || same, lt: less }[operator] ?? false;
    };
  }

  const matches = either();
  if (at < words.length) fail();
  return matches;
}

function tokenize(text: string): string[] {
  return text.match(/'(?:[^']|'')*'|[(),]|[^\s(),']+/g) ?? [];
}

function literal(word: string): Value {
  if (word.startsWith("'")) return word.slice(1, -1).replaceAll("''", "'");
  if (word === 'null') return null;
  if (word === 'true' || word === 'false') return word === 'true';
  return /^-?\d+(\.\d+)?$/.test(word) ? Number(word) : word;
}

function equal(present: unknown, wanted: Value): boolean {
  if (typeof present === 'string' && typeof wanted === 'string')
    return present.toLowerCase() === wanted.toLowerCase();
  return (present ?? null) === wanted;
}

/** The value at `a/b`. */
function valueAt(fields: Record<string, unknown>, path: string): unknown {
  let value: unknown = fields;
  for (const name of path.split('/')) value = (value as Record<string, unknown> | null | undefined)?.[name];
  return value;
}
