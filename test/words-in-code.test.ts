import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'vite';
import { expect, test } from 'vitest';

type Node = { type: string; [field: string]: unknown };

const root = fileURLToPath(new URL('..', import.meta.url));
const files = ['components', 'entrypoints'].flatMap((room) =>
  readdirSync(root + room, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => `${room}/${file}`),
);

/** Attributes whose value nobody reads. */
const unread =
  /^(class|id|for|rel|role|type|autocomplete|viewBox|d|aria-(controls|labelledby|describedby)|data-.+)$/;

/** What no language says otherwise. */
const sameEverywhere = [
  // Names.
  /^(Guestpass|Azure CLI|Bicep|Microsoft Authenticator|Microsoft Graph PowerShell|Windows Hello for Business)$/,
  // Permissions and modules: `User.Read.All`, `UserAuthMethod-TAP.ReadWrite.All`.
  /^[\w-]+(\.\w+)+$/,
  // Commands.
  /^az /,
  // Keys.
  /^(Enter|Escape|Home|End|Arrow(Up|Down|Left|Right))$/,
  // Classes and selectors that are not written where they are used.
  /^(typed pass|\.action button)$/,
];

test.each(files)('%s says nothing in words of its own: they are in public/_locales', (file) => {
  expect(wordsIn(file, readFileSync(root + file, 'utf8'))).toEqual([]);
});

test.each([
  ['<p>Hidden</p>', ['Hidden']],
  ['<p>a{1}</p>', ['a']],
  ['<p> · </p>', []],
  ['<input aria-label="Search" class="wide Field" />', ['Search']],
  ["const told = 'Copied';", ['Copied']],
  ['const told = `seconds left`;', ['seconds left']],
  ["throw new Error('No pass to copy');", []],
  ["page.querySelector('button, input');", []],
  ["import a from 'Some thing';", []],
])('a word is found where one is: %s', (source, words) => {
  expect(wordsIn('probe.tsx', source)).toEqual(words);
});

function wordsIn(file: string, source: string): string[] {
  const { program, errors } = parseSync(file, source);
  expect(errors).toEqual([]);
  const found: string[] = [];
  walk(program as unknown as Node, (node) => {
    if (isUnread(node)) return false;
    const words = textOf(node).trim();
    const isSaid = node.type === 'JSXText' ? /\p{L}/u : /\p{L}[,;:.…]? +\p{L}|^\p{Lu}\p{Ll}/u;
    if (isSaid.test(words) && !sameEverywhere.some((one) => one.test(words))) found.push(words);
    return true;
  });
  return found;
}

function isUnread({ type, name, source, callee }: Node): boolean {
  switch (type) {
    case 'ImportDeclaration':
    case 'ImportExpression':
    case 'TSLiteralType':
      return true;
    case 'ExportNamedDeclaration':
      return Boolean(source);
    case 'JSXAttribute':
      return unread.test(nameOf(name));
    // Nobody sees what is thrown.
    case 'NewExpression':
      return nameOf(callee) === 'Error';
    case 'CallExpression':
      return /^(querySelector|closest|matches)/.test(nameOf((callee as Node).property));
    default:
      return false;
  }
}

const nameOf = (node: unknown) => String((node as Node | undefined)?.name ?? '');

function textOf({ type, value }: Node): string {
  if (type === 'TemplateElement') return (value as { cooked: string }).cooked;
  return typeof value === 'string' ? value : '';
}

function walk(node: Node, visit: (node: Node) => boolean): void {
  if (!visit(node)) return;
  for (const value of Object.values(node))
    for (const child of Array.isArray(value) ? value : [value])
      if (child && typeof child === 'object' && 'type' in child) walk(child as Node, visit);
}
