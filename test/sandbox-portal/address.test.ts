import { describe, expect, it } from 'vitest';
import { readAddress } from '../sandbox/portal/shell/address.js';

const entra = 'https://entra.microsoft.com';
const tenantId = '0a9b8c7d-1111-2222-3333-444455556666';
const user = 'Microsoft_AAD_UsersAndTenants/UserProfileMenuBlade';

describe("the shell's reading of an address", () => {
  it.each([
    [`${entra}/#home`, undefined],
    [`${entra}/contoso.com/#home`, 'contoso.com'],
    [`${entra}/contoso.com#home`, 'contoso.com'],
    [`${entra}/${tenantId.toUpperCase()}/?l=en.en-us#home`, tenantId],
    [`${entra}/@contoso.com#home`, 'contoso.com'],
    [`${entra}/auth/login/contoso.com#home`, 'contoso.com'],
    [`${entra}/signin/index/@contoso.com`, 'contoso.com'],
    [`${entra}/signin/index/#home`, undefined],
    [`${entra}/verifyLink?href=x`, undefined],
    [`${entra}/#@fabrikam.com/view/${user}`, 'fabrikam.com'],
    [`${entra}/contoso.com/#@fabrikam.com/view/${user}`, 'fabrikam.com'],
    [`${entra}/contoso.com/#@/view/${user}`, 'contoso.com'],
  ])('finds the tenant in %s', (href, tenant) => {
    expect(readAddress(href).tenant).toBe(tenant);
  });

  it.each([
    [`#view/${user}/~/overview/userId/1`, 'overview', { userId: '1' }],
    [`#blade/${user}/overview/userId/1`, 'overview', { userId: '1' }],
    [`#BLADE/${user}/%7E/overview/userId/1`, 'overview', { userId: '1' }],
    [`#view/${user}/userId/1`, undefined, { userId: '1' }],
    [
      `#view/${user}/~/overview/userId/a%40b.com/hidePreviewBanner~/true`,
      'overview',
      { userId: 'a@b.com', hidePreviewBanner: true },
    ],
    [
      `#view/${user}/~/overview/adminUnitObjectId//userId/1`,
      'overview',
      { adminUnitObjectId: '', userId: '1' },
    ],
    [
      `#view/${user}/~/overview/filter~/%7B%22a%22%3A1%7D/broken~/%7B`,
      'overview',
      { filter: { a: 1 }, broken: '{' },
    ],
    [`#view/${user}/~/overview/userId/1?legacy=true&x=/userId/2`, 'overview', { userId: '1' }],
    [`#view/${user}/~/overview/userId/1?#view/Other/Blade/userId/2`, 'overview', { userId: '1' }],
    [`#view/${user}/~/overview/userId/%`, 'overview', { userId: '%' }],
  ])('reads menu item and parameters of %s', (hash, menu, parameters) => {
    const address = readAddress(`${entra}/${hash}`);
    expect(address).toMatchObject({ kind: 'view', blade: 'UserProfileMenuBlade' });
    expect(address.menu).toBe(menu);
    expect(address.parameters).toEqual(parameters);
  });

  it('lowers the names of query flags and keeps their values', () => {
    expect(readAddress(`${entra}/?Theme=dark&Feature.X=Yes#home`).flags).toEqual({
      theme: 'dark',
      'feature.x': 'Yes',
    });
  });

  it.each(['#home', '#resource/subscriptions/1', ''])('sees no blade in “%s”', (hash) => {
    expect(readAddress(`${entra}/${hash}`)).toMatchObject({ parameters: {} });
    expect(readAddress(`${entra}/${hash}`).blade).toBeUndefined();
  });
});
