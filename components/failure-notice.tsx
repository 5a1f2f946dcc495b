import type { Failure, FailureCode } from '../utils/failures';
import { text } from '../utils/interface-text';
import { wordsFor } from './failure-words';
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
  again: 'tryAgain' | 'readAgain';
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
      {left > 0 && <p role="timer">{text('tryAgainIn', { time: formatRemaining(left + 999) })}</p>}
      <p role="status">{retryAt > 0 && left <= 0 && text('tryAgainNow')}</p>
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
              {text('signIn')}
            </button>
          )}
          {optionsHelp.includes(code) && (
            <button type="button" class="primary" onClick={on.options}>
              {text('optionsButton')}
            </button>
          )}
          <button type="button" aria-disabled={busy || left > 0} onClick={() => left > 0 || on.readAgain()}>
            {text(again)}
          </button>
          {on.dismiss && toldOn.includes(code) && (
            <button type="button" onClick={on.dismiss}>
              {text('dismiss')}
            </button>
          )}
        </div>
      </div>
    </section>
  );
}

function Details({ failure }: { failure: Failure }) {
  const rows: [string, string | undefined][] = [
    [text('detailFailure'), failure.code],
    [text('detailMessage'), failure.detail],
    ['request-id', failure.requestId],
    ['client-request-id', failure.clientRequestId],
    [text('detailTraceId'), failure.traceId],
    [text('detailCorrelationId'), failure.correlationId],
    [text('detailTimestamp'), failure.timestamp],
  ];
  return (
    <details>
      <summary>{text('details')}</summary>
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
