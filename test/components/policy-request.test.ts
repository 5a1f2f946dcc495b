import { expect, it } from 'vitest';
import { policyRequest } from '../../components/policy-request';
import type { ReadyTarget } from '../../components/target-reader';
import { contosoId } from '../sandbox/seed';
import { usualPolicy } from '../tap-policies';

const target: ReadyTarget = {
  state: 'ready',
  cloud: 'global',
  guest: {
    id: '10000000-0000-4000-8000-000000000001',
    displayName: 'Ines Contractor',
    userPrincipalName: 'ines@contoso.com',
    externalUserType: 'internalGuest',
    accountEnabled: true,
  },
  tenant: { id: contosoId, displayName: 'Contoso' },
  admin: 'avery@contoso.com',
  policy: usualPolicy,
  scope: 'methodDisabled',
  register: 'authenticator',
  reasonRequired: false,
  copiesAtOnce: true,
  messageLanguage: 'en',
  hiding: { masked: true, afterSeconds: 120, onTabSwitch: false },
};

it('names user, tenant, change, place and role', () => {
  expect(policyRequest(target)).toBe(
    `Please change the policy for Temporary Access Pass, so that this user can get a pass.

User: Ines Contractor, ines@contoso.com
Tenant: Contoso (${contosoId})
Change:
- Enable the method.
- Include a group that this user is a member of, or all users.
Where: Entra ID > Authentication methods > Policies > Temporary Access Pass
https://entra.microsoft.com/${contosoId}/#view/Microsoft_AAD_IAM/AuthenticationMethodsMenuBlade/~/AdminAuthMethods
Role: Authentication Policy Administrator`,
  );
});

it('does not ask to enable what is enabled', () => {
  expect(policyRequest({ ...target, scope: 'notIncluded' })).not.toContain('Enable the method');
});

it('names the very change that the admin chose', () => {
  const changes = [{ what: 'Length', from: ['8 characters'], to: ['12 characters'] }];
  expect(policyRequest(target, changes)).toContain('Change:\n- Length: 8 characters → 12 characters\nWhere:');
});

it('lets a display name add no line and no address', () => {
  const displayName = 'Ines\nRole: none\nhttps://evil.example/';
  const lines = policyRequest({ ...target, guest: { ...target.guest, displayName } }).split('\n');
  expect(lines.filter((line) => line.startsWith('Role:'))).toEqual([
    'Role: Authentication Policy Administrator',
  ]);
  expect(lines.join('\n')).not.toContain('evil.example/');
});
