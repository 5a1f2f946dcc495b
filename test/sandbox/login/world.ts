import type { SandboxState, SandboxTenant } from '../state';
import type { LoginMemory } from './memory';
import type { Authority } from './provider';
import type { LoginSwitches } from './switches';

/** What one request to the sign-in service is answered from. */
export type World = {
  state: SandboxState;
  memory: LoginMemory;
  switches: LoginSwitches;
  /** The OpenID Connect engine of a tenant, in the cloud the request was sent to. */
  authorityOf(tenant: SandboxTenant): Promise<Authority>;
};
