import { afterEach, describe, expect, it, vi } from 'vitest';
import { createPatience, mayRepeat, retryAfter } from '../utils/graph-patience';
import { failureOf, graphInSandbox, lostAnswers } from './graph-in-sandbox';
import { people } from './sandbox/seed';

const { graphAs, requests, faults, modes, user } = graphInSandbox();

const graphWith = (limits: Parameters<typeof createPatience>[0]) =>
  graphAs(people.avery, undefined, createPatience(limits));
const batch = /\$batch/;
const justInes = [people.ines, { policy: false, organization: false }] as const;

/** Lets the next requests to Graph be answered so, in the place of its own answers. */
function answerWith(status: number, headers: Record<string, string>, times = Number.POSITIVE_INFINITY) {
  faults().add({ room: 'graph', url: /./, times, fault: { kind: 'answer', status, headers } });
}

describe('what a reply asks to wait', () => {
  const date = 'Sun, 06 Nov 1994 08:49:00 GMT';

  it.each<[string, Record<string, string>, number | undefined]>([
    ['seconds', { 'Retry-After': '7' }, 7000],
    ['seconds with decimals', { 'Retry-After': ' 0.25 ' }, 250],
    ['a date', { 'Retry-After': 'Sun, 06 Nov 1994 08:49:37 GMT' }, 37_000],
    ['a date of RFC 850', { 'Retry-After': 'Sunday, 06-Nov-94 08:49:37 GMT', Date: date }, undefined],
    [
      'a date of RFC 850',
      { 'Retry-After': 'Thursday, 26-Nov-26 08:49:37 GMT', Date: 'Thu, 26 Nov 2026 08:49:30 GMT' },
      7000,
    ],
    ['a date of asctime', { 'Retry-After': 'Sun Nov  6 08:49:37 1994' }, 37_000],
    ['milliseconds', { 'retry-after-ms': '300', 'Retry-After': '1' }, 300],
    ['milliseconds under the other name', { 'x-ms-retry-after-ms': '300', 'Retry-After': '1' }, 300],
    ['a moment that is over', { 'Retry-After': 'Sun, 06 Nov 1994 08:48:00 GMT' }, undefined],
    ['nothing', {}, undefined],
    ['no time', { 'Retry-After': '0' }, undefined],
    ['less than nothing', { 'Retry-After': '-5' }, undefined],
    ['words', { 'Retry-After': 'soon' }, undefined],
    ['a number of another kind', { 'Retry-After': '1e3' }, undefined],
    ['a date without its day', { 'Retry-After': '2026-11-26T08:49:37Z' }, undefined],
    ['no end', { 'Retry-After': '9'.repeat(400) }, undefined],
  ])('%s: %j', (_, headers, expected) => {
    expect(retryAfter(new Headers({ Date: date, ...headers }))).toBe(expected);
  });

  it('goes by the clock of this machine where Graph does not tell its own', () => {
    const inTen = new Date(Date.now() + 10_000).toUTCString();
    expect(retryAfter(new Headers({ 'Retry-After': inTen }))).toBeCloseTo(9500, -3.5);
  });
});

describe('what may be sent again', () => {
  it.each([
    [429, true, true],
    [502, true, false],
    [503, true, false],
    [504, true, false],
    [500, false, false],
    [401, false, false],
    [409, false, false],
    [200, false, false],
  ])('%i: a read %s, an order %s', (status, read, order) => {
    expect([mayRepeat(true, status), mayRepeat(false, status)]).toEqual([read, order]);
  });
});

