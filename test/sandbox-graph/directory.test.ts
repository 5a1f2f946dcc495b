import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { brokenReplies } from '../sandbox/graph/broken-replies';
import { fabrikamId, groups, people } from '../sandbox/seed';
import { graphOnLoopback } from './graph-on-loopback';

let graph: Awaited<ReturnType<typeof graphOnLoopback>>;
beforeAll(async () => {
  graph = await graphOnLoopback();
});
beforeEach(() => graph.state.reset());
afterEach(() => expect(brokenReplies).toEqual([]));
afterAll(() => graph.close());

const advanced = { consistencylevel: 'eventual' };
const list = (path: string, options: Record<string, string>, headers: Record<string, string> = {}) =>
  graph.send('GET', `${path}?${new URLSearchParams(options)}`, { headers });
const ids = (json: { value: { id: string }[] }) => json.value.map(({ id }) => id);

describe('one user', () => {
  test('is found by id or by percent-encoded user principal name', async () => {
    const upn = encodeURIComponent('adele_fabrikam.com#EXT#@contoso.onmicrosoft.com');
    expect((await graph.get(`/users/${upn}`)).json.id).toBe(people.adele);
    expect((await graph.get(`/users/${people.adele.toUpperCase()}`)).json.id).toBe(people.adele);
  });

  test('shows the usual properties, or exactly the selected ones', async () => {
    const usual = (await graph.get(`/users/${people.ines}`)).json;
    expect(usual).toMatchObject({ displayName: 'Ines Contractor', businessPhones: [] });
    expect(usual).not.toHaveProperty('userType');
    const { json } = await graph.get(`/users/${people.ines}?$select=userType,identities,externalUserState`);
    expect(Object.keys(json)).toEqual(['@odata.context', 'userType', 'identities', 'externalUserState']);
    for (const unknown of ['nickName', 'toString', '_pass']) {
      expect((await graph.get(`/users/${people.ines}?$select=${unknown}`)).status).toBe(400);
    }
  });

  test('others need User.Read.All; User.ReadBasic.All shows the basic profile only', async () => {
    expect((await graph.get(`/users/${people.ines}`, graph.signIn(people.avery, ['User.Read']))).status).toBe(
      403,
    );
    const token = graph.signIn(people.avery, ['User.ReadBasic.All']);
    const { json } = await graph.get(`/users/${people.ines}?$select=id,userType`, token);
    expect(json).toMatchObject({ id: people.ines });
    expect(json).not.toHaveProperty('userType');
  });

  test('every user of the seed can be read with everything selected', async () => {
    const select =
      'id,displayName,userPrincipalName,mail,userType,creationType,externalUserState,externalUserStateChangeDateTime,identities,onPremisesSyncEnabled,accountEnabled,isManagementRestricted';
    for (const { id } of graph.contoso().users) {
      expect((await graph.get(`/users/${id}?$select=${select}`)).status).toBe(200);
    }
  });
});

describe('me and my organization', () => {
  test('are those of the token', async () => {
    const token = graph.signIn(people.averyAtFabrikam, ['User.Read'], fabrikamId);
    expect((await graph.get('/me', token)).json.id).toBe(people.averyAtFabrikam);
    const { json } = await graph.get('/organization', token);
    expect(json.value[0].id).toBe(fabrikamId);
    expect(json.value[0].verifiedDomains[0]).toMatchObject({ name: 'fabrikam.com', isDefault: true });
  });

  test('my roles are told by memberOf and by the cast, by name only with a directory scope', async () => {
    const { json } = await graph.get('/me/memberOf');
    expect(json.value.map((item: { displayName: string }) => item.displayName)).toContain(
      'Authentication Administrator',
    );
    const limited = await graph.get('/me/memberOf', graph.signIn(people.avery, ['User.Read']));
    expect(limited.json.value[0]).toMatchObject({
      '@odata.type': '#microsoft.graph.directoryRole',
      displayName: null,
    });
    const cast = '/me/transitiveMemberOf/microsoft.graph.directoryRole';
    expect((await graph.get(cast)).status).toBe(400);
    const roles = await list(cast, { $count: 'true' }, advanced);
    expect(roles.json.value[0].roleTemplateId).toBe('c4e39bd9-1100-46d3-8c65-fb160da0071f');
  });
});

