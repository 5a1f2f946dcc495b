import { badQuery, unsupportedQuery } from './graph-error';

type Matches = (fields: Record<string, unknown>) => boolean;

/**
 * Reads `"displayName:ines" OR "mail:ines"`: words of displayName and description match by token, other properties by
 * their beginning. https://learn.microsoft.com/graph/search-query-parameter
 */
export function parseSearch(text: string, eventual: boolean): Matches {
  if (!eventual) {
    throw unsupportedQuery(
      "Request with $search query parameter only works through MSGraph with a special request header: 'ConsistencyLevel: eventual'",
    );
  }
  const alternatives = splitAt('OR', text).map((part) => splitAt('AND', part).map(parseClause));
  return (fields) => alternatives.some((clauses) => clauses.every((matches) => matches(fields)));
}

/** Cuts at a word that stands between clauses, not inside the quotes of one. */
const splitAt = (word: 'OR' | 'AND', text: string) =>
  text.split(new RegExp(`(?<="\\s*\\)?)\\s+${word}\\s+(?=\\(?\\s*")`));

// Inside the quotes of a clause a quote and a backslash carry a backslash.
function parseClause(clause: string): Matches {
  const [, property, wanted] = /^\(?\s*"(\w+):((?:[^"\\]|\\["\\])*)"\s*\)?$/s.exec(clause.trim()) ?? [];
  if (property === undefined || wanted === undefined) throw badQuery(`Syntax error: ${clause}`);
  const value = wanted.replace(/\\(.)/g, '$1').toLowerCase();
  if (property !== 'displayName' && property !== 'description') {
    return (fields) =>
      String(fields[property] ?? '')
        .toLowerCase()
        .startsWith(value);
  }
  const words = tokens(value);
  return (fields) => {
    const present = tokens(String(fields[property] ?? '').toLowerCase());
    return words.every((word) => present.some((token) => token.startsWith(word)));
  };
}

const tokens = (text: string) => text.split(/[^\p{L}\p{N}\p{M}]+/u).filter((token) => token !== '');
