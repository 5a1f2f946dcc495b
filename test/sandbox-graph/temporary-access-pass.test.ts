import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { brokenReplies } from '../sandbox/graph/broken-replies';
import { fabrikamId, groups, people } from '../sandbox/seed';
import { everyScope, graphOnLoopback, passesOf } from './graph-on-loopback';

let graph: Awaited<ReturnType<typeof graphOnLoopback>>;
beforeAll(async () => {
  graph = await graphOnLoopback();
});
beforeEach(() => graph.state.reset());
afterEach(() => expect(brokenReplies).toEqual([]));
afterAll(() => graph.close());

const minutes = (count: number) => count * 60_000;
const listed = async (userId: string) => (await graph.get(passesOf(userId))).json.value[0];

describe('issuing', () => {
  test('the 201 carries the code, no GET ever does', async () => {
    const issued = await graph.issue(people.ines);
    expect(issued.status).toBe(201);
    expect(issued.json).toMatchObject({
      lifetimeInMinutes: 60,
      isUsableOnce: false,
      isUsable: true,
      methodUsabilityReason: 'EnabledByPolicy',
    });
    expect(issued.json.temporaryAccessPass).toHaveLength(8);
    expect(issued.json.temporaryAccessPass).toBe(graph.user(people.ines)._pass?.code);
    expect((await listed(people.ines)).temporaryAccessPass).toBeNull();
    const single = await graph.get(`${passesOf(people.ines)}/${issued.json.id}`);
    expect(single.json).toMatchObject({ id: issued.json.id, temporaryAccessPass: null });
    const methods = await graph.get(`/users/${people.ines}/authentication/methods`);
    expect(JSON.stringify(methods.json)).not.toContain(issued.json.temporaryAccessPass);
  });

  test('the code has the length of the policy', async () => {
    graph.contoso().policy.defaultLength = 48;
    expect((await graph.issue(people.ines)).json.temporaryAccessPass).toMatch(/^\S{48}$/);
  });

  test('a second POST replaces the first pass', async () => {
    const first = await graph.issue(people.ines);
    const second = await graph.issue(people.ines);
    expect(second.json.id).not.toBe(first.json.id);
    const list = await graph.get(passesOf(people.ines));
    expect(list.json.value.map(({ id }: { id: string }) => id)).toEqual([second.json.id]);
    expect((await graph.get(`${passesOf(people.ines)}/${first.json.id}`)).status).toBe(404);
  });

  test('a second POST answers 409 when the mode says so, until the next reset', async () => {
    graph.room.modes.secondPass = 'conflict';
    const first = await graph.issue(people.ines);
    expect((await graph.issue(people.ines)).status).toBe(409);
    expect((await listed(people.ines)).id).toBe(first.json.id);
    graph.state.reset();
    await graph.issue(people.ines);
    expect((await graph.issue(people.ines)).status).toBe(201);
  });

  test('DELETE takes the pass away, a second DELETE finds none', async () => {
    const { json } = await graph.issue(people.ines);
    const path = `${passesOf(people.ines)}/${json.id}`;
    expect((await graph.send('DELETE', path)).status).toBe(204);
    expect(await listed(people.ines)).toBeUndefined();
    expect((await graph.send('DELETE', path)).status).toBe(404);
  });

  test.each([
    ['under the minimum', 59],
    ['over the maximum', 481],
  ])('a lifetime %s is refused with the two bounds', async (_, lifetimeInMinutes) => {
    const { status, json } = await graph.issue(people.ines, { lifetimeInMinutes });
    expect(status).toBe(400);
    const message = 'Invalid LifetimeInMinutes specified. The valid range between 60 and 480.';
    expect(json.error).toMatchObject({ code: 'badRequest', message, innerError: { message } });
    expect(graph.user(people.ines)._pass).toBeUndefined();
  });

  test.each([60, 480])('a lifetime of %i minutes, a bound itself, is granted', async (lifetimeInMinutes) => {
    expect((await graph.issue(people.ines, { lifetimeInMinutes })).json).toMatchObject({ lifetimeInMinutes });
  });

  test('a start in the past is refused', async () => {
    const startDateTime = new Date(graph.state.now() - 1).toISOString();
    const { status, json } = await graph.issue(people.ines, { startDateTime });
    expect([status, json.error.message]).toEqual([
      400,
      'Invalid StartDateTime specified. It can not be a time in the past.',
    ]);
  });

  test('a start without an offset is refused rather than guessed', async () => {
    const { status } = await graph.issue(people.ines, { startDateTime: '2099-01-01T08:00:00' });
    expect(status).toBe(400);
  });

  test('a one-time policy refuses several uses and makes every pass one-time', async () => {
    graph.contoso().policy.isUsableOnce = true;
    const refused = await graph.issue(people.ines, { isUsableOnce: false });
    expect([refused.status, refused.json.error.message]).toEqual([
      400,
      'Invalid IsUsableOnce specified. Tenant Policy does not allow multiple use temporary access pass method.',
    ]);
    expect((await graph.issue(people.ines)).json.isUsableOnce).toBe(true);
  });

  test.each([{ lifetimeInMinutes: '60' }, { isUsableOnce: 'yes' }, { lifeTime: 60 }, [], 'no JSON'])(
    'the body %j is refused',
    async (body) => {
      expect((await graph.issue(people.ines, body)).status).toBe(400);
      expect(graph.user(people.ines)._pass).toBeUndefined();
    },
  );
});

