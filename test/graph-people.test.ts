import { describe, expect, it } from 'vitest';
import { failureOf, graphInSandbox } from './graph-in-sandbox';
import { people } from './sandbox/seed';

const { graphAs, faults } = graphInSandbox();
const nobody = '99999999-0000-4000-8000-000000000000';
const emil = {
  displayName: 'Emil Employee',
  mail: 'emil@contoso.com',
  userPrincipalName: 'emil@contoso.com',
};

describe('readManager', () => {
  it('reads who answers for the guest', async () => {
    expect(await graphAs().readManager(people.ines)).toEqual(emil);
  });

  it('knows that there is none', async () => {
    expect(await graphAs().readManager(people.arabic)).toBeUndefined();
  });

  it('tells a guest who is gone from one without a manager', async () => {
    expect((await failureOf(graphAs().readManager(nobody))).code).toBe('userNotFound');
  });

  it.each<[string, object, object | undefined]>([
    [
      'a contact',
      { displayName: 'Cora', mail: 'cora@contoso.com' },
      { displayName: 'Cora', mail: 'cora@contoso.com' },
    ],
    [
      'somebody nameless',
      { displayName: null, userPrincipalName: 'x@contoso.com' },
      { displayName: 'x@contoso.com', userPrincipalName: 'x@contoso.com' },
    ],
    ['somebody hidden', { '@odata.type': '#microsoft.graph.user', displayName: null }, undefined],
  ])('takes %s as they are', async (_, body, person) => {
    faults().add({ url: /manager/, fault: { kind: 'answer', status: 200, body: JSON.stringify(body) } });
    expect(await graphAs().readManager(people.ines)).toEqual(person);
  });

  it('never lets a reply of another shape through', async () => {
    faults().add({ url: /manager/, fault: { kind: 'truncated' } });
    expect((await failureOf(graphAs().readManager(people.ines))).code).toBe('graphUnavailable');
  });
});

describe('readSponsors', () => {
  it('reads them for a role that may', async () => {
    expect(await graphAs(people.gina).readSponsors(people.ines)).toEqual([emil]);
    expect(await graphAs(people.gina).readSponsors(people.arabic)).toEqual([]);
  });

  it('does not know them with a role that may not', async () => {
    expect(await graphAs().readSponsors(people.ines)).toBe('unknown');
  });

  it('takes a group for a sponsor', async () => {
    const group = { '@odata.type': '#microsoft.graph.group', displayName: 'Sponsors', mail: 's@contoso.com' };
    const body = JSON.stringify({ value: [group, { displayName: null }] });
    faults().add({ url: /sponsors/, fault: { kind: 'answer', status: 200, body } });
    expect(await graphAs().readSponsors(people.ines)).toEqual([
      { displayName: 'Sponsors', mail: 's@contoso.com' },
    ]);
  });

  it('tells that the guest is gone', async () => {
    expect((await failureOf(graphAs(people.gina).readSponsors(nobody))).code).toBe('userNotFound');
  });
});
