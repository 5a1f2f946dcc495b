import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { play } from './play';
import type { Step } from './steps';
import { emptyTally } from './tally';
import { buildStage } from './world';

beforeAll(buildStage);
afterAll(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** What `npm run soak` once found, made shorter. */
const found: Record<string, Step[]> = {
  'the pass ends under the question whether to revoke it, and the button issues at once': [
    { name: 'fault', meets: 'POST', fault: { kind: 'cut', acts: 'before' } },
    { name: 'order', what: 'issue', hasty: false, by: 'person' },
    { name: 'wait', milliseconds: 700 },
    { name: 'order', what: 'revoke', hasty: true, by: 'person' },
    { name: 'sleep', minutes: 61 },
    { name: 'order', what: 'issue', hasty: true, by: 'person' },
  ],
  'a list that came too early to tell whether a pass was revoked settles that it was not': [
    { name: 'modes', secondPass: 'replaces', replicationDelay: 2000 },
    { name: 'fault', meets: 'batch', fault: { kind: 'cut', acts: 'never' } },
    { name: 'order', what: 'issue', hasty: false, by: 'person' },
    { name: 'fault', meets: 'DELETE', fault: { kind: 'cut', acts: 'later' } },
    { name: 'order', what: 'revoke', hasty: false, by: 'person' },
    { name: 'order', what: 'issue', hasty: false, by: 'person' },
    { name: 'kill', places: 0, lands: false },
    { name: 'reload' },
  ],
  'the clock is set past the end of a pass, and the button that says Replace issues at once': [
    { name: 'setClock', minutes: -10 },
    { name: 'fault', meets: 'POST', fault: { kind: 'spoilt', as: 'page502' } },
    { name: 'order', what: 'issue', hasty: false, by: 'person' },
    { name: 'wait', milliseconds: 700 },
    { name: 'sleep', minutes: 61 },
    { name: 'setClock', minutes: 10 },
    { name: 'order', what: 'issue', hasty: false, by: 'person' },
  ],
  'a revocation begins while a pass is on its way, and what is told is of the order before': [
    { name: 'fault', meets: 'POST', fault: { kind: 'cut', acts: 'before' } },
    { name: 'order', what: 'issue', hasty: false, by: 'person' },
    { name: 'wait', milliseconds: 700 },
    { name: 'fault', meets: 'POST', fault: { kind: 'cut', acts: 'never' } },
    { name: 'order', what: 'issue', hasty: false, by: 'person' },
    { name: 'wait', milliseconds: 700 },
    { name: 'order', what: 'issue', hasty: false, by: 'person' },
    { name: 'fault', meets: 'POST', fault: { kind: 'held', what: 'answer', milliseconds: 2_000 } },
    { name: 'wait', milliseconds: 6_000 },
    { name: 'order', what: 'issue', hasty: false, by: 'person' },
    { name: 'order', what: 'revoke', hasty: false, by: 'person' },
  ],
  'a pass is replaced, and meanwhile what was told of a revocation before stands there': [
    { name: 'order', what: 'issue', hasty: false, by: 'person' },
    { name: 'order', what: 'revoke', hasty: false, by: 'person' },
    { name: 'kill', places: 0, lands: false },
    { name: 'press', button: 'Done' },
    { name: 'reload' },
    { name: 'wait', milliseconds: 2_500 },
    { name: 'modes', secondPass: 'conflict', replicationDelay: 0 },
    { name: 'sleep', minutes: 1.1 },
    { name: 'order', what: 'issue', hasty: false, by: 'person' },
  ],
};

it.each(Object.entries(found))('breaks no rule any more: %s', async (_, steps) => {
  expect(await play(steps, emptyTally())).toBeUndefined();
});