describe('lists of users', () => {
  const guests = { $filter: "userType eq 'Guest'" };

  test('pages lead from one to the next and end', async () => {
    const all = ids((await list('/users', guests)).json);
    const seen: string[] = [];
    let next: string | undefined = `/users?${new URLSearchParams({ ...guests, $top: '5' })}`;
    for (let pages = 0; next !== undefined && pages < 10; pages++) {
      const { json } = await graph.get(next);
      seen.push(...ids(json));
      next = json['@odata.nextLink']?.replace('https://graph.microsoft.com/v1.0', '');
    }
    expect(seen).toEqual(all);
    expect(all).toContain(people.ines);
    expect(all).not.toContain(people.emil);
  });

  test.each([
    ["startswith(displayName,'Ines')", [people.ines]],
    ["userType eq 'Guest' and accountEnabled eq false", [people.disabled]],
    ["creationType eq 'Invitation' and userType eq 'Member'", [people.mara, people.carla]],
    ["userPrincipalName in ('ines@contoso.com', 'emil@contoso.com')", [people.ines, people.emil]],
    [`manager/id eq '${people.emil}'`, [people.ines]],
    ["(id eq '10000000-0000-4000-8000-000000000001')", [people.ines]],
    ["identities/any(i:i/issuer eq 'google.com')", [people.gus]],
  ])('%s', async ($filter, expected) => {
    expect(ids((await list('/users', { $filter })).json)).toEqual(expected);
  });

  test.each([
    "not startswith(displayName,'Ines')",
    "userType ne 'Guest'",
    "endswith(userPrincipalName,'@contoso.com')",
    'onPremisesSyncEnabled eq null',
  ])('%s needs ConsistencyLevel and $count', async ($filter) => {
    const plain = await list('/users', { $filter, $count: 'true' });
    expect([plain.status, plain.json.error.code]).toEqual([400, 'Request_UnsupportedQuery']);
    const { json } = await list('/users', { $filter, $count: 'true' }, advanced);
    expect(json['@odata.count']).toBe(json.value.length);
    expect(json.value.length).toBeGreaterThan(0);
  });

  test('externalUserState eq null is never supported', async () => {
    const { status } = await list(
      '/users',
      { $filter: 'externalUserState eq null', $count: 'true' },
      advanced,
    );
    expect(status).toBe(400);
  });

  test('a filter that cannot be read is a 400', async () => {
    for (const $filter of ['userType', "userType eq 'Guest' and", "(userType eq 'Guest'", 'a b c d']) {
      expect((await list('/users', { $filter })).status).toBe(400);
    }
  });

  test('$search finds words of the name and beginnings elsewhere', async () => {
    const found = async ($search: string) => ids((await list('/users', { $search }, advanced)).json);
    expect(await found('"displayName:contr"')).toEqual([people.ines]);
    expect(await found('"displayName:ontractor"')).toEqual([]);
    expect(await found('"displayName:ines" OR "mail:adele"')).toEqual([people.ines, people.adele]);
    expect((await list('/users', { $search: '"displayName:ines"' })).status).toBe(400);
  });

  test('$search is narrowed by $filter, sorted by $orderby, and refused without its header', async () => {
    const query = {
      $search: '"displayName:ine" OR "userPrincipalName:ad"',
      $filter: "userType eq 'Guest'",
      $orderby: 'displayName',
      $count: 'true',
    };
    const { json } = await list('/users', query, advanced);
    expect(ids(json)).toEqual([people.adele, people.ines]);
    expect(json['@odata.count']).toBe(2);
    const { status, json: refusal } = await list('/users', query);
    expect([status, refusal.error.code]).toEqual([400, 'Request_UnsupportedQuery']);
    expect(refusal.error.message).toContain("special request header: 'ConsistencyLevel: eventual'");
    const { $count: _, ...uncounted } = query;
    expect((await list('/users', uncounted, advanced)).status).toBe(400);
  });

  test('$search wants quotes and backslashes of a clause escaped', async () => {
    const search = ($search: string) => list('/users', { $search }, advanced);
    expect(ids((await search(String.raw`"displayName:\"ines\" \\"`)).json)).toEqual([people.ines]);
    expect(ids((await search('"displayName:ines OR adele"')).json)).toEqual([]);
    for (const wrong of ['"displayName:"ines""', String.raw`"displayName:ines\"`, '"displayName:a"b"'])
      expect((await search(wrong)).status).toBe(400);
  });

  test('$orderby sorts, together with a filter only in an advanced query', async () => {
    const { json } = await list('/users', { $orderby: 'displayName desc', $top: '1' });
    const names = graph.contoso().users.map(({ displayName }) => displayName);
    expect(json.value[0].displayName).toBe(names.sort((a, b) => b.localeCompare(a))[0]);
    expect((await list('/users', { ...guests, $orderby: 'displayName' })).status).toBe(400);
    expect(
      (await list('/users', { ...guests, $orderby: 'displayName', $count: 'true' }, advanced)).status,
    ).toBe(200);
  });

  test.each(['0', '1000', 'many'])('$top=%s is refused', async ($top) => {
    expect((await list('/users', { $top })).status).toBe(400);
  });

  test('$expand adds the manager, one relationship and not in an advanced query', async () => {
    const $expand = 'manager($levels=1;$select=id,displayName)';
    const { json } = await list('/users', { $expand, $select: 'id' });
    const byId = new Map<string, object>(json.value.map((user: { id: string }) => [user.id, user]));
    expect(byId.get(people.ines)).toMatchObject({
      manager: { id: people.emil, displayName: 'Emil Employee' },
    });
    expect(byId.get(people.longName)).not.toHaveProperty('manager');
    expect((await list('/users', { $expand: 'manager,sponsors' })).status).toBe(400);
    expect((await list('/users', { $expand, $count: 'true' }, advanced)).status).toBe(400);
  });
});

