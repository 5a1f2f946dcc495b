import { beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createSessionStore } from '../utils/session-store';
import { createTenantKnowledge, type TenantFacts } from '../utils/tenant-knowledge';

const organization = { id: 'contoso', displayName: 'Contoso', verifiedDomains: ['contoso.com'] };
const policies = { tap: 'unknown', passkey: 'unknown' } as const;
const minute = 60_000;
let now: number;
/** A worker that has just started. */
const start = () => createTenantKnowledge(createSessionStore<TenantFacts>('tenant'), () => now);

beforeEach(() => {
  fakeBrowser.reset();
  now = Date.UTC(2026, 10, 27, 9);
});

test('the next worker knows what the last one learnt', async () => {
  start().learn('contoso', { organization, policies });
  const next = start();
  expect(next.organizationOf('contoso')).toBeUndefined();
  expect(await next.recall('contoso')).toEqual({ organization, policies });
  expect(next.organizationOf('contoso')).toEqual(organization);
  expect(await next.recall('fabrikam')).toEqual({});
});

test('policies count for five minutes, and not at all where the clock was set back', async () => {
  start().learn('contoso', { organization, policies });
  now += 5 * minute;
  expect(await start().recall('contoso')).toEqual({ organization });
  now -= 6 * minute;
  expect(await start().recall('contoso')).toEqual({ organization });
});

test('learning the organization again makes old policies no younger', async () => {
  const knowledge = start();
  knowledge.learn('contoso', { organization, policies });
  now += 4 * minute;
  knowledge.learn('contoso', { organization });
  now += 2 * minute;
  expect(await knowledge.recall('contoso')).toEqual({ organization });
});

test('policies that are no longer true are forgotten by every worker', async () => {
  const knowledge = start();
  knowledge.learn('contoso', { organization, policies });
  knowledge.forgetPolicies('contoso');
  expect(await knowledge.recall('contoso')).toEqual({ organization });
  expect(await start().recall('contoso')).toEqual({ organization });
});

test('what is learnt while the store is asked is not overwritten by it', async () => {
  start().learn('contoso', { organization: { ...organization, displayName: 'Before' } });
  const knowledge = start();
  const recalled = knowledge.recall('contoso');
  knowledge.learn('contoso', { organization, policies });
  expect(await recalled).toEqual({ organization, policies });
});
