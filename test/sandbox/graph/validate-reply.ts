import { readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import { parse } from 'yaml';
import { brokenReplies } from './broken-replies';
import { closedSchema, type Schema } from './closed-schema';
import { createRouteTable } from './route';

type Operation = { responses: Record<string, { content?: { 'application/json'?: { schema: Schema } } }> };
type Description = {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
};
type Described = { find: ReturnType<typeof createRouteTable>; operations: Map<string, Operation>; ajv: Ajv };

let described: Described | undefined;
const compiled = new Map<string, ValidateFunction>();

/**
 * Compares a reply with `test/fixtures/graph-slice.yaml` and tells what is wrong with it, undefined when nothing is.
 * `path` is below `/v1.0`, without query. Properties the description does not name are wrong too.
 */
export function validateReply(
  method: string,
  path: string,
  status: number,
  body: unknown,
): string | undefined {
  described ??= readDescription();
  if (status >= 400) return compare('microsoft.graph.ODataErrors.ODataError', errorSchema, body);
  const template = described.find(method, path)?.route?.path ?? '';
  const response = described.operations.get(`${method} ${template}`)?.responses[status];
  if (!response) return `The description has no ${status} for ${method} ${path}.`;
  const schema = response.content?.['application/json']?.schema;
  if (!schema) return body === undefined ? undefined : 'The description has no body here.';
  return compare(`${method} ${template} ${status}`, schema, body);
}

/** Adds a reply to `brokenReplies` and says so on the console when it breaks the description. */
export function noteBrokenReply(method: string, path: string, status: number, body: unknown): void {
  const problem = validateReply(method, path, status, body);
  if (problem === undefined) return;
  brokenReplies.push({ method, path, status, problem });
  console.error(`${method} ${path} answered ${status} against the description: ${problem}`);
}

const errorSchema: Schema = { $ref: '#/components/schemas/microsoft.graph.ODataErrors.ODataError' };

function compare(key: string, schema: Schema, body: unknown): string | undefined {
  described ??= readDescription();
  const { ajv } = described;
  const validate = compiled.get(key) ?? ajv.compile(closedSchema(schema, {}));
  compiled.set(key, validate);
  return validate(body) ? undefined : ajv.errorsText(validate.errors, { dataVar: 'body' });
}

// Read when the first reply is checked: the sandbox starts without it.
function readDescription(): Described {
  const file = new URL('../../fixtures/graph-slice.yaml', import.meta.url);
  const { paths, components } = parse(readFileSync(file, 'utf8')) as Description;
  const schemas = Object.entries(components.schemas);
  const $defs = Object.fromEntries(
    schemas.map(([name, schema]) => [name, closedSchema(schema, components.schemas)]),
  );
  const ajv = new Ajv({ strict: false, formats: { int32: true, int64: true, uuid, 'date-time': dateTime } });
  ajv.addSchema({ $id: 'graph', $defs });
  const operations = new Map<string, Operation>();
  const routes = Object.entries(paths).flatMap(([path, methods]) =>
    (['get', 'post', 'patch', 'delete'] as const).flatMap((name) => {
      const operation = methods[name];
      if (!operation) return [];
      const method = name.toUpperCase() as 'GET' | 'POST' | 'PATCH' | 'DELETE';
      operations.set(`${method} ${path}`, operation);
      return [{ method, path, scopes: [], answer: () => ({ status: 200 }) }];
    }),
  );
  return { find: createRouteTable(routes), operations, ajv };
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const dateTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,12})?(Z|[+-]\d\d:\d\d)$/;