describe('who stands around a user', () => {
  test('the manager, or a 404', async () => {
    expect((await graph.get(`/users/${people.ines}/manager`)).json.id).toBe(people.emil);
    expect((await graph.get(`/users/${people.longName}/manager`)).json.error.message).toMatch(
      /^Resource 'manager'/,
    );
  });

  test('the sponsors, for a role that may read them', async () => {
    const path = `/users/${people.ines}/sponsors`;
    expect((await graph.get(path)).status).toBe(403);
    graph.user(people.avery)._roles.push('Guest Inviter');
    expect(ids((await graph.get(path)).json)).toEqual([people.emil]);
  });

  test('groups, also through other groups', async () => {
    const path = `/users/${people.suppliersOnly}`;
    const cast = await list(`${path}/transitiveMemberOf/microsoft.graph.group`, { $count: 'true' }, advanced);
    expect(ids(cast.json).sort()).toEqual([groups.contractors, groups.suppliers]);
    for (const [action, property] of [
      ['checkMemberGroups', 'groupIds'],
      ['checkMemberObjects', 'ids'],
    ] as const) {
      const body = { [property]: [groups.contractors, groups.noPasses] };
      const { json } = await graph.send('POST', `${path}/${action}`, { body });
      expect(json.value).toEqual([groups.contractors]);
      const many = { [property]: Array.from({ length: 21 }, () => groups.contractors) };
      expect((await graph.send('POST', `${path}/${action}`, { body: many })).status).toBe(400);
    }
  });
});

describe('groups', () => {
  test('are listed, searched and read', async () => {
    expect((await graph.get('/groups')).json.value).toHaveLength(4);
    const found = await list('/groups', { $search: '"displayName:contractors"', $select: 'id' }, advanced);
    expect(ids(found.json)).toEqual([groups.contractors]);
    expect((await graph.get(`/groups/${groups.helpdesk}`)).json.isAssignableToRole).toBe(true);
    expect((await graph.get('/groups/none')).status).toBe(404);
    expect((await graph.get('/groups', graph.signIn(people.avery, ['User.Read.All']))).status).toBe(403);
  });
});

