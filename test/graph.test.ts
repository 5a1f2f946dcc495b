import { describe, expect, it, vi } from 'vitest';
import { FailureError } from '../utils/failures';
import { createGraph } from '../utils/graph';
import type { Renewal } from '../utils/graph-middleware';
import { failureOf, graphInSandbox } from './graph-in-sandbox';
import { contosoId, groups, people } from './sandbox/seed';
import { tokenFor } from './sandbox/sign-in-by-hand';

const { graphAs, requests, faults, state, contoso } = graphInSandbox();

/** Ids of groups that are not there. */
const goneGroups = (count: number) =>
  Array.from({ length: count }, (_, n) => `30000000-0000-4000-8000-${String(n).padStart(12, '0')}`);

describe('readTarget', () => {
  it('reads user, passes, policies and organization in one request', async () => {
    const reading = await graphAs().readTarget(people.ines, { policy: true, organization: true });
    expect(reading.user).toMatchObject({
      id: people.ines,
      displayName: 'Ines Contractor',
      userType: 'Guest',
      mail: 'ines@supplier.example',
      preferredLanguage: 'es-ES',
    });
    expect(reading.passes).toEqual([]);
    expect(reading.policy).toMatchObject({ state: 'enabled', defaultLifetimeInMinutes: 60 });
    expect(reading.passkeyPolicy).toMatchObject({ state: 'disabled', excludeTargets: [] });
    expect(reading.organization).toEqual({
      id: contosoId,
      displayName: 'Contoso',
      verifiedDomains: ['contoso.com', 'contoso.onmicrosoft.com'],
    });
    expect(requests()).toHaveLength(1);
  });

  it('leaves out what is known already', async () => {
    const reading = await graphAs().readTarget(people.ines, { policy: false, organization: false });
    expect(Object.keys(reading).sort()).toEqual(['passes', 'user']);
  });

  it('calls policies unknown that the role may not read', async () => {
    const reading = await graphAs(people.helen).readTarget(people.ines, {
      policy: true,
      organization: false,
    });
    expect(reading).toMatchObject({ policy: 'unknown', passkeyPolicy: 'unknown' });
  });

  it('reads memberships in the same request, more than one check can hold', async () => {
    const many = goneGroups(45);
    const reading = await graphAs().readTarget(people.suppliersOnly, {
      policy: true,
      organization: true,
      groups: ['all_users', groups.noPasses, ...many, groups.contractors],
    });
    expect(reading.memberOf).toEqual([groups.contractors]);
    expect(requests()).toHaveLength(1);
  });

  it('asks for no membership when there is no group to ask for', async () => {
    const reading = await graphAs().readTarget(people.ines, {
      policy: false,
      organization: false,
      groups: ['all_users'],
    });
    expect(reading.memberOf).toEqual([]);
  });

  it('names the scope of a passkey policy', async () => {
    contoso().passkeyPolicy = {
      state: 'enabled',
      includeTargets: [{ targetType: 'group', id: groups.contractors, isRegistrationRequired: false }],
      excludeTargets: [{ targetType: 'group', id: groups.noPasses }],
    };
    const { passkeyPolicy } = await graphAs().readTarget(people.ines, { policy: true, organization: false });
    expect(passkeyPolicy).toEqual(contoso().passkeyPolicy);
  });

  it('tells that an id is nobody', async () => {
    const nobody = '99999999-0000-4000-8000-000000000000';
    const failure = await failureOf(graphAs().readTarget(nobody, { policy: true, organization: true }));
    expect(failure.code).toBe('userNotFound');
  });

  it.each([
    '../me',
    'ines@contoso.com',
    '',
    `${people.ines}/manager`,
    'ABCDEF00-0000-4000-8000-000000000001',
  ])('sends nothing for "%s", which is not an object id', async (userId) => {
    const failure = await failureOf(graphAs().readTarget(userId, { policy: false, organization: false }));
    expect(failure.code).toBe('userNotFound');
    expect(requests()).toHaveLength(0);
  });

  it('reads a B2B name whole, its # included', async () => {
    const user = await graphAs().readUserByName('adele_fabrikam.com#EXT#@contoso.onmicrosoft.com');
    expect(user.id).toBe(people.adele);
  });

  it.each<[string, object]>([
    ['is not there (404)', { id: 'passkeyPolicy', status: 404, body: {} }],
    ['has another shape', { id: 'passkeyPolicy', status: 200, body: { state: 'sometimes' } }],
  ])('reads the rest when the passkey policy %s', async (_, reply) => {
    answerBatchWith(user, passes, { id: 'policy', status: 403, body: {} }, reply);
    const reading = await graphAs().readTarget(people.ines, { policy: true, organization: false });
    expect(reading).toMatchObject({ user: { id: people.ines }, passkeyPolicy: 'unknown' });
  });

  it.each([403, 404])('calls memberships unknown when one check is refused with %i', async (status) => {
    const known = { id: 'memberOf0', status: 200, body: { value: [groups.contractors] } };
    answerBatchWith(user, passes, known, { id: 'memberOf1', status, body: {} });
    const many = goneGroups(21);
    const reading = await graphAs().readTarget(people.ines, {
      policy: false,
      organization: false,
      groups: many,
    });
    expect(reading.memberOf).toBe('unknown');
  });

  it('tells what is wrong with a reply, and nothing of what it holds', async () => {
    answerBatchWith(user, { id: 'passes', status: 200, body: { value: [{ id: 7, code: 'Secret' }] } });
    const failure = await failureOf(
      graphAs().readTarget(people.ines, { policy: false, organization: false }),
    );
    expect(failure).toEqual({
      code: 'graphUnavailable',
      detail: 'Unexpected reply at "value.0.id": expected string.',
    });
  });

  it('misses a part that the batch has no reply to', async () => {
    answerBatchWith(user);
    const failure = await failureOf(
      graphAs().readTarget(people.ines, { policy: false, organization: false }),
    );
    expect(failure).toEqual({ code: 'graphUnavailable', detail: 'No reply to "passes" in $batch.' });
  });

  it('never lets a reply of another shape through', async () => {
    faults().add({ url: /\$batch/, fault: { kind: 'truncated' } });
    const failure = await failureOf(
      graphAs().readTarget(people.ines, { policy: false, organization: false }),
    );
    expect(failure.code).toBe('graphUnavailable');
  });

  it('says offline when nobody answers', async () => {
    faults().add({ url: /\$batch/, fault: { kind: 'cut', act: 'before' } });
    const failure = await failureOf(
      graphAs().readTarget(people.ines, { policy: false, organization: false }),
    );
    expect(failure.code).toBe('offline');
  });
});

