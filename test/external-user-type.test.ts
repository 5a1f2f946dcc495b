import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ExternalUserType, externalUserType, type UserAsRead } from '../utils/external-user-type';

const verifiedDomains = ['contoso.com', 'contoso.onmicrosoft.com', 'eu.contoso.com'];

type Identity = { signInType: string; issuer: string; issuerAssignedId: string | null };

const signInAt = (issuer: string, signInType = 'userPrincipalName'): Identity => ({
  signInType,
  issuer,
  issuerAssignedId: 'ines@contoso.com',
});
const own = signInAt('contoso.onmicrosoft.com');
const federated = (issuer: string) => signInAt(issuer, 'federated');

/** An internal guest as Graph returns one. */
const ines = {
  id: '11111111-1111-4111-8111-111111111111',
  displayName: 'Ines Contractor',
  userPrincipalName: 'ines@contoso.com',
  mail: 'ines@supplier.example',
  userType: 'Guest',
  creationType: null,
  externalUserState: null,
  externalUserStateChangeDateTime: null,
  identities: [own],
  onPremisesSyncEnabled: null,
  accountEnabled: true,
  isManagementRestricted: null,
};

const invited = { creationType: 'Invitation', externalUserState: 'Accepted' };
const external = 'adele_fabrikam.com#EXT#@contoso.onmicrosoft.com';

/** Accounts an admin can meet: how each differs from Ines, and what it is. */
const kinds: [account: string, differs: UserAsRead & Record<string, unknown>, is: ExternalUserType][] = [
  ['an internal guest', {}, 'internalGuest'],
  ['an internal guest with a custom domain', { identities: [signInAt('contoso.com')] }, 'internalGuest'],
  [
    'an internal guest with a listed subdomain',
    { identities: [signInAt('eu.contoso.com')] },
    'internalGuest',
  ],
  [
    'an internal guest in other case',
    { userType: 'guest', identities: [signInAt('CONTOSO.com')] },
    'internalGuest',
  ],
  ['an internal guest synced from AD', { onPremisesSyncEnabled: true }, 'internalGuest'],
  ['a disabled internal guest', { accountEnabled: false }, 'internalGuest'],
  [
    'an internal guest with an e-mail sign-in',
    { identities: [signInAt('contoso.com', 'emailAddress'), own] },
    'internalGuest',
  ],
  [
    'an internal guest in a federated domain',
    { userPrincipalName: 'ines@adfs.contoso.com' },
    'internalGuest',
  ],
  ['an issuer in a subdomain not listed', { identities: [signInAt('us.contoso.com')] }, 'uncertain'],
  ['an issuer that only ends like ours', { identities: [signInAt('evilcontoso.com')] }, 'uncertain'],
  [
    'an issuer that only begins like ours',
    { identities: [signInAt('contoso.com.evil.example')] },
    'uncertain',
  ],
  ['an issuer of another tenant', { identities: [signInAt('fabrikam.onmicrosoft.com')] }, 'uncertain'],
  ['an employee', { userType: 'Member' }, 'internalMember'],
  ['an employee synced from AD', { userType: 'Member', onPremisesSyncEnabled: true }, 'internalMember'],
  [
    'an external member converted to internal',
    { userType: 'Member', creationType: 'Invitation' },
    'internalMember',
  ],
  ['a converted account made a guest again', { creationType: 'Invitation' }, 'uncertain'],
  [
    'an external guest from Entra',
    { ...invited, userPrincipalName: external, identities: [federated('ExternalAzureAD'), own] },
    'b2bCollaborationGuest',
  ],
  [
    'an external guest who has not accepted yet',
    { ...invited, externalUserState: 'PendingAcceptance', userPrincipalName: external },
    'b2bCollaborationGuest',
  ],
  [
    'an internal guest invited to B2B',
    { ...invited, externalUserState: 'PendingAcceptance' },
    'b2bCollaborationGuest',
  ],
  [
    'an internal guest who accepted B2B',
    { externalUserState: 'Accepted', identities: [federated('ExternalAzureAD'), own] },
    'b2bCollaborationGuest',
  ],
  [
    'an employee who accepted B2B',
    { userType: 'Member', externalUserState: 'Accepted', identities: [federated('ExternalAzureAD'), own] },
    'b2bCollaborationMember',
  ],
  [
    'a member synced across tenants',
    {
      ...invited,
      userType: 'Member',
      userPrincipalName: external,
      identities: [federated('ExternalAzureAD'), own],
    },
    'b2bCollaborationMember',
  ],
  ...['MicrosoftAccount', 'google.com', 'facebook.com', 'mail', 'https://sts.fabrikam.com/saml'].map(
    (issuer): [string, UserAsRead, ExternalUserType] => [
      `an external guest signing in at ${issuer}`,
      { ...invited, userPrincipalName: external, identities: [federated(issuer), own] },
      'b2bCollaborationGuest',
    ],
  ),
  [
    'a self-service sign-up',
    {
      creationType: 'SelfServiceSignUp',
      userPrincipalName: external,
      identities: [federated('google.com'), own],
    },
    'b2bCollaborationGuest',
  ],
  ['a self-service sign-up without an external sign', { creationType: 'SelfServiceSignUp' }, 'uncertain'],
  [
    'a local account of External ID',
    { creationType: 'LocalAccount', identities: [signInAt('contoso.com', 'emailAddress'), own] },
    'uncertain',
  ],
  [
    'a local account of External ID without a userPrincipalName identity',
    { creationType: 'LocalAccount', identities: [signInAt('contoso.com', 'userName')] },
    'uncertain',
  ],
];

