import { expect, test } from 'vitest';
import { clouds } from '../utils/clouds';
import { policyPage } from '../utils/policy-page';
import { userPageFromUrl } from '../utils/portal-url';
import { contosoId } from './sandbox/seed';

test.each([
  ['global', 'https://entra.microsoft.com'],
  ['usgov', 'https://entra.microsoft.us'],
  ['china', 'https://entra.microsoftonline.cn'],
] as const)("the policy's page in the cloud %s stands at %s and names the tenant", (cloud, portal) => {
  const blade = '#view/Microsoft_AAD_IAM/AuthenticationMethodsMenuBlade/~/AdminAuthMethods';
  expect(policyPage(cloud, contosoId)).toBe(`${portal}/${contosoId}/${blade}`);
  expect(clouds[cloud].portals).toContain(new URL(portal).host);
  expect(userPageFromUrl(policyPage(cloud, contosoId))).toBeUndefined();
});
