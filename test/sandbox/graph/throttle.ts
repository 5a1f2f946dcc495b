import type { SandboxState } from '../state';
import { GraphError } from './graph-error';
import type { Call, Route } from './route';

type Limit = {
  name: string;
  units: number;
  seconds: number;
  costs: (route: Route, query: URLSearchParams) => number;
};

/** Reads and writes of sign-in methods that Graph takes from one app in one tenant, on the strictest reading of its limits. */
export const methodLimit = { units: 5, seconds: 10 };

/** The limits of a small tenant, per app and tenant. https://learn.microsoft.com/graph/throttling-limits */
const limits: Limit[] = [
  { name: 'resources', units: 3500, seconds: 10, costs: resourceUnits },
  { name: 'writes', units: 3000, seconds: 150, costs: ({ method }) => (method === 'GET' ? 0 : 1) },
  { name: 'reports', ...methodLimit, costs: ({ path }) => (isReport(path) ? 1 : 0) },
];

const isReport = (path: string) => path.includes('/authentication/') || path.startsWith('/reports/');

/** What a request costs: `$select` and a small `$top` take one off, `$expand` adds one, never under one. */
function resourceUnits({ cost = 1 }: Route, query: URLSearchParams): number {
  const top = Number(query.get('$top') ?? 100);
  const change = (query.has('$expand') ? 1 : 0) - (query.has('$select') ? 1 : 0) - (top < 20 ? 1 : 0);
  return Math.max(1, cost + change);
}

/** Counts requests per app and tenant on the sandbox's clock; over a limit it throws 429 with Retry-After. */
export function createThrottle(state: SandboxState) {
  const spent = new Map<string, { at: number; units: number }[]>();
  return {
    count(route: Route, { token, query }: Pick<Call, 'token' | 'query'>): void {
      const now = state.now();
      for (const { name, units, seconds, costs } of limits) {
        const cost = costs(route, query);
        if (cost === 0) continue;
        const key = `${state.generation} ${name} ${token.clientId} ${token.tenantId}`;
        const recent = (spent.get(key) ?? []).filter(({ at }) => at > now - seconds * 1000);
        const total = recent.reduce((sum, entry) => sum + entry.units, 0);
        if (total + cost > units) throw tooMany(((recent[0]?.at ?? now) + seconds * 1000 - now) / 1000, name);
        recent.push({ at: now, units: cost });
        spent.set(key, recent);
      }
    },
  };
}

function tooMany(seconds: number, scope: string): GraphError {
  return new GraphError(429, 'TooManyRequests', 'Please retry again later.', false, {
    'Retry-After': String(Math.max(1, Math.ceil(seconds))),
    'x-ms-throttle-scope': `Tenant_Application/ReadWrite/${scope}`,
  });
}
