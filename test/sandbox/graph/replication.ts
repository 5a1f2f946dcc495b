import type { SandboxPass, SandboxPolicy, SandboxTenant, SandboxUser } from '../state';
import type { Call } from './route';

type Before<T> = { value: T; until: number };
const policies = new WeakMap<SandboxTenant, Before<SandboxPolicy>>();
const passes = new WeakMap<SandboxUser, Before<SandboxPass | undefined>>();

/** Changes the policy; for the replication delay the former one stays in force. */
export function replacePolicy({ tenant, state, modes }: Call, policy: SandboxPolicy): void {
  policies.set(tenant, { value: tenant.policy, until: state.now() + modes.replicationDelay });
  tenant.policy = policy;
}

/** The policy in force, which may be the one before the last change. */
export function policyInForce({ tenant, state }: Call): SandboxPolicy {
  const before = policies.get(tenant);
  return before && state.now() < before.until ? before.value : tenant.policy;
}

/** Gives a user this pass, or takes the one there is; for the replication delay lists show the former state. */
export function replacePass({ state, modes }: Call, user: SandboxUser, pass: SandboxPass | undefined): void {
  passes.set(user, { value: user._pass, until: state.now() + modes.replicationDelay });
  if (pass) user._pass = pass;
  else delete user._pass;
}

/** The pass that reads of this user show. */
export function listedPass({ state }: Call, user: SandboxUser): SandboxPass | undefined {
  const before = passes.get(user);
  return before && state.now() < before.until ? before.value : user._pass;
}
