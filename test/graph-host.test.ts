import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Cloud } from '../utils/clouds';
import { createGraphHosts } from '../utils/graph-host';
import { createSessionStore } from '../utils/session-store';
import { failureOf } from './graph-in-sandbox';
import { contosoId, fabrikamId } from './sandbox/seed';
import { type Sandbox, startSandbox } from './sandbox/server';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(async () => {
  vi.unstubAllGlobals();
  await sandbox.close();
});
beforeEach(() => {
  fakeBrowser.reset();
  sandbox.state.reset();
  sandbox.faults.clear();
  vi.stubGlobal('fetch', sandbox.fetch);
});

const startWorker = (cloud: Cloud = 'usgov') => createGraphHosts(cloud, createSessionStore('graphHost'));

const requests = () => sandbox.log.map(({ url }) => url);

/** What the metadata of a tenant says next. */
const metadataIs = (body: unknown, status = 200) =>
  sandbox.faults.add({
    url: /openid-configuration/,
    fault: { kind: 'answer', status, body: typeof body === 'string' ? body : JSON.stringify(body) },
  });

describe('the Microsoft Graph of a tenant', () => {
  it.each([
    ['of GCC High', contosoId, 'graph.microsoft.us'],
    ['of DoD', fabrikamId, 'dod-graph.microsoft.us'],
    ['of DoD, by its domain', 'Fabrikam.com', 'dod-graph.microsoft.us'],
  ])('%s is the one its metadata names', async (_, tenant, host) => {
    expect(await startWorker()(tenant)).toBe(host);
  });

  it('is asked for once in a session of the browser, whoever asks at the same time', async () => {
    const graphOf = startWorker();
    await Promise.all([graphOf(contosoId), graphOf(contosoId.toUpperCase())]);
    await startWorker()(contosoId);
    expect(requests()).toEqual([
      `https://login.microsoftonline.us/${contosoId}/v2.0/.well-known/openid-configuration`,
    ]);
  });

  it.each<[Cloud, string]>([
    ['global', 'graph.microsoft.com'],
    ['china', 'microsoftgraph.chinacloudapi.cn'],
  ])('is known in the %s cloud, where nothing is asked', async (cloud, host) => {
    expect(await startWorker(cloud)(fabrikamId)).toBe(host);
    expect(requests()).toEqual([]);
  });

  it('is that of GCC High where no tenant is named, until somebody has signed in', async () => {
    expect(await startWorker()(undefined)).toBe('graph.microsoft.us');
    expect(requests()).toEqual([]);
  });

  it.each([
    ['DOD', 'dod-graph.microsoft.us'],
    ['DODCON', 'graph.microsoft.us'],
  ])('follows the region %s where the metadata names none', async (tenant_region_sub_scope, host) => {
    metadataIs({ tenant_region_sub_scope });
    expect(await startWorker()(fabrikamId)).toBe(host);
  });

  it.each([
    ['a stranger', { msgraph_host: 'graph.evil.example', tenant_region_sub_scope: 'DOD' }],
    ['the Graph of another cloud', { msgraph_host: 'graph.microsoft.com' }],
    ['a host with more behind it', { msgraph_host: 'graph.microsoft.us/evil' }],
    ['a list', { msgraph_host: ['graph.microsoft.us'] }],
    ['nothing, as it is null', { msgraph_host: null, tenant_region_sub_scope: 'DOD' }],
    ['a region that nobody knows', { tenant_region_sub_scope: 'GCC' }],
    ['a region that every object has', { tenant_region_sub_scope: 'constructor' }],
    ['nothing', {}],
    ['no object', '"graph.microsoft.us"'],
    ['no JSON', '<html>Sign in to the network</html>'],
  ])('is unknown where the metadata names %s', async (_, body) => {
    metadataIs(body);
    expect(await failureOf(startWorker()(contosoId))).toMatchObject({ code: 'graphHostUnknown' });
  });

  it('is unknown for now where the metadata is not served, and asked for again', async () => {
    metadataIs('', 503);
    const graphOf = startWorker();
    expect(await failureOf(graphOf(contosoId))).toEqual({ code: 'graphHostUnknown', detail: 'HTTP 503' });
    sandbox.faults.clear();
    expect(await graphOf(contosoId)).toBe('graph.microsoft.us');
  });

  it('does not exist for a tenant that this cloud does not know', async () => {
    expect(await failureOf(startWorker()('nobody.example'))).toEqual({ code: 'tenantNotFound' });
  });

  it('can not be asked for without a network', async () => {
    sandbox.faults.add({ url: /openid-configuration/, fault: { kind: 'cut', act: 'before' } });
    expect(await failureOf(startWorker()(contosoId))).toMatchObject({ code: 'offline' });
  });
});