const user = { id: 'user', status: 200, body: { id: people.ines, userPrincipalName: 'ines@contoso.com' } };
const passes = { id: 'passes', status: 200, body: { value: [] } };

/** Lets the next batch come back with these replies in the place of its own. */
function answerBatchWith(...responses: object[]) {
  const body = JSON.stringify({ responses });
  faults().add({ url: /\$batch/, times: 1, fault: { kind: 'answer', status: 200, body } });
}

describe('checkMemberGroups', () => {
  it('knows memberships through other groups, and names groups as they were asked for', async () => {
    const asked = [groups.contractors.toUpperCase(), groups.suppliers, groups.noPasses];
    expect(await graphAs().checkMemberGroups(people.suppliersOnly, asked)).toEqual(asked.slice(0, 2));
  });

  it('leaves out a group that is gone', async () => {
    expect(await graphAs().checkMemberGroups(people.ines, [...goneGroups(1), groups.contractors])).toEqual([
      groups.contractors,
    ]);
  });

  it('asks in two batches when one cannot hold all checks', async () => {
    const many = goneGroups(401);
    const found = await graphAs().checkMemberGroups(people.ines, [...many, groups.contractors]);
    expect(found).toEqual([groups.contractors]);
    expect(requests('POST')).toHaveLength(2);
  });

  it('asks nothing about no group', async () => {
    expect(await graphAs().checkMemberGroups(people.ines, ['all_users'])).toEqual([]);
    expect(requests()).toHaveLength(0);
  });

  it('is unknown without the permission', async () => {
    const graph = graphAs(people.avery, ['User.Read']);
    expect(await graph.checkMemberGroups(people.ines, [groups.contractors])).toBe('unknown');
  });

  it('is repeated like the read that it is', async () => {
    const fault = { kind: 'answer', status: 503, headers: { 'Retry-After': '0.01' } } as const;
    faults().add({ url: /\$batch/, times: 1, fault });
    expect(await graphAs().checkMemberGroups(people.ines, [groups.contractors])).toHaveLength(1);
    expect(requests('POST')).toHaveLength(2);
  });
});

