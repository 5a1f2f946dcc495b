import type { IncomingMessage, ServerResponse } from 'node:http';

/** One part of the sandbox cloud: answers for some hosts. `path` is the URL as sent, with its query. */
export type Room = {
  /** Host names (lower case, no port) this room answers for. */
  answers(host: string): boolean;
  handle(request: IncomingMessage, response: ServerResponse, url: URL): void | Promise<void>;
};

/** The whole body of a request as text. */
export async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
