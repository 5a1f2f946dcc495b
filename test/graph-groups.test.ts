import { describe, expect, it } from 'vitest';
import { failureOf, graphInSandbox } from './graph-in-sandbox';
import { groups, people } from './sandbox/seed';

const { graphAs, requests, faults, contoso } = graphInSandbox();
const graph = (scopes = ['Group.ReadBasic.All']) => graphAs(people.pat, scopes);

const groupId = (n: number) => `30000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const addGroups = (...names: string[]) =>
  contoso().groups.push(
    ...names.map((displayName, n) => ({
      id: groupId(n),
      displayName,
      isAssignableToRole: false,
      _groups: [],
    })),
  );

describe('readGroups', () => {
  it('names groups by the id they were asked for, and leaves out the missing', async () => {
    const upper = groups.contractors.toUpperCase();
    expect(await graph().readGroups(['all_users', upper, groupId(9), groups.noPasses])).toEqual({
      [upper]: 'TAP Contractors',
      [groups.noPasses]: 'No passes',
    });
  });

  it('names more groups than one filter holds, in one request', async () => {
    addGroups(...Array.from({ length: 31 }, (_, n) => `Group ${n}`));
    const names = await graph().readGroups(contoso().groups.map(({ id }) => id));
    expect(Object.keys(names)).toHaveLength(contoso().groups.length);
    expect(names[groupId(30)]).toBe('Group 30');
    expect(requests()).toHaveLength(1);
  });

  it('sends nothing that is not an id', async () => {
    expect(await graph().readGroups(["') or (displayName ne '"])).toEqual({});
    expect(requests()).toHaveLength(0);
  });

  it('knows no name without the permission', async () => {
    expect(await graph(['User.Read.All']).readGroups([groups.contractors])).toEqual({});
  });
});

describe('searchGroups', () => {
  const found = async (text: string) =>
    (await graph().searchGroups(text)).map(({ displayName }) => displayName);

  it('finds words by their beginning, ten at most, in the order of names', async () => {
    addGroups(...Array.from({ length: 12 }, (_, n) => `Tapas ${String(12 - n).padStart(2, '0')}`));
    expect(await found('  tap contr ')).toEqual(['TAP Contractors']);
    const first = await found('tap');
    expect(first).toHaveLength(10);
    expect(first.slice(0, 3)).toEqual(['TAP Contractors', 'Tapas 01', 'Tapas 02']);
    expect((await graph().searchGroups('helpdesk'))[0]?.id).toBe(groups.helpdesk);
  });

  it.each([
    'The "A" team',
    'Domain\\Admins',
    'Ends with \\',
    'R OR D',
    'R&D = 50% #1 + more',
    '日本 グループ',
    'x" OR "displayName:Helpdesk',
  ])('takes "%s" for the words of a name', async (name) => {
    addGroups(name);
    expect(await found(name)).toEqual([name]);
  });

  it('asks nothing for an empty text', async () => {
    expect(await found(' ')).toEqual([]);
    expect(requests()).toHaveLength(0);
  });

  it('tells that groups are hidden from this account', async () => {
    expect((await failureOf(graph(['User.Read']).searchGroups('tap'))).code).toBe('groupsHidden');
  });

  it('says offline when nobody answers', async () => {
    faults().add({ url: /\/groups/, fault: { kind: 'cut', act: 'before' } });
    expect((await failureOf(graph().searchGroups('tap'))).code).toBe('offline');
  });
});
