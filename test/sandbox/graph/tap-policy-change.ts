import type { SandboxPolicy } from '../state';
import { methodRefused } from './graph-error';

const odataType = '#microsoft.graph.temporaryAccessPassAuthenticationMethodConfiguration';

type Rule = (value: unknown) => boolean;
const between =
  (least: number, most: number): Rule =>
  (value) =>
    Number.isInteger(value) && Number(value) >= least && Number(value) <= most;
const lifetime = between(10, 43_200);
const targets: Rule = (value) =>
  Array.isArray(value) &&
  value.every(
    (target) =>
      typeof target?.id === 'string' && (target.targetType === 'user' || target.targetType === 'group'),
  );

/** What a PATCH may say. https://learn.microsoft.com/graph/api/temporaryaccesspassauthenticationmethodconfiguration-update */
const rules: Record<keyof SandboxPolicy, Rule> = {
  state: (value) => value === 'enabled' || value === 'disabled',
  defaultLifetimeInMinutes: lifetime,
  minimumLifetimeInMinutes: lifetime,
  maximumLifetimeInMinutes: lifetime,
  defaultLength: between(8, 48),
  isUsableOnce: (value) => typeof value === 'boolean',
  includeTargets: targets,
  excludeTargets: targets,
};

/** The policy after a PATCH with this body, or a 400: no `@odata.type`, unknown property, value out of its bounds. */
export function changedTapPolicy(policy: SandboxPolicy, body: unknown): SandboxPolicy {
  const { '@odata.type': type, id: _id, ...changes } = (body ?? {}) as Record<string, unknown>;
  if (type !== odataType) throw methodRefused(`The property '@odata.type' must be '${odataType}'.`);
  for (const [name, value] of Object.entries(changes)) {
    const rule = rules[name as keyof SandboxPolicy] as Rule | undefined;
    if (!rule?.(value)) throw methodRefused(`Invalid value specified for property '${name}'.`);
  }
  const changed = { ...policy, ...changes } as SandboxPolicy;
  changed.includeTargets = changed.includeTargets.map(({ id, targetType, isRegistrationRequired }) => ({
    targetType,
    id,
    isRegistrationRequired: isRegistrationRequired ?? false,
  }));
  const { minimumLifetimeInMinutes: least, maximumLifetimeInMinutes: most } = changed;
  const usual = changed.defaultLifetimeInMinutes;
  if (least > usual || usual > most) {
    throw methodRefused('The default lifetime must lie between the minimum and the maximum lifetime.');
  }
  return changed;
}
