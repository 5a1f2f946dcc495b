import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { people } from '../sandbox/seed';
import { graphOnLoopback, passesOf } from './graph-on-loopback';

type Known = { id: string; http: number | null; code: string | null; message: string };
const { errors } = JSON.parse(
  readFileSync(new URL('../fixtures/graph-errors.json', import.meta.url), 'utf8'),
) as { errors: Known[] };

let graph: Awaited<ReturnType<typeof graphOnLoopback>>;
beforeAll(async () => {
  graph = await graphOnLoopback();
});
beforeEach(() => graph.state.reset());
afterAll(() => graph.close());

const { ines } = people;
const expired = () => {
  const token = graph.signIn();
  graph.state.advance(3_600_000);
  return graph.get('/me', token);
};
const withPolicy = (change: object, body: object = {}) => {
  Object.assign(graph.contoso().policy, change);
  return graph.issue(ines, body);
};

test.each([
  ['tap-lifetime-out-of-policy', () => graph.issue(ines, { lifetimeInMinutes: 10 })],
  ['tap-start-in-past', () => graph.issue(ines, { startDateTime: '2020-01-01T00:00:00Z' })],
  ['tap-multi-use-forbidden', () => withPolicy({ isUsableOnce: true }, { isUsableOnce: false })],
  ['tap-policy-off-or-out-of-scope', () => withPolicy({ state: 'disabled' })],
  ['tap-external-guest', () => graph.issue(people.adele)],
  ['tap-self', () => graph.issue(people.avery)],
  ['authmethods-access-denied', () => graph.issue(ines, {}, graph.signIn(people.noah))],
  ['directory-insufficient', () => graph.get(`/users/${ines}`, graph.signIn(people.avery, []))],
  ['user-not-found', () => graph.get('/users/00000000-0000-4000-8000-000000000000')],
  ['token-expired', expired],
  ['batch-wrong-method', () => graph.send('PATCH', passesOf(ines), { body: {} })],
])('%s carries the status, the code and the text that are published', async (id, provoke) => {
  const known = errors.find((error) => error.id === id);
  if (!known) throw new Error(`test/fixtures/graph-errors.json has no ${id}`);
  const { status, json } = await provoke();
  if (known.http !== null) expect(status).toBe(known.http);
  if (known.code !== null) expect(json.error.code).toBe(known.code);
  expect(json.error.message).toMatch(patternOf(known.message));
});

/** `{GUID}` and the like stand for anything. */
const patternOf = (message: string) =>
  new RegExp(`^${message.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{\w+\}/g, '\\S+')}$`);
