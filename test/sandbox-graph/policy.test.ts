import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { brokenReplies } from '../sandbox/graph/broken-replies';
import { groups, people } from '../sandbox/seed';
import { graphOnLoopback } from './graph-on-loopback';

let graph: Awaited<ReturnType<typeof graphOnLoopback>>;
beforeAll(async () => {
  graph = await graphOnLoopback();
});
beforeEach(() => graph.state.reset());
afterEach(() => expect(brokenReplies).toEqual([]));
afterAll(() => graph.close());

const all = '/policies/authenticationMethodsPolicy';
const path = `${all}/authenticationMethodConfigurations/temporaryAccessPass`;
const type = '#microsoft.graph.temporaryAccessPassAuthenticationMethodConfiguration';
const change = (body: object, token = graph.signIn(people.pat)) => graph.send('PATCH', path, { body, token });

test('the policy is read under its id in any case, alone or among the others', async () => {
  for (const id of ['temporaryAccessPass', 'TemporaryAccessPass', 'temporaryaccesspass']) {
    const { json } = await graph.get(path.replace(/\w+$/, id));
    expect(json).toMatchObject({ '@odata.type': type, id: 'TemporaryAccessPass', state: 'enabled' });
  }
  for (const id of ['Fido2', 'MicrosoftAuthenticator', 'X509Certificate']) {
    expect((await graph.get(path.replace(/\w+$/, id))).json.id).toBe(id);
  }
  expect((await graph.get(path.replace(/\w+$/, 'Voice'))).status).toBe(404);
  expect((await graph.get(all)).status).toBe(200);
});

test('passkeys are off until the tenant says otherwise', async () => {
  const fido2 = path.replace(/\w+$/, 'fido2');
  expect((await graph.get(fido2)).json.state).toBe('disabled');
  graph.contoso().passkeyPolicy.state = 'enabled';
  expect((await graph.get(fido2)).json.state).toBe('enabled');
});

test('an Authentication Administrator without another role cannot read it', async () => {
  const { status, json } = await graph.get(path, graph.signIn(people.helen));
  expect([status, json.error.code]).toEqual([403, 'accessDenied']);
});

test('a PATCH answers 204 and rules the next pass', async () => {
  const answer = await change({
    '@odata.type': type,
    minimumLifetimeInMinutes: 10,
    defaultLifetimeInMinutes: 15,
    includeTargets: [{ targetType: 'group', id: groups.contractors }],
  });
  expect([answer.status, answer.json]).toEqual([204, '']);
  expect((await graph.issue(people.ines)).json.lifetimeInMinutes).toBe(15);
  expect((await graph.issue(people.longName)).status).toBe(400);
});

test('a PATCH needs the role and the scope of the policy', async () => {
  const body = { '@odata.type': type, state: 'disabled' };
  expect((await change(body, graph.signIn(people.avery))).status).toBe(403);
  expect((await change(body, graph.signIn(people.pat, ['Policy.Read.AuthenticationMethod']))).status).toBe(
    403,
  );
  expect((await change(body, graph.signIn(people.gina))).status).toBe(204);
});

test.each([
  ['without its @odata.type', { state: 'disabled' }],
  ['with an unknown property', { '@odata.type': type, lifetime: 60 }],
  ['with a lifetime under 10 minutes', { '@odata.type': type, minimumLifetimeInMinutes: 9 }],
  ['with a default over the maximum', { '@odata.type': type, maximumLifetimeInMinutes: 30 }],
  ['with a code of 7 characters', { '@odata.type': type, defaultLength: 7 }],
])('a PATCH %s is refused and changes nothing', async (_, body) => {
  const before = structuredClone(graph.contoso().policy);
  expect((await change(body)).status).toBe(400);
  expect(graph.contoso().policy).toEqual(before);
});

test('a changed policy takes the replication delay to be enforced', async () => {
  graph.room.modes.replicationDelay = 60_000;
  await change({ '@odata.type': type, state: 'disabled' });
  expect((await graph.get(path)).json.state).toBe('disabled');
  expect((await graph.issue(people.ines)).status).toBe(201);
  graph.state.advance(60_000);
  expect((await graph.issue(people.ines)).status).toBe(400);
});
