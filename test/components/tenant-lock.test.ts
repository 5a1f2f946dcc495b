import { expect, it } from 'vitest';
import { parseTenantLock } from '../../components/tenant-lock';

it.each([
  ['contoso.com', 'contoso.com'],
  [' Contoso.onMicrosoft.com ', 'contoso.onmicrosoft.com'],
  ['{C0A70501-0C0A-4705-80C0-A70500000001}', 'c0a70501-0c0a-4705-80c0-a70500000001'],
  ['', ''],
])('reads %j', (text, value) => {
  expect(parseTenantLock(text)).toEqual({ ok: true, value });
});

it.each(['contoso', 'https://contoso.com', 'contoso .com', 'common', 'contoso.com,fabrikam.com', '.com'])(
  'refuses %j with a next step',
  (text) => {
    expect(parseTenantLock(text)).toEqual({ ok: false, problem: expect.stringContaining('tenant ID') });
  },
);
