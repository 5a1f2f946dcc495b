import { describe, expect, it } from 'vitest';
import type { FailureCode } from '../utils/failures';
import { failureOf, graphInSandbox, lostAnswers, shortPause } from './graph-in-sandbox';
import { people } from './sandbox/seed';

const { graphAs, requests, faults, modes, user } = graphInSandbox();
const passesUrl = /temporaryAccessPassMethods/;
const requestId = 'a1b2c3d4-0000-4000-8000-000000000000';

describe('createPass', () => {
  it('gives back the code, once', async () => {
    const graph = graphAs();
    const pass = await graph.createPass(people.ines, {}, requestId);
    expect(pass.temporaryAccessPass).toHaveLength(8);
    expect(pass).toMatchObject({ lifetimeInMinutes: 60, isUsableOnce: false, isUsable: true });
    const [listed] = await graph.listPasses(people.ines);
    expect(listed).toMatchObject({ id: pass.id });
    expect(listed).not.toHaveProperty('temporaryAccessPass', pass.temporaryAccessPass);
  });

  it.each<[string, string, object, FailureCode]>([
    ['a lifetime outside the policy', people.ines, { lifetimeInMinutes: 10 }, 'lifetimeOutOfPolicy'],
    ['a start in the past', people.ines, { startDateTime: '2020-01-01T00:00:00Z' }, 'startInPast'],
    ['an external guest', people.adele, {}, 'externalGuest'],
    ['a guest out of scope', people.excluded, {}, 'policyDisallows'],
    ['oneself', people.avery, {}, 'selfService'],
    ['somebody with an administrator role', people.roleHolder, {}, 'roleMissing'],
  ])('explains the refusal for %s', async (_, userId, wish, code) => {
    const failure = await failureOf(graphAs().createPass(userId, wish, requestId));
    expect(failure.code).toBe(code);
    expect(failure.requestId).toBeTruthy();
    if (code === 'lifetimeOutOfPolicy') expect(failure.values).toEqual({ minimum: '60', maximum: '480' });
  });

  it.each([...lostAnswers, ['half an answer', { kind: 'truncated' }]] as const)(
    'sends one POST only when the answer is %s, and calls the outcome unknown',
    async (_, fault) => {
      faults().add({ url: passesUrl, method: 'POST', fault });
      const failure = await failureOf(graphAs().createPass(people.ines, {}, requestId));
      expect(failure).toMatchObject({
        code: 'outcomeUnknown',
        clientRequestId: requestId,
      });
      expect(requests('POST')).toHaveLength(1);
    },
  );

  it('tells a tenant where a second pass does not replace the first', async () => {
    modes().secondPass = 'conflict';
    await graphAs().createPass(people.ines, {}, requestId);
    const failure = await failureOf(graphAs().createPass(people.ines, {}, requestId));
    expect(failure.code).toBe('passExists');
  });

  it('sends the POST again after a 429, when nothing was done', async () => {
    faults().add({ url: passesUrl, method: 'POST', times: 1, fault: shortPause });
    const pass = await graphAs().createPass(people.ines, {}, requestId);
    expect(pass.temporaryAccessPass).toBeTruthy();
    expect(requests('POST')).toHaveLength(2);
  });
});

describe('deletePass', () => {
  const issue = () => graphAs().createPass(people.ines, {}, requestId);

  it('deletes the pass', async () => {
    const { id } = await issue();
    expect(await graphAs().deletePass(people.ines, id)).toBe('deleted');
    expect(user(people.ines)._pass).toBeUndefined();
  });

  it('says that a pass is gone already, and leaves the one that replaced it', async () => {
    const { id } = await issue();
    const { id: next } = await issue();
    expect(await graphAs().deletePass(people.ines, id)).toBe('gone');
    expect(user(people.ines)._pass?.id).toBe(next);
  });

  it.each(['', '../methods', `${people.ines}/..`, 'x'])(
    'sends nothing for "%s", which is not the id of a pass',
    async (passId) => {
      const failure = await failureOf(graphAs().deletePass(people.ines, passId));
      expect(failure.code).toBe('unexpected');
      expect(requests()).toHaveLength(0);
    },
  );

  it('explains the refusal where the role does not reach', async () => {
    const { id } = await issue();
    const failure = await failureOf(graphAs(people.rita).deletePass(people.ines, id));
    expect(failure.code).toBe('roleMissing');
  });

  it.each(lostAnswers)(
    'sends one DELETE when the answer is %s, and calls the outcome unknown',
    async (_, fault) => {
      const { id } = await issue();
      faults().add({ url: passesUrl, method: 'DELETE', fault });
      const failure = await failureOf(graphAs().deletePass(people.ines, id, requestId));
      expect(failure).toMatchObject({ code: 'outcomeUnknown', clientRequestId: requestId });
      expect(requests('DELETE')).toHaveLength(1);
    },
  );

  it('sends the DELETE again after a 429', async () => {
    const { id } = await issue();
    faults().add({ url: passesUrl, method: 'DELETE', times: 1, fault: shortPause });
    expect(await graphAs().deletePass(people.ines, id)).toBe('deleted');
    expect(requests('DELETE')).toHaveLength(2);
  });
});
