import { describe, expect, it } from 'vitest';
import { GraphError } from '../sandbox/graph/graph-error';
import type { Route } from '../sandbox/graph/route';
import { createThrottle } from '../sandbox/graph/throttle';
import { contosoId, people } from '../sandbox/seed';
import { createState } from '../sandbox/state';

const route = (method: string, path: string) =>
  ({ method, path, scopes: [], answer: () => ({ status: 200 }) }) as unknown as Route;
const readUser = route('GET', '/users/{user-id}');
const changePolicy = route('PATCH', '/policies/authenticationMethodsPolicy');

function throttled() {
  const state = createState();
  const throttle = createThrottle(state);
  const token = { tenantId: contosoId, userId: people.avery, clientId: 'app', scopes: [], expires: 0 };
  const query = new URLSearchParams();
  return {
    state,
    count: (what: Route, clientId = 'app') => throttle.count(what, { token: { ...token, clientId }, query }),
    /** What the next request is answered. */
    next(what: Route): GraphError | undefined {
      try {
        throttle.count(what, { token, query });
        return undefined;
      } catch (error) {
        if (error instanceof GraphError) return error;
        throw error;
      }
    },
  };
}

describe('the published limits of a small tenant', () => {
  it('allows 3,500 resource units in 10 seconds, for each app', () => {
    const { count, next, state } = throttled();
    for (let sent = 0; sent < 3500; sent += 1) count(readUser);
    expect(next(readUser)).toMatchObject({ status: 429, headers: { 'Retry-After': '10' } });
    expect(() => count(readUser, 'another app')).not.toThrow();
    state.advance(10_000);
    expect(next(readUser)).toBeUndefined();
  });

  it('allows 3,000 writes in 150 seconds', () => {
    const { count, next, state } = throttled();
    for (let sent = 0; sent < 3000; sent += 1) {
      if (sent === 1500) state.advance(20_000);
      count(changePolicy);
    }
    expect(next(changePolicy)?.headers['x-ms-throttle-scope']).toContain('writes');
    expect(next(readUser)).toBeUndefined();
    state.advance(130_000);
    expect(next(changePolicy)).toBeUndefined();
  });
});
