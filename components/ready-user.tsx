import { canBeReplaced, passState } from '../utils/pass-life';
import { describeIssue, describeReplacement } from './describe-issue';
import { describePass } from './describe-pass';
import { FailureNotice, type Remedies } from './failure-notice';
import { Notice } from './notice';
import { Person } from './person';
import type { ReadyTarget } from './target-reader';
import type { Step } from './use-issue';

type Actions = Remedies & {
  press: (event: Event) => void;
  confirm: (event: Event) => void;
  cancel: () => void;
};

/** A user on whom a pass can be issued, and the button that does it. */
export function ReadyUser(props: {
  target: ReadyTarget;
  step: Step;
  armed: boolean;
  now: number;
  on: Actions;
}) {
  const { target, step, armed, now, on } = props;
  const { guest, tenant, admin, policy, pass } = target;
  const issue = describeIssue(policy);
  const replaces = pass !== undefined && canBeReplaced(pass, now);
  const label = replaces ? 'Replace TAP' : 'Issue TAP';
  const issuing = step.name === 'issuing';
  const open = step.name === 'failed' && !step.stateKnown;
  return (
    <>
      <Person guest={guest} />
      <dl class="facts">
        <div>
          <dt>Tenant</dt>
          <dd dir="auto">{tenant.displayName}</dd>
        </div>
        <div>
          <dt>Signed in as</dt>
          <dd>
            <bdi>{admin}</bdi>
          </dd>
        </div>
        {pass && (
          <div>
            <dt>Current pass</dt>
            <dd class={`pass-state ${passState(pass, now)}`}>{describePass(pass, now)}</dd>
          </div>
        )}
      </dl>
      {guest.externalUserType === 'uncertain' && (
        <Notice kind="info">
          Microsoft Graph does not tell whether this account signs in in this tenant. Check it before you
          issue a pass.
        </Notice>
      )}
      {!guest.accountEnabled && (
        <Notice kind="warning">The user can't sign in with a pass until the account is enabled.</Notice>
      )}
      {step.name === 'failed' && (
        <FailureNotice failure={step.failure} on={on} busy={false} again="Read again" />
      )}
      {step.name === 'confirming' && pass ? (
        <Confirm sentence={describeReplacement(pass, now)} armed={armed} on={on} />
      ) : (
        <div class="action">
          <button
            type="button"
            class="primary wide"
            aria-disabled={!armed || issuing || open || !issue.possible}
            aria-describedby="effect"
            onClick={on.press}
          >
            {issuing && <span class="spinner" />}
            {label}
          </button>
          <p id="effect" class={issue.possible ? 'effect' : 'effect reason'}>
            {issue.sentence}
          </p>
        </div>
      )}
    </>
  );
}

function Confirm({ sentence, armed, on }: { sentence: string; armed: boolean; on: Actions }) {
  return (
    <fieldset class="confirm" onKeyDown={(event) => event.key === 'Escape' && on.cancel()}>
      <legend tabIndex={-1} data-focus-first>
        Replace the current pass?
      </legend>
      <p>{sentence}</p>
      <div class="buttons">
        <button type="button" class="primary" aria-disabled={!armed} onClick={on.confirm}>
          Replace TAP
        </button>
        <button type="button" onClick={on.cancel}>
          Cancel
        </button>
      </div>
    </fieldset>
  );
}
