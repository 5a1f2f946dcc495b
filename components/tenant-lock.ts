import { text } from '../utils/interface-text';
import type { Parsed } from './text-setting';

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const domain = /^([a-z0-9-]{1,63}\.)+[a-z]{2,63}$/;

/** Reads a tenant's id or domain as people paste it; empty locks nothing. */
export function parseTenantLock(pasted: string): Parsed {
  const tenant = pasted
    .trim()
    .replace(/^\{(.*)\}$/, '$1')
    .toLowerCase();
  if (tenant === '' || guid.test(tenant) || domain.test(tenant)) return { ok: true, value: tenant };
  return { ok: false, problem: text('enterTenant') };
}
