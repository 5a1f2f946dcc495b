/** A JSON schema, as loosely as it is handled here. */
export type Schema = {
  $ref?: string;
  type?: string | string[];
  nullable?: boolean;
  enum?: unknown[];
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean | Schema;
  patternProperties?: Record<string, Schema>;
  items?: Schema;
  allOf?: Schema[];
  anyOf?: Schema[];
  [keyword: string]: unknown;
};

const local = '#/components/schemas/';

/**
 * An OpenAPI 3.0 schema as JSON schema that refuses properties it does not name (OData annotations aside): inheritance
 * by `allOf` is flattened, `nullable` becomes a type, and references lead to `graph#/$defs/…`.
 */
export function closedSchema(schema: Schema, all: Record<string, Schema>): Schema {
  const { description: _d, title: _t, example: _e, discriminator: _k, nullable, ...rest } = schema;
  if (nullable && rest.allOf && !rest.properties) {
    return { anyOf: [{ type: 'null' }, ...rest.allOf.map((part) => closedSchema(part, all))] };
  }
  if (rest.$ref) return { $ref: rest.$ref.replace(local, 'graph#/$defs/') };
  const { allOf, ...plain } = rest;
  const flat: Schema = allOf ? { ...plain, type: 'object', ...merged(allOf, all) } : plain;
  if (nullable && typeof flat.type === 'string') {
    flat.type = [flat.type, 'null'];
    if (flat.enum) flat.enum = [...flat.enum, null];
  }
  if (flat.anyOf) flat.anyOf = flat.anyOf.map((part) => closedSchema(part, all));
  if (flat.items) flat.items = closedSchema(flat.items, all);
  if (flat.properties) {
    const entries = Object.entries(flat.properties);
    flat.properties = Object.fromEntries(entries.map(([name, part]) => [name, closedSchema(part, all)]));
    flat.additionalProperties ??= false;
    flat.patternProperties = { '@odata\\.': {} };
  }
  return flat;
}

function merged(parts: Schema[], all: Record<string, Schema>): Pick<Schema, 'properties' | 'required'> {
  const result = { properties: {} as Record<string, Schema>, required: [] as string[] };
  for (const part of parts) {
    const resolved = part.$ref ? (all[part.$ref.replace(local, '')] ?? {}) : part;
    const inherited = resolved.allOf ? merged(resolved.allOf, all) : {};
    Object.assign(result.properties, inherited.properties, resolved.properties);
    result.required.push(...(inherited.required ?? []), ...(resolved.required ?? []));
  }
  return result;
}
