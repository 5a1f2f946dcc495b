import { describe, expect, it, test } from 'vitest';
import { assertCloud } from '../utils/cloud-match';
import { type Cloud, cloudOfPortal, clouds } from '../utils/clouds';
import { accessFor, isChosenPortal, optionalAccess, type PortalChoice, portalHosts } from '../utils/portals';

const usual: PortalChoice = { cloud: 'global', showInAzurePortal: false, showInIntune: false };
const all = { showInAzurePortal: true, showInIntune: true };

test.each(Object.keys(portalHosts) as Cloud[])('the portals of %s are portals of that cloud', (cloud) => {
  for (const host of Object.values(portalHosts[cloud])) expect(cloudOfPortal(host)).toBe(cloud);
});

/** Choice → what the browser has to grant beside the installation. */
const accesses: [PortalChoice, string[]][] = [
  [usual, []],
  [{ ...usual, showInAzurePortal: true }, ['portal.azure.com']],
  [{ ...usual, showInIntune: true }, ['intune.microsoft.com']],
  [{ ...usual, cloud: 'usgov' }, ['entra.microsoft.us', 'graph.microsoft.us', 'dod-graph.microsoft.us']],
  [
    { ...all, cloud: 'usgov' },
    [
      'entra.microsoft.us',
      'portal.azure.us',
      'intune.microsoft.us',
      'graph.microsoft.us',
      'dod-graph.microsoft.us',
    ],
  ],
  [{ ...usual, cloud: 'china' }, ['entra.microsoftonline.cn']],
  [{ ...all, cloud: 'china' }, ['entra.microsoftonline.cn', 'portal.azure.cn', 'intune.microsoftonline.cn']],
];

test.each(accesses)('%j takes access to %j', (choice, hosts) => {
  const origins = hosts.map((host) => `https://${host}/*`);
  expect(accessFor(choice)).toEqual({ origins, permissions: hosts.length > 0 ? ['scripting'] : [] });
  for (const origin of origins) expect(optionalAccess.origins).toContain(origin);
});

describe('a user is seen', () => {
  it.each<[string, Partial<PortalChoice>, boolean]>([
    ['entra.microsoft.com', {}, true],
    // Of another cloud: there the panel says so.
    ['entra.microsoft.com', { cloud: 'usgov' }, true],
    ['entra.microsoftonline.cn', {}, true],
    ['portal.azure.com', {}, false],
    ['portal.azure.com', { showInIntune: true }, false],
    ['portal.azure.com', { showInAzurePortal: true }, true],
    ['intune.microsoft.us', { cloud: 'usgov', showInIntune: true }, true],
    // The same shell under a name that no access can be had for.
    ['ms.portal.azure.com', { showInAzurePortal: true }, false],
    ['endpoint.microsoft.com', { showInIntune: true }, false],
    ['evil.example', all, false],
  ])('on %s with %j: %s', (host, choice, expected) => {
    expect(isChosenPortal(host, { ...usual, ...choice })).toBe(expected);
  });
});

describe('on a page of', () => {
  const codeFor = (page: Cloud, app: Cloud) => {
    try {
      assertCloud(page, app);
      return 'none';
    } catch (error) {
      return (error as { failure: { code: string } }).failure.code;
    }
  };
  const names = Object.keys(clouds) as Cloud[];
  it.each(names.flatMap((page) => names.map((app) => [page, app] as const)))(
    '%s, an app of %s',
    (page, app) => {
      const expected = page === 'china' ? 'tapNotOffered' : page === app ? 'none' : 'otherCloud';
      expect(codeFor(page, app)).toBe(expected);
    },
  );
});
