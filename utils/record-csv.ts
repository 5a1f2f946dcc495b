import type { RecordEntry } from './record-entry';

type Cell = string | number | boolean | undefined;

/** The columns, under Graph's own names. */
const columns: [name: string, read: (entry: RecordEntry) => Cell][] = [
  ['at', ({ at }) => at],
  ['action', ({ action }) => action],
  ['outcome', ({ outcome }) => outcome],
  ['failure', ({ failure }) => failure],
  ['admin', ({ admin }) => admin],
  ['tenantId', ({ tenant }) => tenant.id],
  ['tenantDisplayName', ({ tenant }) => tenant.displayName],
  ['guestId', ({ guest }) => guest?.id],
  ['guestUserPrincipalName', ({ guest }) => guest?.userPrincipalName],
  ['guestDisplayName', ({ guest }) => guest?.displayName],
  ['lifetimeInMinutes', ({ options }) => options.lifetimeInMinutes],
  ['isUsableOnce', ({ options }) => options.isUsableOnce],
  ['startDateTime', ({ options }) => options.startDateTime],
  ['reason', ({ reason }) => reason],
  ['client-request-id', ({ clientRequestId }) => clientRequestId],
  ['request-id', ({ requestId }) => requestId],
];

/**
 * The entries as one CSV text with a header, CRLF and a byte order mark, by which Excel knows UTF-8.
 * https://www.rfc-editor.org/rfc/rfc4180
 */
export function recordCsv(entries: RecordEntry[]): string {
  const rows = [
    columns.map(([name]) => name),
    ...entries.map((entry) => columns.map(([, read]) => read(entry))),
  ];
  return `\uFEFF${rows.map((row) => `${row.map(quote).join(',')}\r\n`).join('')}`;
}

function quote(cell: Cell): string {
  return `"${withoutFormulas(inOneLine(String(cell ?? ''))).replaceAll('"', '""')}"`;
}

const lineBreaks = /[\t\n\v\f\r\u0085\u2028\u2029]/g;
const controls = /[\p{Cc}\p{Cs}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

/** A line break becomes a space; what can't be seen but changes how the rest is read becomes U+FFFD. */
function inOneLine(text: string): string {
  return text.replace(lineBreaks, ' ').replace(controls, '\uFFFD');
}

/**
 * Security: a spreadsheet calculates what begins like a formula, and names come from strangers. An apostrophe makes
 * it text; also after a semicolon, where half of Europe's spreadsheets begin a new cell.
 * https://owasp.org/www-community/attacks/CSV_Injection
 */
function withoutFormulas(text: string): string {
  return text.replace(/(^|;)(?=[\s"']*[=+\-@＝＋－＠])/gu, "$1'");
}
