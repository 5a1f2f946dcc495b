import { type Failure, type FailureCode, wordsFor } from '../utils/failures';
import { formatRemaining } from './format-time';
import { Notice } from './notice';
import { useNow } from './use-now';
import { useRetryAt } from './use-retry-at';

/** What the admin can do about a failure. */
export type Remedies = {
  /** `pick`: with an account that the admin chooses in the sign-in window. */
  signIn: (event: Event, pick?: boolean) => void;
  readAgain: () => void;
  options: () => void;
  /** Forgets the failure, where that takes more than another order. */
  dismiss?: () => void;
};

/** The account is what is wrong. */
const anotherAccountHelps: readonly FailureCode[] = [
  'userNotFound',
  'roleMissing',
  'policyRoleMissing',
  'directoryDenied',
  'selfService',
  'userNotAssigned',
  'accountDisabled',
];

const signInHelps: readonly FailureCode[] = [
  'signInRequired',
  'stepUpRequired',
  'sessionEnded',
  'passwordExpired',
  'signInCancelled',
  'signInInterrupted',
  'signInInProgress',
  'signInFailed',
  'signInPageFailed',
  'signInBlocked',
  'consentRequired',
  ...anotherAccountHelps,
];
/** These are told until they are dismissed, or until there is another order. */
const toldOn: readonly FailureCode[] = [
  'passLost',
  'noPassMade',
  'outcomeUnknown',
  'notRevoked',
  'revocationUnknown',
];
const optionsHelp: readonly FailureCode[] = [
  'notSetUp',
  'appNotFound',
  'signInPageFailed',
  'redirectUriNotSpa',
  'tenantLocked',
  'graphHostUnknown',
];

/**
 * A failure: its cause, the next step, a button for that step, and the details for support. `again` names
 * the button that reads anew.
 */
export function FailureNotice(props: {
  failure: Failure;
  on: Remedies;
  busy: boolean;
  again: 'Try again' | 'Read again';
}) {
  const { failure, on, busy, again } = props;
  const { cause, nextStep } = wordsFor(failure);
  const { code } = failure;
  const retryAt = useRetryAt(failure);
  const left = retryAt - useNow();
  return (
    <section class="failure">
      <Notice kind="danger">
        <p class="cause">{cause}</p>
        <p>{nextStep}</p>
      </Notice>
      {/* Outside of the alert, which would be read out each second. */}
      {left > 0 && <p role="timer">You can try again in {formatRemaining(left + 999)}.</p>}
      <p role="status">{retryAt > 0 && left <= 0 && 'You can try again now.'}</p>
      <div class="failure-footer">
        <Details failure={failure} />
        <div class="buttons">
          {signInHelps.includes(code) && (
            <button
              type="button"
              class="primary"
              aria-disabled={busy}
              onClick={(event) => on.signIn(event, anotherAccountHelps.includes(code))}
            >
              Sign in
            </button>
          )}
          {optionsHelp.includes(code) && (
            <button type="button" class="primary" onClick={on.options}>
              Options
            </button>
          )}
          <button type="button" aria-disabled={busy || left > 0} onClick={() => left > 0 || on.readAgain()}>
            {again}
          </button>
          {on.dismiss && toldOn.includes(code) && (
            <button type="button" onClick={on.dismiss}>
              Dismiss
            </button>
          )}
        </div>
      </div>
    </section>
  );
}

function Details({ failure }: { failure: Failure }) {
  const rows: [string, string | undefined][] = [
    ['Failure', failure.code],
    ['Message', failure.detail],
    ['request-id', failure.requestId],
    ['client-request-id', failure.clientRequestId],
    ['Trace ID', failure.traceId],
    ['Correlation ID', failure.correlationId],
    ['Timestamp', failure.timestamp],
  ];
  return (
    <details>
      <summary>Details</summary>
      <dl>
        {rows.map(
          ([name, value]) =>
            value && (
              <div key={name}>
                <dt>{name}</dt>
                <dd dir="auto">{value}</dd>
              </div>
            ),
        )}
      </dl>
    </details>
  );
}