describe('who can have a pass', () => {
  const outOfScope =
    'Converged UserCredentialPolicy does not allow creating or updating this authentication method. AuthMethodType [TemporaryAccessPass].';
  const refusalFor = async (userId: string) => (await graph.issue(userId)).json.error?.message;

  test('nobody while the method is off', async () => {
    graph.contoso().policy.state = 'disabled';
    expect(await refusalFor(people.ines)).toBe(outOfScope);
  });

  test('nobody who is excluded, by a group or by name', async () => {
    expect(await refusalFor(people.excluded)).toBe(outOfScope);
    graph.contoso().policy.excludeTargets = [{ targetType: 'user', id: people.ines }];
    expect(await refusalFor(people.ines)).toBe(outOfScope);
  });

  test('members of an included group, also through another group, and no others', async () => {
    graph.contoso().policy.includeTargets = [
      { targetType: 'group', id: groups.contractors, isRegistrationRequired: false },
    ];
    expect(await refusalFor(people.suppliersOnly)).toBeUndefined();
    expect(await refusalFor(people.longName)).toBe(outOfScope);
  });

  test('nobody whose account lives elsewhere, invited members and pending guests included', async () => {
    const text = 'Temporary Access Pass cannot be added to an external guest user.';
    for (const id of [people.adele, people.petra, people.otto, people.mara]) {
      expect(await refusalFor(id)).toBe(text);
    }
    expect(await refusalFor(people.carla)).toBeUndefined();
  });

  test('an unknown user is a 404, a user of another tenant too', async () => {
    for (const id of ['00000000-0000-4000-8000-000000000000', people.fabrikamGuest]) {
      const { status, json } = await graph.issue(id);
      expect([status, json.error.code]).toEqual([404, 'Request_ResourceNotFound']);
    }
    const token = graph.signIn(people.averyAtFabrikam, everyScope, fabrikamId);
    expect((await graph.issue(people.fabrikamGuest, {}, token)).json.isUsableOnce).toBe(true);
  });
});

