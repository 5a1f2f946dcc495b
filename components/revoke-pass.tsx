import { text } from '../utils/interface-text';
import type { Pass } from '../utils/messages';
import { Confirmation } from './confirmation';
import { describeRevocation } from './describe-issue';
import { FailureNotice } from './failure-notice';
import { useRetryAt } from './use-retry-at';
import type { Revocation } from './use-revoke';

/** The button that ends a pass, and the one question before. */
export function RevokePass(props: {
  pass: Pass;
  now: number;
  mayOrder: boolean;
  revocation: Revocation;
  signIn: (event: Event, pick?: boolean) => void;
}) {
  const { pass, now, mayOrder, revocation, signIn } = props;
  const { step, ask, confirm, cancel, readAgain, dismiss } = revocation;
  const tooSoon = now < useRetryAt(step.name === 'failed' ? step.failure : undefined);
  if (step.name === 'confirming')
    return (
      <Confirmation
        question={text('revokeQuestion')}
        consequence={describeRevocation(pass, now)}
        action={text('revokeTap')}
        waits={!mayOrder}
        on={{ confirm: (event) => confirm(event, pass), cancel }}
      />
    );

  function signInAnew(event: Event, pick?: boolean): void {
    cancel();
    signIn(event, pick);
  }

  return (
    <>
      {step.name === 'failed' && (
        <FailureNotice
          failure={step.failure}
          on={{ signIn: signInAnew, readAgain, options: () => {}, ...(dismiss ? { dismiss } : {}) }}
          busy={false}
          again="readAgain"
        />
      )}
      <div class="buttons">
        <button type="button" aria-disabled={!mayOrder || tooSoon} onClick={(event) => tooSoon || ask(event)}>
          {step.name === 'revoking' && <span class="spinner" />}
          {text('revokeTap')}
        </button>
      </div>
    </>
  );
}
