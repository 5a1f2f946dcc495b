import { expect, it } from 'vitest';
import { userPageFromUrl } from '../utils/portal-url';
import { urlOfUserPage } from '../utils/user-page-url';
import { contosoId, people } from './sandbox/seed';

it.each(['global', 'usgov', 'china'] as const)(
  'names user and tenant in %s, as they are read back from it',
  (cloud) => {
    const url = urlOfUserPage({ cloud, userId: people.ines, tenantId: contosoId });
    expect(userPageFromUrl(url)).toEqual({ cloud, userId: people.ines, tenantHint: contosoId });
  },
);

it('stays on the portal whatever it is given', () => {
  const userId = `${people.ines}/userId/${people.arabic}?x=#/view`;
  const url = urlOfUserPage({ cloud: 'global', userId, tenantId: '/../evil.example' });
  expect(new URL(url).origin).toBe('https://entra.microsoft.com');
  expect(userPageFromUrl(url)).toBeUndefined();
});