test.each(kinds)('%s', (_, differs, is) => {
  expect(externalUserType({ ...ines, ...differs }, verifiedDomains)).toBe(is);
});

/** What one value of one field says by itself; the table below tries every combination. */
type Says = 'external' | 'internal' | 'nothing';
const table = {
  userType: [
    ['Guest', 'internal'],
    ['GUEST', 'internal'],
    ['Member', 'internal'],
    ['Contact', 'nothing'],
    [null, 'nothing'],
    [undefined, 'nothing'],
  ],
  creationType: [
    [null, 'internal'],
    ['Invitation', 'nothing'],
    ['SelfServiceSignUp', 'nothing'],
    ['LocalAccount', 'nothing'],
    ['EmailVerified', 'nothing'],
    ['', 'nothing'],
    [undefined, 'nothing'],
  ],
  externalUserState: [
    [null, 'internal'],
    ['Accepted', 'external'],
    ['PendingAcceptance', 'external'],
    ['pendingacceptance', 'external'],
    ['Expired', 'nothing'],
    [undefined, 'nothing'],
  ],
  userPrincipalName: [
    ['ines@contoso.com', 'internal'],
    [external, 'external'],
    [external.toLowerCase(), 'external'],
    ['', 'nothing'],
    [null, 'nothing'],
    [undefined, 'nothing'],
  ],
  identities: [
    [[own], 'internal'],
    [[signInAt('fabrikam.com'), signInAt('CONTOSO.COM')], 'internal'],
    [[signInAt('contoso.com', 'UserPrincipalName')], 'internal'],
    [[federated('ExternalAzureAD'), own], 'external'],
    [[own, federated('mail')], 'external'],
    [[signInAt('', 'Federated')], 'external'],
    [[null, federated('mail')], 'external'],
    [[signInAt('fabrikam.com')], 'nothing'],
    [[signInAt('contoso.com', 'emailAddress')], 'nothing'],
    [[signInAt('')], 'nothing'],
    [[own, null], 'nothing'],
    [[own, {}], 'nothing'],
    [[own, { signInType: 1 }], 'nothing'],
    [[], 'nothing'],
    [{ 0: own, length: 1 }, 'nothing'],
    ['federated', 'nothing'],
    [null, 'nothing'],
    [undefined, 'nothing'],
  ],
} satisfies Record<keyof UserAsRead, [unknown, Says][]>;

type Field = keyof UserAsRead;
const fields = Object.keys(table) as Field[];

/** One external sign makes an account external; every field must say internal before it is called so. */
function expectedOf(user: UserAsRead, says: Record<Field, Says>): ExternalUserType {
  const isMember = user.userType === 'Member';
  const { creationType, ...others } = says;
  if (Object.values(says).includes('external'))
    return isMember ? 'b2bCollaborationMember' : 'b2bCollaborationGuest';
  if (Object.values(others).includes('nothing')) return 'uncertain';
  if (isMember) return 'internalMember';
  return creationType === 'internal' ? 'internalGuest' : 'uncertain';
}

describe('every combination of fields', () => {
  test('is decided by the signs in it', () => {
    let rows: { user: UserAsRead; says: Partial<Record<Field, Says>> }[] = [{ user: {}, says: {} }];
    for (const field of fields)
      rows = rows.flatMap(({ user, says }) =>
        table[field].map(([value, said]) => ({
          user: { ...user, [field]: value },
          says: { ...says, [field]: said as Says },
        })),
      );
    expect(rows).toHaveLength(6 * 7 * 6 * 6 * 18);
    const wrong = rows.filter(
      ({ user, says }) =>
        externalUserType(user, verifiedDomains) !== expectedOf(user, says as Record<Field, Says>),
    );
    expect(wrong, 'Decide what these accounts are: correct the table, or the rule.').toEqual([]);
  });

  test('is decided alike where the verified domains are in upper case', () => {
    expect(externalUserType(ines, ['CONTOSO.ONMICROSOFT.COM'])).toBe('internalGuest');
  });

  test.each([[[]], [['']], [['fabrikam.com']]])(
    'proves nothing where the verified domains are %j',
    (domains) => {
      for (const identities of [[own], [signInAt('')], [{ signInType: 'userPrincipalName' }]])
        expect(externalUserType({ ...ines, identities }, domains)).toBe('uncertain');
    },
  );
});

