import { expect, it } from 'vitest';
import { userPageFromUrl } from '../utils/portal-url';
import { urlOfUserPage } from '../utils/user-page-url';
import { contosoId, people } from './sandbox/seed';

it('names user and tenant, as they are read back from it', () => {
  const url = urlOfUserPage({ userId: people.ines, tenantId: contosoId });
  expect(userPageFromUrl(url)).toEqual({ cloud: 'global', userId: people.ines, tenantHint: contosoId });
  const there = urlOfUserPage({ userId: people.ines, tenantId: contosoId, cloud: 'usgov' });
  expect(userPageFromUrl(there)).toMatchObject({ cloud: 'usgov', userId: people.ines });
});

it('stays on the portal whatever it is given', () => {
  const userId = `${people.ines}/userId/${people.arabic}?x=#/view`;
  const url = urlOfUserPage({ userId, tenantId: '/../evil.example' });
  expect(new URL(url).origin).toBe('https://entra.microsoft.com');
  expect(userPageFromUrl(url)).toBeUndefined();
});