describe('a pause', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it('grows by itself where nobody says how long, never the same for all, within the budget', async () => {
    vi.useFakeTimers();
    const told: number[] = [];
    const patience = createPatience({ tell: (pause) => told.push(pause), pauses: 9000 });
    const waits = (tries: number) => {
      const waited = patience.wait(undefined, tries, true);
      vi.runAllTimers();
      return waited;
    };
    for (const tries of [1, 2, 3]) expect(await waits(tries)).toBe(true);
    for (const [index, usual] of [1000, 2000, 4000].entries()) {
      expect(told[index]).toBeGreaterThanOrEqual(0.75 * usual);
      expect(told[index]).toBeLessThanOrEqual(1.25 * usual);
    }
    expect(await waits(5)).toBe(false);
    expect(told).toHaveLength(3);
  });

  it('is told before it begins, and those that would be too long are not begun', async () => {
    vi.useFakeTimers();
    const tell = vi.fn();
    const patience = createPatience({ tell });
    const first = patience.wait(12_000, 1, true);
    expect(tell).toHaveBeenCalledExactlyOnceWith(12_000);
    vi.advanceTimersByTime(12_000);
    expect(await first).toBe(true);
    expect(await patience.wait(8001, 2, true)).toBe(false);
    expect(tell).toHaveBeenCalledOnce();
    const last = patience.wait(8000, 2, false);
    vi.advanceTimersByTime(8000);
    expect(await last).toBe(true);
  });

  it('ends at once for a read that nobody wants any more; an order sleeps on', async () => {
    vi.useFakeTimers();
    const reads = new AbortController();
    const patience = createPatience({ signal: reads.signal });
    const read = patience.wait(5000, 1, true);
    const order = patience.wait(5000, 1, false);
    reads.abort('signed out');
    await expect(read).rejects.toBe('signed out');
    await expect(patience.wait(1, 1, true)).rejects.toBe('signed out');
    vi.advanceTimersByTime(5000);
    expect(await order).toBe(true);
  });
});

describe('a read', () => {
  it.each([429, 502, 503, 504])(
    'waits out a %i as long as it is told to, then is sent again',
    async (status) => {
      answerWith(status, { 'Retry-After': '0.05' }, 2);
      const reading = await graphAs().readTarget(...justInes);
      expect(reading.user.id).toBe(people.ines);
      expect(requests('POST')).toHaveLength(3);
    },
  );

  it('is not sent again after a 500', async () => {
    answerWith(500, {});
    expect((await failureOf(graphAs().listPasses(people.ines))).code).toBe('graphUnavailable');
    expect(requests('GET')).toHaveLength(1);
  });

  it('gives up at once when the pause would be too long, and says how long', async () => {
    answerWith(429, { 'Retry-After': '300' });
    expect(await failureOf(graphAs().readTarget(...justInes))).toMatchObject({
      code: 'throttled',
      retryAfterSeconds: 300,
    });
    expect(requests('POST')).toHaveLength(1);
  });

  it('says half a minute where Graph gives no pause', async () => {
    answerWith(429, {});
    const failure = await failureOf(graphWith({ pauses: 0 }).readTarget(...justInes));
    expect(failure).toMatchObject({ code: 'throttled', retryAfterSeconds: 30 });
  });

  it('spends one budget with all others of the same reading', async () => {
    const graph = graphWith({ pauses: 250 });
    answerWith(429, { 'Retry-After': '0.1' }, 2);
    await graph.readTarget(...justInes);
    answerWith(429, { 'Retry-After': '0.1' });
    expect((await failureOf(graph.listPasses(people.ines))).code).toBe('throttled');
    expect(requests('GET')).toHaveLength(1);
  });

  it('comes to an end when it is never told to wait', async () => {
    answerWith(429, { 'Retry-After': '0.001' });
    expect((await failureOf(graphAs().listPasses(people.ines))).code).toBe('throttled');
    expect(requests('GET')).toHaveLength(6);
  });

  it('does not wait for an answer without an end, which is no answer', async () => {
    faults().add({ url: batch, times: 1, fault: { kind: 'slow', milliseconds: 1500 } });
    expect((await failureOf(graphWith({ answer: 500 }).readTarget(...justInes))).code).toBe('offline');
    expect(requests('POST')).toHaveLength(1);
  });

  it.each(['asleep', 'on its way'])(
    'ends %s with the reason for which it is not wanted any more',
    async (where) => {
      const reads = new AbortController();
      const reason = new Error('signed out');
      if (where === 'asleep') answerWith(429, { 'Retry-After': '10' });
      else faults().add({ url: batch, fault: { kind: 'slow', milliseconds: 1500 } });
      const reading = graphWith({ signal: reads.signal }).readTarget(...justInes);
      const ended = expect(reading).rejects.toBe(reason);
      await vi.waitFor(() => expect(requests('POST')).toHaveLength(1));
      reads.abort(reason);
      await ended;
      expect(requests('POST')).toHaveLength(1);
    },
  );
});