describe('a proven internal guest', () => {
  /** Who the person is called and what state the account is in does not tell where it signs in. */
  const irrelevant: Record<Exclude<keyof typeof ines, Field>, true> = {
    id: true,
    displayName: true,
    mail: true,
    externalUserStateChangeDateTime: true,
    onPremisesSyncEnabled: true,
    accountEnabled: true,
    isManagementRestricted: true,
  };

  test.each(Object.keys(ines))('without %s is proven only if that field is irrelevant', (field) => {
    const { [field as keyof typeof ines]: _, ...rest } = ines;
    expect(
      externalUserType(rest, verifiedDomains),
      `Decide whether ${field} is irrelevant; if it is, say so in the list.`,
    ).toBe(field in irrelevant ? 'internalGuest' : 'uncertain');
  });

  test.each(['signInType', 'issuer'] as const)('without the %s of the identity is not proven', (field) => {
    const { [field]: _, ...identity } = own;
    expect(externalUserType({ ...ines, identities: [identity] }, verifiedDomains)).toBe('uncertain');
  });

  test('without the issuerAssignedId of the identity is still proven', () => {
    expect(
      externalUserType({ ...ines, identities: [{ ...own, issuerAssignedId: null }] }, verifiedDomains),
    ).toBe('internalGuest');
  });

  test('with anything else in a field is never proven', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('userType', 'creationType', 'externalUserState', 'identities'),
        fc.jsonValue(),
        (field, value) => {
          fc.pre(JSON.stringify(value) !== JSON.stringify(ines[field as Field]));
          fc.pre(String(value).toLowerCase() !== 'guest');
          expect(externalUserType({ ...ines, [field]: value }, verifiedDomains)).not.toBe('internalGuest');
        },
      ),
    );
  });

  test('is external as soon as one external sign is added', () => {
    const signs: UserAsRead[] = [
      { externalUserState: 'Accepted' },
      { externalUserState: 'PendingAcceptance' },
      { userPrincipalName: external },
      { identities: [own, federated('ExternalAzureAD')] },
    ];
    fc.assert(
      fc.property(
        fc.subarray(signs, { minLength: 1 }),
        fc.constantFrom('Guest', 'Member'),
        (added, userType) => {
          expect(externalUserType(Object.assign({ ...ines, userType }, ...added), verifiedDomains)).toBe(
            userType === 'Guest' ? 'b2bCollaborationGuest' : 'b2bCollaborationMember',
          );
        },
      ),
    );
  });
});

test('any answer of Graph gets a verdict, and never an error', () => {
  const anyUser = fc.record(
    Object.fromEntries(
      fields.map((field) => [
        field,
        fc.oneof(fc.jsonValue(), fc.constantFrom(...table[field].map(([value]) => value))),
      ]),
    ),
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(anyUser, fc.array(fc.domain()), (user: UserAsRead, domains) => {
      // None of these domains is the issuer's, so nothing here can be proven.
      expect(['b2bCollaborationGuest', 'b2bCollaborationMember', 'uncertain']).toContain(
        externalUserType(user, domains),
      );
    }),
  );
});

describe('the example users', () => {
  const examples: Record<string, ExternalUserType> = {
    '11111111-1111-4111-8111-111111111111': 'internalGuest',
    '55555555-5555-4555-8555-555555555555': 'b2bCollaborationGuest',
    '66666666-6666-4666-8666-666666666666': 'b2bCollaborationGuest',
    '77777777-7777-4777-8777-777777777777': 'b2bCollaborationGuest',
    '88888888-8888-4888-8888-888888888888': 'b2bCollaborationMember',
    '99999999-9999-4999-8999-999999999999': 'internalMember',
    'aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa': 'internalMember',
  };
  const file = new URL('fixtures/example-users.json', import.meta.url);
  const found: [where: string, user: UserAsRead & { id: string }][] = [];
  JSON.parse(readFileSync(file, 'utf8'), (key, value) => {
    if (value?.userType && value.identities) found.push([`${key} ${value.displayName}`, value]);
    return value;
  });

  test('are all there', () => {
    expect(new Set(found.map(([, { id }]) => id))).toEqual(new Set(Object.keys(examples)));
  });

  test.each(found)('%s', (_, user) => {
    expect(
      externalUserType(user, verifiedDomains),
      `Decide what user ${user.id} is, and add it to the examples.`,
    ).toBe(examples[user.id]);
  });
});
