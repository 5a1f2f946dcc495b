import { expect, test } from 'vitest';
import { clouds } from '../utils/clouds';
import { signInAddress } from '../utils/sign-in-address';

const tenantId = '0b3c2b3e-5f0a-4a1b-9a5e-1f2d3c4b5a69';

test('is bound to the tenant in the global cloud', () => {
  expect(signInAddress('global', tenantId)).toBe(
    `https://mysignins.microsoft.com/security-info/?tenantId=${tenantId}`,
  );
});

test('is another one in each cloud, and an https address in all', () => {
  const addresses = (Object.keys(clouds) as (keyof typeof clouds)[]).map((cloud) =>
    signInAddress(cloud, tenantId),
  );
  expect(new Set(addresses).size).toBe(addresses.length);
  for (const address of addresses) expect(new URL(address).protocol).toBe('https:');
});
