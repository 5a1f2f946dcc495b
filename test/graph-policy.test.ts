import { describe, expect, it } from 'vitest';
import { failureOf, graphInSandbox, lostAnswers, shortPause } from './graph-in-sandbox';
import { groups, people } from './sandbox/seed';

const { graphAs, requests, faults, contoso } = graphInSandbox();
const graphOf = (userId: string) => graphAs(userId, ['Policy.ReadWrite.AuthenticationMethod']);
const policyUrl = /temporaryAccessPass$/;

describe('readPolicy', () => {
  it('reads all that an admin decides', async () => {
    expect(await graphAs().readPolicy()).toEqual(contoso().policy);
  });

  it('names the role that is missing', async () => {
    expect((await failureOf(graphAs(people.helen).readPolicy())).code).toBe('policyRoleMissing');
  });

  it('never lets a reply of another shape through', async () => {
    const body = JSON.stringify({ ...contoso().policy, defaultLifetimeInMinutes: 'Secret' });
    faults().add({ url: policyUrl, fault: { kind: 'answer', status: 200, body } });
    expect(await failureOf(graphAs().readPolicy())).toEqual({
      code: 'graphUnavailable',
      detail: 'Unexpected reply at "defaultLifetimeInMinutes": expected number.',
    });
  });
});

describe('updatePolicy', () => {
  it('changes what is named and nothing else', async () => {
    const before = contoso().policy;
    const includeTargets = [
      { targetType: 'group', id: groups.contractors, isRegistrationRequired: true },
    ] as const;
    await graphOf(people.pat).updatePolicy({ state: 'disabled', includeTargets: [...includeTargets] });
    expect(contoso().policy).toEqual({ ...before, state: 'disabled', includeTargets });
    expect(requests()).toHaveLength(1);
  });

  it('can be given back what was read', async () => {
    const before = structuredClone(contoso().policy);
    const graph = graphOf(people.pat);
    await graph.updatePolicy(await graph.readPolicy());
    expect(contoso().policy).toEqual(before);
  });

  it('names the role that is missing', async () => {
    const failure = await failureOf(graphOf(people.avery).updatePolicy({ state: 'disabled' }));
    expect(failure.code).toBe('policyRoleMissing');
  });

  it('tells that a refused change changed nothing', async () => {
    const failure = await failureOf(graphOf(people.pat).updatePolicy({ defaultLength: 7 }));
    expect(failure).toMatchObject({ code: 'policyNotChanged', requestId: expect.any(String) });
  });

  it.each(lostAnswers)(
    'sends one PATCH when the answer is %s, and calls the outcome unknown',
    async (_, fault) => {
      faults().add({ url: policyUrl, method: 'PATCH', fault });
      const failure = await failureOf(graphOf(people.pat).updatePolicy({ state: 'disabled' }, 'ours'));
      expect(failure).toMatchObject({ code: 'outcomeUnknown', clientRequestId: 'ours' });
      expect(requests('PATCH')).toHaveLength(1);
    },
  );

  it('sends the PATCH again after a 429', async () => {
    faults().add({ url: policyUrl, method: 'PATCH', times: 1, fault: shortPause });
    await graphOf(people.pat).updatePolicy({ state: 'disabled' });
    expect(contoso().policy.state).toBe('disabled');
    expect(requests('PATCH')).toHaveLength(2);
  });
});