describe('an order', () => {
  it('waits out a 429, when Graph did nothing, and is sent again', async () => {
    answerWith(429, { 'Retry-After': '0.05' }, 2);
    const created = await graphAs().createPass(people.ines, {}, crypto.randomUUID());
    expect(created.temporaryAccessPass).toBe(user(people.ines)._pass?.code);
    expect(requests('POST')).toHaveLength(3);
  });

  it.each(lostAnswers.slice(2))('is not sent again after a %s', async (_, fault) => {
    faults().add({ method: 'POST', url: /./, fault });
    const failure = await failureOf(graphAs().createPass(people.ines, {}, crypto.randomUUID()));
    expect(failure.code).toBe('outcomeUnknown');
    expect(requests('POST')).toHaveLength(1);
  });

  it.each<[string, (graph: ReturnType<typeof graphAs>) => Promise<unknown>]>([
    ['POST', (graph) => graph.createPass(people.ines, {}, crypto.randomUUID())],
    ['DELETE', (graph) => graph.deletePass(people.ines, crypto.randomUUID())],
    ['PATCH', (graph) => graph.updatePolicy({ defaultLifetimeInMinutes: 90 })],
  ])('%s without an answer in time may have been carried out', async (method, order) => {
    faults().add({ method, url: /./, times: 1, fault: { kind: 'slow', milliseconds: 1500, act: 'after' } });
    const failure = await failureOf(order(graphWith({ answer: 500 })));
    expect(failure.code).toBe('outcomeUnknown');
    expect(requests(method)).toHaveLength(1);
  });

  it('goes to its end though reads are ended', async () => {
    const reads = new AbortController();
    answerWith(429, { 'Retry-After': '0.1' }, 1);
    const graph = graphWith({ signal: reads.signal });
    const creating = graph.createPass(people.ines, {}, crypto.randomUUID());
    await vi.waitFor(() => expect(requests('POST')).toHaveLength(1));
    reads.abort(new Error('signed out'));
    expect((await creating).temporaryAccessPass).toBe(user(people.ines)._pass?.code);
  });
});

describe('a part of a batch', () => {
  const refused = (id: string, seconds: string) => ({ id, status: 429, headers: { 'Retry-After': seconds } });
  const found = (id: string) => ({
    id: 'user',
    status: 200,
    body: { id, userPrincipalName: 'ines@contoso.com' },
  });

  /** Lets the next batch come back with these replies in the place of its own. */
  function answerBatchWith(...responses: object[]) {
    const body = JSON.stringify({ responses });
    faults().add({ url: batch, times: 1, fault: { kind: 'answer', status: 200, body } });
  }

  /** The names of the requests in each batch sent. */
  function sentBatches() {
    const sent = vi.mocked(fetch).mock.calls.map(([, init]) => JSON.parse(String(init?.body)));
    return sent.map(({ requests }) => requests.map(({ id }: { id: string }) => id));
  }

  it('is sent again alone, after the longest pause that one of them was asked for', async () => {
    const spied = vi.spyOn(globalThis, 'fetch');
    answerBatchWith(
      found(people.ines),
      refused('passes', '0.05'),
      { ...refused('policy', '0.2'), status: 503 },
      { id: 'passkeyPolicy', status: 403, body: {} },
    );
    answerBatchWith({ id: 'passes', status: 200, body: { value: [] } }, refused('policy', '0.01'));
    const told: number[] = [];
    const graph = graphWith({ tell: (pause) => told.push(pause) });
    const reading = await graph.readTarget(people.ines, { policy: true, organization: false });
    expect(sentBatches()).toEqual([
      ['user', 'passes', 'policy', 'passkeyPolicy'],
      ['passes', 'policy'],
      ['policy'],
    ]);
    expect(told).toEqual([200, 10]);
    expect(reading).toMatchObject({ user: { id: people.ines }, passes: [], policy: { state: 'enabled' } });
    spied.mockRestore();
  });

  it('is not sent again when the pause would be too long, and says how long', async () => {
    answerBatchWith(found(people.ines), refused('passes', '21'));
    expect(await failureOf(graphAs().readTarget(...justInes))).toMatchObject({
      code: 'throttled',
      retryAfterSeconds: 21,
    });
    expect(requests('POST')).toHaveLength(1);
  });

  it('gets through the throttling of a small tenant', async () => {
    modes().throttling = true;
    for (let turn = 0; turn < 5; turn += 1) await graphAs().readTarget(...justInes);
    // Five reports in ten seconds of the sandbox's clock, which stands still: nothing is left to wait for.
    const failure = await failureOf(graphWith({ pauses: 100 }).readTarget(...justInes));
    expect(failure).toMatchObject({ code: 'throttled', retryAfterSeconds: 10 });
  });
});
