import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { routes } from '../sandbox/graph/routes';

type Operation = { security?: { msgraph: string[] }[] };
const description = parse(readFileSync(new URL('../fixtures/graph-slice.yaml', import.meta.url), 'utf8')) as {
  paths: Record<string, Record<string, Operation>>;
};

const described = Object.entries(description.paths).flatMap(([path, methods]) =>
  Object.entries(methods)
    .filter(([name]) => name !== 'parameters')
    .map(([name, operation]) => ({ name: `${name.toUpperCase()} ${path}`, operation })),
);

test('the sandbox knows every operation of the description and no other', () => {
  const known = [...routes.map(({ method, path }) => `${method} ${path}`), 'POST /$batch'];
  expect(known.sort()).toEqual(described.map(({ name }) => name).sort());
});

test.each(described.filter(({ name }) => name !== 'POST /$batch'))(
  '$name opens with every permission that the description names',
  ({ name, operation }) => {
    const route = routes.find(({ method, path }) => `${method} ${path}` === name);
    const named = (operation.security ?? []).map(({ msgraph }) => msgraph[0]);
    expect(route?.scopes).toEqual(expect.arrayContaining(named));
  },
);
