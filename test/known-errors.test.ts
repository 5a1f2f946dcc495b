import { describe, expect, it } from 'vitest';
import { failureOfAuth } from '../utils/auth-failure';
import type { FailureCode } from '../utils/failures';
import { failureOfReply } from '../utils/graph-failure';
import graphErrors from './fixtures/graph-errors.json';

/** What each error seen in the wild has to become; where the evidence names no status, the one it comes with here. */
const fromGraph: Record<string, { code: FailureCode; status?: number }> = {
  'tap-lifetime-out-of-policy': { code: 'lifetimeOutOfPolicy' },
  'tap-start-in-past': { code: 'startInPast' },
  'tap-multi-use-forbidden': { code: 'multiUseForbidden' },
  'tap-policy-off-or-out-of-scope': { code: 'policyDisallows', status: 400 },
  'tap-external-guest': { code: 'externalGuest', status: 400 },
  'tap-self': { code: 'selfService' },
  'authmethods-access-denied': { code: 'roleMissing' },
  'directory-insufficient': { code: 'directoryDenied' },
  'authmethods-unauthorized-old': { code: 'roleMissing' },
  'authmethods-unauthenticated': { code: 'signInRequired', status: 403 },
  'user-not-found': { code: 'userNotFound' },
  // These three come this far only when a fresh token and the claims have not helped.
  'token-expired': { code: 'signInRequired' },
  'cae-challenge': { code: 'signInRequired' },
  'cae-location': { code: 'signInRequired' },
  'insufficient-claims-no-cp1': { code: 'stepUpRequired' },
  concurrency: { code: 'changedMeanwhile' },
  throttled: { code: 'throttled' },
};

const fromEntra: Record<string, FailureCode> = {
  aadsts65001: 'consentRequired',
  aadsts53003: 'signInBlocked',
};

const notMet: Record<string, string> = {
  'batch-dependency-failed': 'No request of ours depends on another in its batch.',
  'batch-wrong-method': 'A mistake in our code; shown as unexpected.',
  'license-reports': 'Guestpass reads no reports.',
  'select-odatatype': 'Guestpass does not select @odata.type.',
  timeout: 'No reply at all: see the lost answers in tap-service.test.ts.',
  aadsts130501: 'The guest meets it at the sign-in.',
  aadsts130504: 'The guest meets it at the sign-in.',
  aadsts130506: 'The guest meets it at the sign-in.',
  aadsts130507: 'The guest meets it at the sign-in.',
  'tap-signin-blocked': 'The guest meets it at the sign-in.',
};

const known = (id: string) =>
  graphErrors.errors.find((error) => error.id === id) ?? expect.unreachable(`No ${id} in graph-errors.json`);

describe('an error seen in the wild', () => {
  it('has a failure of its own, or a reason why it is never met', () => {
    const decided = [fromGraph, fromEntra, notMet].flatMap((table) => Object.keys(table));
    expect(decided.sort()).toEqual(graphErrors.errors.map(({ id }) => id).sort());
  });

  it.each(Object.entries(fromGraph))('from Graph: %s', (id, { code, status }) => {
    const { http, code: graphCode, message } = known(id);
    const body = { error: { code: graphCode ?? 'badRequest', message } };
    const failure = failureOfReply({ status: http ?? status ?? 0, headers: new Headers(), body });
    expect(failure.code).toBe(code);
    expect(failure.detail).toContain(message);
  });

  it.each(Object.entries(fromEntra))('from Entra: %s', (id, code) => {
    const { code: number, message } = known(id);
    const error = { name: 'InteractionRequiredAuthError', errorMessage: `${number}: ${message}` };
    expect(failureOfAuth(error).code).toBe(code);
  });

  it('of a concurrent change is not taken for a pass that exists, which would be deleted', () => {
    const body = { error: { code: 'Directory_ConcurrencyViolation', message: 'Conflict' } };
    const failure = failureOfReply({ status: 409, headers: new Headers(), body }, { 409: 'passExists' });
    expect(failure.code).toBe('changedMeanwhile');
  });
});
