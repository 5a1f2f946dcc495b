import * as v from 'valibot';
import { FailureError } from './failures';
import { failureOfReply, type GraphReply, type Meaning } from './graph-failure';

/** The body of a success; anything else throws what `failureOfReply` says. */
export function succeeded(reply: GraphReply, meaning: Meaning = {}): unknown {
  if (reply.status >= 200 && reply.status < 300) return reply.body;
  throw new FailureError(failureOfReply(reply, meaning));
}

/**
 * Demands the answer to a change, 204, which has no body. A page that a proxy puts in the place of Graph's answer
 * may come as a success too, and says nothing of the change.
 */
export function done(reply: GraphReply, meaning: Meaning = {}): void {
  succeeded(reply, meaning);
  if (reply.status !== 204)
    throw new FailureError({ code: 'graphUnavailable', detail: `HTTP ${reply.status}, expected 204.` });
}

/** What `read` makes of a success; `unknown` under a status that only says that the admin will not get to know it. */
export function unknownUnder<Value>(
  statuses: readonly number[],
  reply: GraphReply,
  read: (body: unknown) => Value,
): Value | 'unknown' {
  return statuses.includes(reply.status) ? 'unknown' : read(succeeded(reply));
}

/** Security: nothing from the wire goes further than this without having the described shape. */
export function parsed<Schema extends v.GenericSchema>(schema: Schema, body: unknown): v.InferOutput<Schema> {
  const result = v.safeParse(schema, body);
  if (result.success) return result.output;
  const [issue] = result.issues;
  // The path and what was expected, never the value: it may be the pass.
  const detail = `Unexpected reply at "${v.getDotPath(issue) ?? ''}": expected ${issue.expected ?? issue.type}.`;
  throw new FailureError({ code: 'graphUnavailable', detail });
}

/**
 * Does something that changes the tenant, under a `client-request-id` that support and the SOC can look up. When no
 * usable answer comes, Graph may have acted all the same: `outcomeUnknown`.
 */
export async function acted<Value>(clientRequestId: string, work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    const lost =
      error instanceof FailureError && ['offline', 'graphUnavailable'].includes(error.failure.code);
    throw lost ? new FailureError({ ...error.failure, code: 'outcomeUnknown', clientRequestId }) : error;
  }
}
