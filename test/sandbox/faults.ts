import type { IncomingMessage, ServerResponse } from 'node:http';
import { sendFault } from './fault-answers';

/** What may go wrong with a request. `act` says whether the server carries the request out all the same. */
export type Fault =
  /** The connection ends without a byte of an answer. */
  | { kind: 'cut'; act: 'before' | 'after' }
  /**
   * Another answer in the place of the server's own, by default with an error body like Graph's; `act: 'after'` when
   * the server has acted.
   */
  | {
      kind: 'answer';
      status: number;
      headers?: Record<string, string | string[]>;
      body?: string;
      act?: 'before' | 'after';
    }
  /** The answer comes after so many milliseconds of real time, spent before or after the server acts. */
  | { kind: 'slow'; milliseconds: number; act?: 'before' | 'after' }
  /**
   * The request (or, `act: 'after'`, its answer) stands still until the promise resolves. A request whose sender is
   * gone by then has got lost on its way: the server never sees it.
   */
  | { kind: 'held'; until: Promise<void>; act?: 'before' | 'after' }
  /** 401 with several Bearer challenges, one of which asks for these claims (JSON). The server does not act. */
  | { kind: 'claimsChallenge'; claims: string }
  /** The server's own answer breaks off in the middle; the connection ends cleanly. */
  | { kind: 'truncated' }
  /** The server's own answer under this content type. */
  | { kind: 'contentType'; contentType: string };

/** Which requests a fault meets; all of them when only `url` is given. */
type FaultRule = {
  room?: 'portal' | 'login' | 'graph';
  method?: string;
  /** Tested against the whole URL, `https://host/path?query`. */
  url: RegExp;
  /** How many requests it meets before it is gone; absent: all until removed. */
  times?: number;
  fault: Fault;
};

/** Faults waiting for requests, the oldest rule first. */
export type Faults = {
  /** Adds a rule and returns what removes it. */
  add(rule: FaultRule): () => void;
  clear(): void;
  /** The fault this request meets, counted as used. */
  take(request: { method: string; url: URL }): Fault | undefined;
};

/** An empty registry. */
export function createFaults(): Faults {
  let rules: { rule: FaultRule; left: number }[] = [];
  return {
    add(rule) {
      const entry = { rule, left: rule.times ?? Number.POSITIVE_INFINITY };
      rules.push(entry);
      return () => {
        rules = rules.filter((other) => other !== entry);
      };
    },
    clear() {
      rules = [];
    },
    take({ method, url }) {
      const found = rules.find(({ rule }) => meets(rule, method, url));
      if (!found) return undefined;
      found.left -= 1;
      if (found.left <= 0) rules = rules.filter((other) => other !== found);
      return found.rule.fault;
    },
  };
}

function meets({ room, method, url: pattern }: FaultRule, requested: string, url: URL): boolean {
  if (room && room !== roomOf(url.hostname)) return false;
  if (method && method.toUpperCase() !== requested) return false;
  // A global or sticky pattern would remember where it stopped.
  pattern.lastIndex = 0;
  return pattern.test(url.href);
}

function roomOf(host: string): FaultRule['room'] {
  if (/^login\./.test(host)) return 'login';
  return /graph\./.test(host) ? 'graph' : 'portal';
}

/** Answers a request through `handle`, spoilt by the fault that waits for it, if any. */
export async function applyFault(
  faults: Faults,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  handle: () => Promise<void>,
): Promise<void> {
  // A preflight is the browser's affair: faults are counted in requests of the extension.
  const fault = request.method === 'OPTIONS' ? undefined : faults.take({ method: request.method ?? '', url });
  if (!fault) return handle();
  await sendFault(fault, request, response, handle);
}
