import { badRequest } from './graph-error';

/** Names in `$select`, or undefined when it is missing. */
export function selected(query: URLSearchParams): string[] | undefined {
  const names = query.get('$select')?.split(',');
  return names?.map((name) => name.trim()).filter((name) => name !== '');
}

/**
 * The properties of `object` that are named, or else those named by `usual`; an unknown name is a 400. The id is sent
 * only when it is named. https://learn.microsoft.com/graph/query-parameters#select-parameter
 */
export function select(
  object: Record<string, unknown>,
  names: readonly string[] | undefined,
  usual: readonly string[],
  type: string,
): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const wanted of names ?? usual) {
    const name = Object.hasOwn(object, wanted) ? wanted : named(object, wanted);
    if (name === undefined) {
      throw badRequest(
        `Parsing OData Select and Expand failed: Could not find a property named '${wanted}' on type '${type}'.`,
      );
    }
    result[name] = object[name];
  }
  return result;
}

function named(object: Record<string, unknown>, wanted: string): string | undefined {
  for (const name in object) if (name.toLowerCase() === wanted.toLowerCase()) return name;
  return undefined;
}

/** `@odata.context` of one entity of a set, with what was selected. */
export function entityContext(root: string, set: string, query: URLSearchParams): string {
  const names = query.get('$select');
  return `${root}/$metadata#${set}${names ? `(${names})` : ''}/$entity`;
}
