/** A reply of the sandbox that breaks the description of Graph. */
type BrokenReply = { method: string; path: string; status: number; problem: string };

/** Replies that broke the description since the start. A test that breaks one on purpose takes it out again. */
export const brokenReplies: BrokenReply[] = [];

/** Throws, naming each broken reply, when there is one. */
export function demandWholeReplies(): void {
  if (brokenReplies.length === 0) return;
  const lines = brokenReplies.map(
    ({ method, path, status, problem }) => `${method} ${path} ${status}: ${problem}`,
  );
  throw new Error(`The sandbox answered against the description of Graph:\n${lines.join('\n')}`);
}
