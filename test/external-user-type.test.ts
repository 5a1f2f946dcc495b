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
    'an internal guest with an e-mail sign-in of this tenant',
    { identities: [signInAt('contoso.com', 'emailAddress'), own] },
    'internalGuest',
  ],
  [
    'an internal guest with a sign-in named by the tenant itself',
    { identities: [signInAt('contoso.com', 'badgeNumber'), own] },
    'internalGuest',
  ],
  [
    'a guest with one more sign-in of another tenant',
    { identities: [signInAt('fabrikam.com', 'emailAddress'), own] },
    'uncertain',
  ],
  [
    'a guest with a phone sign-in whose issuer is no domain',
    { identities: [signInAt('phone', 'phoneNumber'), own] },
    'uncertain',
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
  [
    'an issuer with a letter that looks like one of ours',
    { identities: [signInAt('cоntoso.com')] },
    'uncertain',
  ],
  [
    'a sign-in type with such a letter',
    { identities: [signInAt('contoso.com', 'usеrPrincipalName')] },
    'uncertain',
  ],
  ['a userType with such a letter', { userType: 'Guеst' }, 'uncertain'],
  ['a userType with a blank', { userType: 'Guest ' }, 'uncertain'],
  ['an issuer with a dot behind it', { identities: [signInAt('contoso.com.')] }, 'uncertain'],
  ['an issuer of another tenant', { identities: [signInAt('fabrikam.onmicrosoft.com')] }, 'uncertain'],
  ['an employee', { userType: 'Member' }, 'internalMember'],
  ['an employee synced from AD', { userType: 'Member', onPremisesSyncEnabled: true }, 'internalMember'],
  [
    'an external member converted to internal',
    { userType: 'Member', creationType: 'Invitation' },
    'internalMember',
  ],
  [
    'an external guest who was given a plain user principal name',
    { ...invited, identities: [federated('ExternalAzureAD'), own] },
    'b2bCollaborationGuest',
  ],
  [
    'an external guest whose invitation was reset',
    {
      ...invited,
      externalUserState: 'PendingAcceptance',
      userPrincipalName: external,
      identities: [federated('ExternalAzureAD'), own],
    },
    'b2bCollaborationGuest',
  ],
  [
    'an external guest from before invitations had a state',
    {
      creationType: 'Invitation',
      userPrincipalName: external,
      identities: [federated('ExternalAzureAD'), own],
    },
    'b2bCollaborationGuest',
  ],
  [
    'an external guest whose sign-ins are unreadable',
    { creationType: 'Invitation', userPrincipalName: external, identities: null },
    'b2bCollaborationGuest',
  ],
  [
    'the personal Microsoft account that opened the tenant',
    {
      userType: 'Member',
      userPrincipalName: 'olga_outlook.com#EXT#@contoso.onmicrosoft.com',
      identities: [federated('MicrosoftAccount'), own],
    },
    'b2bCollaborationMember',
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
  [
    'a guest synced across tenants',
    { ...invited, userPrincipalName: external, identities: [federated('ExternalAzureAD'), own] },
    'b2bCollaborationGuest',
  ],
  ...['MicrosoftAccount', 'google.com', 'facebook.com', 'mail', 'phone', 'https://sts.fabrikam.com/saml'].map(
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
  [
    'a customer’s local account of External ID',
    {
      userType: 'Member',
      creationType: 'LocalAccount',
      identities: [signInAt('contoso.onmicrosoft.com', 'emailAddress'), own],
    },
    'uncertain',
  ],
  [
    'a customer of External ID who signs in with Google',
    { userType: 'Member', identities: [federated('google.com'), own] },
    'b2bCollaborationMember',
  ],
  [
    'an employee who signed up by e-mail',
    { userType: 'Member', creationType: 'EmailVerified' },
    'internalMember',
  ],
  ['a guest who signed up by e-mail', { creationType: 'EmailVerified' }, 'uncertain'],
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
    ['localaccount', 'nothing'],
    ['EmailVerified', 'nothing'],
    ['', 'nothing'],
    [0, 'nothing'],
    [undefined, 'nothing'],
  ],
  externalUserState: [
    [null, 'internal'],
    ['Accepted', 'external'],
    ['PendingAcceptance', 'external'],
    ['pendingacceptance', 'external'],
    ['Expired', 'nothing'],
    ['', 'nothing'],
    [false, 'nothing'],
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
    [[signInAt('CONTOSO.COM')], 'internal'],
    [[signInAt('eu.contoso.com'), signInAt('contoso.com', 'emailAddress')], 'internal'],
    [[signInAt('contoso.com', 'UserPrincipalName')], 'internal'],
    [[federated('ExternalAzureAD'), own], 'external'],
    [[own, federated('mail')], 'external'],
    [[signInAt('', 'Federated')], 'external'],
    [[null, federated('mail')], 'external'],
    [[signInAt('fabrikam.com')], 'nothing'],
    [[signInAt('fabrikam.com'), own], 'nothing'],
    [[own, signInAt('', 'userName')], 'nothing'],
    [[signInAt('contoso.com', 'emailAddress')], 'nothing'],
    [[signInAt('')], 'nothing'],
    [[{ signInType: 'userPrincipalName' }], 'nothing'],
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
  const isLocalAccount = /^localaccount$/i.test(String(user.creationType));
  const { creationType, ...others } = says;
  if (Object.values(says).includes('external'))
    return isMember ? 'b2bCollaborationMember' : 'b2bCollaborationGuest';
  if (Object.values(others).includes('nothing') || isLocalAccount) return 'uncertain';
  if (isMember) return 'internalMember';
  return creationType === 'internal' ? 'internalGuest' : 'uncertain';
}

/** Every combination of the values above. */
const rows = fields.reduce<{ user: UserAsRead; says: Partial<Record<Field, Says>> }[]>(
  (begun, field) =>
    begun.flatMap(({ user, says }) =>
      table[field].map(([value, said]) => ({
        user: { ...user, [field]: value },
        says: { ...says, [field]: said as Says },
      })),
    ),
  [{ user: {}, says: {} }],
);

/** Rows that get another verdict than they should, were these the tenant's verified domains. */
const wrongWith = (domains: string[], expected: (row: (typeof rows)[number]) => ExternalUserType) =>
  rows.filter((row) => externalUserType(row.user, domains) !== expected(row));
const decideThem = 'Decide what these accounts are: correct the table, or the rule.';

describe('every combination of fields', () => {
  test('is there', () => {
    expect(rows).toHaveLength(6 * 9 * 8 * 6 * 22);
  });

  test.each([
    ['as they are', verifiedDomains],
    ['in upper case', verifiedDomains.map((domain) => domain.toUpperCase())],
    ['among others', ['fabrikam.example', ...verifiedDomains.toReversed(), 'contoso.mail.onmicrosoft.com']],
  ])('is decided by the signs in it, the verified domains %s', (_, domains) => {
    const wrong = wrongWith(domains, ({ user, says }) => expectedOf(user, says as Record<Field, Says>));
    expect(wrong, decideThem).toEqual([]);
  });

  test.each([
    ['missing', []],
    ['empty', ['']],
    ['another tenant’s', ['tailspin.example']],
    ['a parent of ours', ['com', 'onmicrosoft.com']],
    ['a child of ours', ['us.contoso.com', 'x.contoso.onmicrosoft.com']],
    ['a look-alike', ['cоntoso.com', 'contoso.com.', ' contoso.com', '*.contoso.com', '*']],
  ])('proves nothing internal, the verified domains %s', (_, domains) => {
    const wrong = wrongWith(domains, ({ user, says }) => {
      const type = expectedOf(user, says as Record<Field, Says>);
      return type.startsWith('internal') ? 'uncertain' : type;
    });
    expect(wrong, decideThem).toEqual([]);
  });
});

test('a Kelvin sign in a domain is no k', () => {
  const identities = [signInAt('\u212Aontoso.example')];
  expect(externalUserType({ ...ines, identities }, ['kontoso.example'])).toBe('uncertain');
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
          fc.pre(typeof value !== 'string' || value.toLowerCase() !== 'guest');
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
