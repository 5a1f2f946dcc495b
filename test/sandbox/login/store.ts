import type { Adapter, AdapterPayload } from 'oidc-provider';
import type { SandboxState, SandboxTenant } from '../state';
import type { LoginMemory } from './memory';

/** Storage of oidc-provider for one tenant's authority: the sandbox's apps as clients, memory for the rest. */
export function createStore(
  state: SandboxState,
  memory: () => LoginMemory,
  tenantId: string,
): (model: string) => Adapter {
  return (model) => ({
    async find(id) {
      if (model === 'Client') return clientOf(state, tenantId, id);
      const record = memory().records.get(`${model}/${id}`);
      return record && shifted(record, Date.now() - state.now());
    },
    async upsert(id, payload) {
      memory().records.set(`${model}/${id}`, shifted(payload, state.now() - Date.now()));
    },
    async consume(id) {
      // A refresh token that was used stays good until it expires:
      // https://learn.microsoft.com/entra/identity-platform/refresh-tokens#token-lifetime
      if (model === 'RefreshToken') return;
      const record = memory().records.get(`${model}/${id}`);
      if (record) record.consumed = Math.floor(Date.now() / 1000);
    },
    async destroy(id) {
      memory().records.delete(`${model}/${id}`);
    },
    async findByUid() {},
    async findByUserCode() {},
    async revokeByGrantId(grantId) {
      for (const [key, record] of memory().records)
        if (record.grantId === grantId) memory().records.delete(key);
    },
  });
}

/** What is stored for a code or a refresh token, expired or not. */
export function grantBehind(
  memory: LoginMemory,
  grant: { code?: string | null; refreshToken?: string | null },
): AdapterPayload | undefined {
  return (
    memory.records.get(`AuthorizationCode/${grant.code}`) ??
    memory.records.get(`RefreshToken/${grant.refreshToken}`)
  );
}

/** Stored times are the sandbox's, the library lives in real time: so a test that moves the clock sees expiry. */
function shifted(record: AdapterPayload, milliseconds: number): AdapterPayload {
  return record.exp === undefined ? record : { ...record, exp: record.exp + Math.round(milliseconds / 1000) };
}

function clientOf(state: SandboxState, tenantId: string, clientId: string): AdapterPayload | undefined {
  const app: SandboxTenant['apps'][number] | undefined = state.tenants
    .find(({ id }) => id === tenantId)
    ?.apps.find((each) => each.clientId === clientId);
  return (
    app && {
      client_id: app.clientId,
      token_endpoint_auth_method: 'none',
      redirect_uris: app.redirectUris,
      grant_types: ['authorization_code', 'refresh_token'],
      response_types: ['code'],
    }
  );
}
