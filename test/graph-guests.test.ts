import { describe, expect, it } from 'vitest';
import { failureOf, graphInSandbox } from './graph-in-sandbox';
import { contosoId, people } from './sandbox/seed';

const { graphAs, requests, faults, contoso, user } = graphInSandbox();

const found = async (text: string) => (await graphAs().searchGuests(text)).users.map(({ id }) => id);

describe('searchGuests', () => {
  it.each([
    ['a word of the name', 'contractor', [people.ines]],
    ['its beginning, in any case', ' CONTR ', [people.ines]],
    ['several words', 'ines contr', [people.ines]],
    ['the beginning of the user principal name', 'xenia@con', [people.excluded]],
    ['a name from right to left', 'ليلى', [people.arabic]],
    ['external guests too', 'adele', [people.adele]],
    ['no members', 'emil', []],
    ['nobody', 'zzz', []],
  ])('finds by %s', async (_, text, ids) => {
    expect(await found(text)).toEqual(ids);
  });

  it('reads what tells an internal guest from others, and in the order of names', async () => {
    const { users, more } = await graphAs().searchGuests('a');
    expect(users.map(({ displayName }) => displayName)).toEqual([
      'Adele Partner',
      'Maximiliane-Alexandra Freifrau von Hohenlohe-Waldenburg-Schillingsfürst (Supplier)',
      'Uma User-Admin',
    ]);
    expect(users[0]).toMatchObject({ externalUserState: 'Accepted', identities: expect.any(Array) });
    expect(more).toBe(false);
  });

  it.each([
    'The "A" team',
    'Domain\\Ines',
    'Ends with \\',
    'R&D = 50% #1 + more',
    'x" OR "displayName:Ines',
    "O'Brien",
  ])('takes "%s" for a name', async (name) => {
    user(people.ines).displayName = name;
    expect(await found(name)).toEqual([people.ines]);
  });

  it.each(['x" OR "displayName:Ines', 'a"', 'a\\', "' or userType eq 'Member"])(
    'finds nobody else by "%s"',
    async (text) => {
      expect(await found(text)).not.toContain(people.ines);
    },
  );

  it('sends half a character to nobody', async () => {
    expect(await found('ines\ud83d')).toEqual([people.ines]);
  });

  it.each(['', ' ', '"', '\\', '-@.'])('asks nothing for "%s"', async (text) => {
    expect(await found(text)).toEqual([]);
    expect(requests()).toHaveLength(0);
  });

  it('says that there are more than the hundred that it reads, and does not follow', async () => {
    const like = user(people.ines);
    for (let n = 0; n < 101; n += 1) {
      const id = `40000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
      contoso().users.push({ ...like, id, userPrincipalName: `zoe${n}@contoso.com`, displayName: 'Zoe' });
    }
    const { users, more } = await graphAs().searchGuests('zoe');
    expect([users.length, more, requests().length]).toEqual([100, true, 1]);
  });

  it('takes no permission beyond those of the main flow, and fails without it', async () => {
    expect((await failureOf(graphAs(people.avery, ['User.Read']).searchGuests('ines'))).code).toBe(
      'directoryDenied',
    );
  });

  it('never lets a reply of another shape through', async () => {
    const body = JSON.stringify({ value: [{ id: 'x', userPrincipalName: 'x' }] });
    faults().add({ url: /\/users\?/, fault: { kind: 'answer', status: 200, body } });
    expect((await failureOf(graphAs().searchGuests('ines'))).code).toBe('graphUnavailable');
  });
});

it('readOrganization names the tenant', async () => {
  expect(await graphAs().readOrganization()).toEqual({
    id: contosoId,
    displayName: 'Contoso',
    verifiedDomains: ['contoso.com', 'contoso.onmicrosoft.com'],
  });
});