describe('roles and reports', () => {
  test('role assignments of one principal, with their definition', async () => {
    const { json } = await list('/roleManagement/directory/roleAssignments', {
      $filter: `principalId eq '${people.roleHolder}'`,
      $expand: 'roleDefinition',
    });
    expect(json.value).toHaveLength(1);
    expect(json.value[0]).toMatchObject({
      directoryScopeId: '/',
      roleDefinition: { displayName: 'User Administrator' },
    });
  });

  test('registration details follow the registered methods and leave disabled users out', async () => {
    const path = '/reports/authenticationMethods/userRegistrationDetails';
    expect((await graph.get(`${path}/${people.ines}`)).json.isPasswordlessCapable).toBe(false);
    graph.user(people.ines)._methods.push({
      '@odata.type': '#microsoft.graph.fido2AuthenticationMethod',
      id: 'key',
      passkeyType: 'deviceBound',
    });
    const { json } = await list(path, { $filter: "methodsRegistered/any(m:m eq 'passKeyDeviceBound')" });
    expect(json.value).toMatchObject([{ id: people.ines, userType: 'guest', isPasswordlessCapable: true }]);
    expect((await graph.get(`${path}/${people.disabled}`)).status).toBe(404);
    expect((await graph.get(path, graph.signIn(people.helen))).status).toBe(403);
  });
});

describe('methods', () => {
  const kinds = [
    ['fido2', 'fido2Methods'],
    ['windowsHelloForBusiness', 'windowsHelloForBusinessMethods'],
    ['platformCredential', 'platformCredentialMethods'],
    ['microsoftAuthenticator', 'microsoftAuthenticatorMethods'],
    ['phone', 'phoneMethods'],
    ['softwareOath', 'softwareOathMethods'],
    ['email', 'emailMethods'],
    ['external', 'externalAuthenticationMethods'],
  ] as const;

  test('of all kinds stand in the list with their type and in the lists of their kind without', async () => {
    const path = `/users/${people.ines}/authentication`;
    for (const [type, segment] of kinds) {
      const method = { '@odata.type': `#microsoft.graph.${type}AuthenticationMethod`, id: `${type}-1` };
      graph.user(people.ines)._methods.push(method);
      expect((await graph.get(`${path}/${segment}`)).json.value).toEqual([{ id: `${type}-1` }]);
    }
    const { json } = await graph.get(`${path}/methods`);
    // The password comes with the seed.
    expect(json.value).toHaveLength(kinds.length + 1);
    expect((await graph.get(`${path}/methods/$count`)).status).toBe(400);
    expect((await graph.get(`${path}/methods?$select=@odata.type`)).status).toBe(400);
  });

  test('phone numbers are masked for an Authentication Administrator', async () => {
    const path = `/users/${people.ines}/authentication/phoneMethods`;
    graph.user(people.ines)._methods.push({
      '@odata.type': '#microsoft.graph.phoneAuthenticationMethod',
      id: '3179e48a-750b-4051-897c-87b9720928f7',
      phoneNumber: '+1 5551234555',
      phoneType: 'mobile',
    });
    expect((await graph.get(path)).json.value[0].phoneNumber).toBe('+1 XXXXXXXX55');
    expect((await graph.get(path, graph.signIn(people.gina))).json.value[0].phoneNumber).toBe(
      '+1 5551234555',
    );
  });

  test('need a scope of their own', async () => {
    const path = `/users/${people.ines}/authentication/fido2Methods`;
    expect(
      (await graph.get(path, graph.signIn(people.helen, ['UserAuthMethod-Passkey.Read.All']))).status,
    ).toBe(200);
    expect(
      (await graph.get(path, graph.signIn(people.helen, ['UserAuthMethod-Phone.Read.All']))).status,
    ).toBe(403);
  });
});
