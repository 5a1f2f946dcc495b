import { FailureError } from './failures';
import { parsed, succeeded } from './graph-answer';
import type { GraphReply } from './graph-failure';
import { mayRepeat, type Patience, retryAfter } from './graph-patience';
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

/**
 * Sends steps by name, up to 20 a round trip, and gives the reply to each. Steps that Graph could not answer for the
 * moment are sent once more, and only these, after the longest pause that one of them was asked for.
 * https://learn.microsoft.com/graph/json-batching, https://learn.microsoft.com/graph/throttling
 */
export type SendBatch = (steps: Record<string, Step>) => Promise<(name: string) => GraphReply>;

type Request = Step & { id: string; headers?: Record<string, string> };

const mostInOneBatch = 20;

/** Sends batches by `send`, with the same patience. */
export function createBatch(send: Send, patience: Patience): SendBatch {
  async function answer(requests: Request[], replies: Map<string, GraphReply>): Promise<void> {
    let left = requests;
    for (let tries = 1; ; tries += 1) {
      const batch = succeeded(await send('post', '/$batch', { body: { requests: left } }));
      for (const { id, status, headers, body } of parsed(batchReply, batch).responses)
        replies.set(id, { status, headers: new Headers(headers), body });
      left = left.filter(({ id }) => mayRepeat(true, replies.get(id)?.status ?? 0));
      const asked = left.map(({ id }) => retryAfter(replies.get(id)?.headers ?? new Headers()) ?? 0);
      if (left.length === 0 || !(await patience.wait(Math.max(...asked) || undefined, tries, true))) return;
    }
  }

  return async (steps) => {
    const requests = Object.entries(steps).map(([id, step]) => ({
      id,
      ...step,
      ...(step.method === 'POST' ? { headers: { 'Content-Type': 'application/json' } } : {}),
    }));
    const replies = new Map<string, GraphReply>();
    await Promise.all(chunksOf(requests, mostInOneBatch).map((chunk) => answer(chunk, replies)));
    return (name) => {
      const reply = replies.get(name);
      if (!reply)
        throw new FailureError({ code: 'graphUnavailable', detail: `No reply to "${name}" in $batch.` });
      return reply;
    };
  };
}

/** Cuts a list into pieces of `size`. */
export function chunksOf<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