describe('a refused token', () => {
  const claims = '{"access_token":{"nbf":{"essential":true,"value":"1604106651"}}}';
  const challenge = `Bearer realm="", error="insufficient_claims", claims="${btoa(claims)}"`;
  const challenges = [`Bearer realm="", error="invalid_token"`, challenge];

  it('asks for one token with the claims and goes on', async () => {
    const fault = { kind: 'answer', status: 401, headers: { 'WWW-Authenticate': challenges } } as const;
    faults().add({ url: /\$batch/, times: 1, fault });
    const token = tokenFor(state());
    const getToken = vi.fn(async (_: Renewal) => token);
    const graph = createGraph({ host: 'graph.microsoft.com', getToken });
    await graph.readTarget(people.ines, { policy: false, organization: false });
    expect(getToken.mock.calls).toEqual([[{}], [{ claims }]]);
  });

  it('gives up when the second token is refused as well', async () => {
    const fault = { kind: 'answer', status: 401, headers: { 'WWW-Authenticate': challenges } } as const;
    faults().add({ url: /\$batch/, fault });
    const failure = await failureOf(
      graphAs().readTarget(people.ines, { policy: false, organization: false }),
    );
    expect(failure.code).toBe('signInRequired');
    expect(requests('POST')).toHaveLength(2);
  });

  it.each<[string, string[], Renewal[]]>([
    ['a fresh token where a refusal asks for no claims', ['', ''], [{ forceRefresh: true }]],
    ['a fresh token, then the claims', ['', challenge, challenge], [{ forceRefresh: true }, { claims }]],
    ['the claims, and no fresh token after them', [challenge, ''], [{ claims }]],
  ])('asks for %s, and for nothing more', async (_, refusals, renewals) => {
    for (const refusal of refusals)
      faults().add({
        url: /\$batch/,
        times: 1,
        fault: { kind: 'answer', status: 401, headers: { 'WWW-Authenticate': refusal } },
      });
    const token = tokenFor(state());
    const getToken = vi.fn(async (_: Renewal) => token);
    const graph = createGraph({ host: 'graph.microsoft.com', getToken });
    const failure = await failureOf(graph.readTarget(people.ines, { policy: false, organization: false }));
    expect(failure.code).toBe('signInRequired');
    expect(getToken.mock.calls).toEqual([{}, ...renewals].map((renewal) => [renewal]));
  });

  it('goes on with the fresh token', async () => {
    faults().add({ url: /\$batch/, times: 1, fault: { kind: 'answer', status: 401 } });
    const [stale, fresh] = [tokenFor(state()), tokenFor(state())];
    const getToken = async ({ forceRefresh }: Renewal) => (forceRefresh ? fresh : stale);
    const graph = createGraph({ host: 'graph.microsoft.com', getToken });
    const { user } = await graph.readTarget(people.ines, { policy: false, organization: false });
    expect(user.id).toBe(people.ines);
    expect(requests('POST')).toHaveLength(2);
  });

  it("passes on the token's own failure", async () => {
    const getToken = () => Promise.reject(new FailureError({ code: 'consentRequired' }));
    const graph = createGraph({ host: 'graph.microsoft.com', getToken });
    const failure = await failureOf(graph.readTarget(people.ines, { policy: false, organization: false }));
    expect(failure).toEqual({ code: 'consentRequired' });
  });
});