describe('who may issue', () => {
  const statusFor = async (userId: string, callerId: string, scopes = everyScope) =>
    (await graph.issue(userId, {}, graph.signIn(callerId, scopes))).status;

  test('an Authentication Administrator, not a reader, a policy administrator or somebody without a role', async () => {
    expect(await statusFor(people.ines, people.helen)).toBe(201);
    for (const id of [people.rita, people.pat, people.noah])
      expect(await statusFor(people.ines, id)).toBe(403);
  });

  test('the scope counts besides the role', async () => {
    const { status, json } = await graph.issue(
      people.ines,
      {},
      graph.signIn(people.helen, ['User.Read.All']),
    );
    expect([status, json.error.code, json.error.message]).toEqual([
      403,
      'accessDenied',
      'Request Authorization failed',
    ]);
    expect(await statusFor(people.ines, people.helen, ['UserAuthenticationMethod.ReadWrite.All'])).toBe(201);
  });

  test('holders of other administrator roles are for privileged administrators only', async () => {
    expect(await statusFor(people.roleHolder, people.helen)).toBe(403);
    expect(await statusFor(people.roleHolder, people.gina)).toBe(201);
    graph.user(people.helen)._roles = ['Privileged Authentication Administrator'];
    expect(await statusFor(people.roleHolder, people.helen)).toBe(201);
    graph.user(people.roleHolder)._roles = ['Guest Inviter'];
    expect(await statusFor(people.roleHolder, people.avery)).toBe(201);
  });

  test('members of a role-assignable group are protected like role holders', async () => {
    graph.user(people.ines)._groups.push(groups.helpdesk);
    expect(await statusFor(people.ines, people.helen)).toBe(403);
    expect(await statusFor(people.ines, people.gina)).toBe(201);
  });

  test('a user of a restricted unit is out of reach even for a Global Administrator, but can be read', async () => {
    expect(await statusFor(people.restricted, people.gina)).toBe(403);
    expect((await graph.get(passesOf(people.restricted), graph.signIn(people.gina))).status).toBe(200);
  });

  test('nobody for oneself', async () => {
    const { status, json } = await graph.issue(people.gina, {}, graph.signIn(people.gina));
    expect([status, json.error.code]).toEqual([403, 'accessDenied']);
    expect(json.error.message).toMatch(/^Self-service operations are currently not supported for user/);
  });

  test('a Global Reader sees every pass and deletes none', async () => {
    const { json } = await graph.issue(people.ines);
    const token = graph.signIn(people.rita);
    expect((await graph.get(passesOf(people.ines), token)).json.value).toHaveLength(1);
    expect((await graph.send('DELETE', `${passesOf(people.ines)}/${json.id}`, { token })).status).toBe(403);
  });
});

describe('whether it is usable', () => {
  const reason = async () => {
    const { isUsable, methodUsabilityReason } = await listed(people.ines);
    return [methodUsabilityReason, isUsable];
  };

  test('follows the clock from NotYetValid to Expired', async () => {
    const startDateTime = new Date(graph.state.now() + minutes(30)).toISOString();
    const issued = await graph.issue(people.ines, { startDateTime });
    expect(Date.parse(issued.json.startDateTime)).toBe(Date.parse(startDateTime));
    expect(issued.json).toMatchObject({ methodUsabilityReason: 'NotYetValid', isUsable: false });
    graph.state.advance(minutes(30));
    expect(await reason()).toEqual(['EnabledByPolicy', true]);
    graph.state.advance(minutes(60));
    expect(await reason()).toEqual(['Expired', false]);
  });

  test('ends with the use of a one-time pass, not with that of another', async () => {
    await graph.issue(people.ines);
    Object.assign(graph.user(people.ines)._pass ?? {}, { used: true });
    expect(await reason()).toEqual(['EnabledByPolicy', true]);
    await graph.issue(people.ines, { isUsableOnce: true });
    Object.assign(graph.user(people.ines)._pass ?? {}, { used: true });
    expect(await reason()).toEqual(['OneTimeUsed', false]);
  });

  test('ends when the policy turns against the pass', async () => {
    await graph.issue(people.ines);
    graph.contoso().policy.isUsableOnce = true;
    expect(await reason()).toEqual(['DisabledByPolicy', false]);
  });

  test('a new pass is listed only after the replication delay', async () => {
    graph.room.modes.replicationDelay = 5000;
    const { json } = await graph.issue(people.ines);
    expect(await listed(people.ines)).toBeUndefined();
    graph.state.advance(5000);
    expect((await listed(people.ines)).id).toBe(json.id);
  });
});
