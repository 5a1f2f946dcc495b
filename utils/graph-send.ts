import { FailureError } from './failures';
import { parsed, succeeded } from './graph-answer';
import type { GraphReply } from './graph-failure';
import { batchReply } from './graph-replies';

/** Sends one request; `path` lies below `/v1.0`. Throws `offline` or the token's own failure, never for a status. */
export type Send = (
  method: 'get' | 'post' | 'patch' | 'delete',
  path: string,
  more?: { body?: unknown; headers?: Record<string, string> },
) => Promise<GraphReply>;

/** One request inside a batch. Only reads have this shape, so a batch may be repeated. */
export type Step =
  | { method: 'GET'; url: string }
  | { method: 'POST'; url: `${string}/checkMemberGroups`; body: unknown };

const mostInOneBatch = 20;

/**
 * Sends steps by name, up to 20 a round trip, and gives the reply to each.
 * https://learn.microsoft.com/graph/json-batching
 */
export async function sendBatch(
  send: Send,
  steps: Record<string, Step>,
): Promise<(name: string) => GraphReply> {
  const requests = Object.entries(steps).map(([id, step]) => ({
    id,
    ...step,
    ...(step.method === 'POST' ? { headers: { 'Content-Type': 'application/json' } } : {}),
  }));
  const batches = await Promise.all(
    chunksOf(requests, mostInOneBatch).map(async (chunk) =>
      parsed(batchReply, succeeded(await send('post', '/$batch', { body: { requests: chunk } }))),
    ),
  );
  const responses = batches.flatMap((batch) => batch.responses);
  return (name) => {
    const inner = responses.find(({ id }) => id === name);
    if (!inner)
      throw new FailureError({ code: 'graphUnavailable', detail: `No reply to "${name}" in $batch.` });
    return { status: inner.status, headers: new Headers(inner.headers), body: inner.body };
  };
}

/** Cuts a list into pieces of `size`. */
export function chunksOf<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
