import { randomUUID } from 'node:crypto';
import { createAnswerer } from '../sandbox/graph/answer';
import { type GraphModes, usualModes } from '../sandbox/graph/modes';
import type { Reply } from '../sandbox/graph/route';
import { contosoId, people } from '../sandbox/seed';
import { tokenFor } from '../sandbox/sign-in-by-hand';
import { createState, type SandboxTenant, tenantOf, userOf } from '../sandbox/state';
import type { Clock } from './clock';

/** What goes wrong with one request. */
export type Fault =
  /** The connection ends; Graph never acts, has acted, or acts 2 seconds later. */
  | { kind: 'cut'; acts: 'never' | 'before' | 'later' }
  /** Another answer stands in its place; Graph has not acted. */
  | { kind: 'answer'; status: number; body?: string; headers?: Record<string, string> }
  /** Graph has acted, but its answer is spoilt on the way: a gateway's page, or half of it. */
  | { kind: 'spoilt'; as: 'page502' | 'half' }
  /** The request, or its answer, takes so long. */
  | { kind: 'held'; what: 'request' | 'answer'; milliseconds: number };

/** Which requests a fault meets. */
export type Meets = 'POST' | 'DELETE' | 'list' | 'batch';

/** One request that a worker's `fetch` was asked for. */
export type Asked = {
  what: Meets | 'other';
  userId: string;
  clientRequestId: string;
  url: string;
  /** Undefined while there is no answer. */
  answer?: number | 'lost';
};

/** A pass that Graph made, whoever asked for it. */
export type Made = {
  userId: string;
  passId: string;
  code: string;
  clientRequestId: string;
  by: 'us' | 'them';
};

/** Who asks. A dead asker gets no answer; what it has sent may arrive all the same. */
export type Asker = { isAlive(): boolean; lands(): boolean; step(): Promise<void> };

/** The sandbox's Graph without its server: requests and answers take time on the model's clock only. */
export type Cloud = ReturnType<typeof createCloud>;

/** Milliseconds of each way. */
const way = 20;

/** A cloud at its seed. */
export function createCloud(clock: Clock) {
  const state = createState();
  const modes: GraphModes = usualModes();
  const answer = createAnswerer(state, () => modes);
  const asked: Asked[] = [];
  const made: Made[] = [];
  const acts = { count: 0 };
  const network = { down: false };
  let faults: { meets: Meets; fault: Fault }[] = [];

  const contoso = () => tenantOf(state, contosoId) as SandboxTenant;

  function act(
    method: string,
    url: URL,
    headers: Record<string, string>,
    text: string,
    by: Made['by'],
  ): Reply {
    acts.count += 1;
    const clientRequestId = headers['client-request-id'] ?? randomUUID();
    const reply = answer({ method, url, headers, text, requestId: randomUUID(), clientRequestId });
    const { id, temporaryAccessPass: code } = Object(reply.body) as Record<string, string>;
    if (code && id) made.push({ userId: userIdOf(url), passId: id, code, clientRequestId, by });
    return reply;
  }

  /** Somebody else at another computer does something at once. */
  function elsewhere(method: 'POST' | 'DELETE', userId: string, passId = ''): void {
    const token = tokenFor(state, { userId: people.helen });
    const path = `https://graph.microsoft.com/v1.0/users/${userId}/authentication/temporaryAccessPassMethods`;
    const url = new URL(passId ? `${path}/${passId}` : path);
    act(method, url, { authorization: `Bearer ${token}` }, method === 'POST' ? '{}' : '', 'them');
  }

  /** Answers a worker, if it lives to hear it. */
  async function fetchFor(asker: Asker, input: string, init: RequestInit = {}): Promise<Response> {
    await asker.step();
    try {
      return await travel(asker, input, init);
    } finally {
      await asker.step();
    }
  }

  async function travel(asker: Asker, input: string, init: RequestInit): Promise<Response> {
    const url = new URL(input);
    const headers = Object.fromEntries(new Headers(init.headers));
    const method = init.method ?? 'GET';
    const text = String(init.body ?? '');
    const entry: Asked = {
      what: kindOf(method, url),
      userId: userIdOf(url),
      clientRequestId: headers['client-request-id'] ?? '',
      url: input,
    };
    asked.push(entry);
    const lost = (): never => {
      entry.answer = 'lost';
      throw new TypeError('fetch failed');
    };
    const found = faults.find(({ meets }) => meets === entry.what);
    faults = faults.filter((other) => other !== found);
    const fault = found?.fault;
    const isOffline = network.down;
    await clock.pause(way);
    if (isOffline || (fault?.kind === 'cut' && fault.acts === 'never')) return lost();
    if (fault?.kind === 'cut' && fault.acts === 'later') {
      clock.pauseElsewhere(2_000).then(() => act(method, url, headers, text, 'us'));
      return lost();
    }
    if (fault?.kind === 'held' && fault.what === 'request') await clock.pauseElsewhere(fault.milliseconds);
    // It is gone with its sender, unless it was on the wire already.
    if (!asker.isAlive() && !asker.lands()) return lost();
    const reply: Reply =
      fault?.kind === 'answer'
        ? { status: fault.status, headers: fault.headers ?? {}, body: fault.body }
        : act(method, url, headers, text, 'us');
    if (fault?.kind === 'held' && fault.what === 'answer') await clock.pauseElsewhere(fault.milliseconds);
    await clock.pause(way);
    if (network.down || fault?.kind === 'cut') return lost();
    return responseOf(reply, fault, entry);
  }

  return {
    state,
    modes,
    asked,
    made,
    acts,
    network,
    contoso,
    fetchFor,
    elsewhere,
    /** The pass that Graph holds for this user. */
    passOf: (userId: string) => userOf(contoso(), userId)?._pass,
    addFault: (meets: Meets, fault: Fault) => faults.push({ meets, fault }),
    clearFaults() {
      faults = [];
    },
  };
}

function responseOf(reply: Reply, fault: Fault | undefined, entry: Asked): Response {
  const body = typeof reply.body === 'string' ? reply.body : JSON.stringify(reply.body);
  const spoilt = fault?.kind === 'spoilt' ? fault.as : undefined;
  const status = spoilt === 'page502' ? 502 : reply.status;
  const text = spoilt === 'page502' ? '<html>Bad gateway</html>' : (body ?? '');
  // Half of a refusal is one, by its status.
  const isLost = spoilt === 'page502' || (spoilt === 'half' && status < 400);
  entry.answer = isLost ? 'lost' : status;
  const half = spoilt === 'half' ? text.slice(0, text.length / 2) : text;
  // A real one reads itself in real time, of which a schedule has none.
  const headers = new Headers(reply.headers);
  return { status, ok: status < 300, headers, text: async () => half } as Response;
}

function kindOf(method: string, { pathname }: URL): Asked['what'] {
  if (pathname.endsWith('/$batch')) return 'batch';
  if (!/temporaryAccessPassMethods/.test(pathname)) return 'other';
  return method === 'GET' ? 'list' : method === 'POST' ? 'POST' : 'DELETE';
}

const userIdOf = ({ pathname }: URL) => /\/users\/([^/]+)/.exec(pathname)?.[1] ?? '';
