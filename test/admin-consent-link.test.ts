import { expect, it } from 'vitest';
import { adminConsentLink } from '../utils/admin-consent-link';
import { clouds } from '../utils/clouds';

const app = {
  tenant: 'contoso.com',
  clientId: '6e57a001-5a9d-4b0c-8c1d-9a55e5b0c0de',
  redirectUri: 'https://guestpass.chromiumapp.org/',
  scopes: ['User.Read', 'User.Read.All'],
};

it('is the one that Microsoft documents', () => {
  expect(adminConsentLink(clouds.global, app)).toBe(
    'https://login.microsoftonline.com/contoso.com/v2.0/adminconsent' +
      '?client_id=6e57a001-5a9d-4b0c-8c1d-9a55e5b0c0de' +
      '&scope=https%3A%2F%2Fgraph.microsoft.com%2FUser.Read%20https%3A%2F%2Fgraph.microsoft.com%2FUser.Read.All' +
      '&redirect_uri=https%3A%2F%2Fguestpass.chromiumapp.org%2F',
  );
});

it('leads to the tenant of whoever signs in where none is known', () => {
  expect(adminConsentLink(clouds.global, { ...app, tenant: '' })).toContain('.com/organizations/v2.0/');
});

it('stays in its cloud', () => {
  const { host, searchParams } = new URL(adminConsentLink(clouds.usgov, app));
  expect(host).toBe('login.microsoftonline.us');
  expect(searchParams.get('scope')).toBe(
    'https://graph.microsoft.us/User.Read https://graph.microsoft.us/User.Read.All',
  );
});

it('takes a tenant for a name, whatever stands in it', () => {
  const { pathname, searchParams } = new URL(
    adminConsentLink(clouds.global, { ...app, tenant: 'x/../?client_id=y' }),
  );
  expect(pathname).toBe('/x%2F..%2F%3Fclient_id%3Dy/v2.0/adminconsent');
  expect(searchParams.getAll('client_id')).toEqual([app.clientId]);
});
