import type { Failure, FailureCode } from '../utils/failures';
import { text } from '../utils/interface-text';
import { policyPage } from '../utils/policy-page';
import type { ChangeInWords } from './describe-policy-change';
import { EnableTapRequest } from './enable-tap-request';
import { FailureNotice, type Remedies } from './failure-notice';
import { policyRequest } from './policy-request';
import type { ReadyTarget } from './target-reader';

/** The admin, not the moment, is what is wrong: somebody else can help. */
const othersMay: readonly FailureCode[] = [
  'policyRoleMissing',
  'consentRequired',
  'signInRequired',
  'signInCancelled',
  'signInBlocked',
];

type Props = {
  target: ReadyTarget;
  failure: Failure;
  signingIn: boolean;
  /** What the admin was about to change, group names with their ids. */
  changes?: ChangeInWords[] | undefined;
  on: Remedies;
  leave: () => void;
};

/** Why the policy could not be read or changed, and every way on from there. */
export function EnableTapFailure({ target, failure, signingIn, changes, on, leave }: Props) {
  return (
    <>
      <FailureNotice failure={failure} on={on} busy={signingIn} again="readAgain" />
      {othersMay.includes(failure.code) && (
        <EnableTapRequest
          page={policyPage(target.cloud, target.tenant.id)}
          request={policyRequest(target, changes)}
        />
      )}
      <div class="buttons">
        <button type="button" onClick={leave}>
          {text('cancel')}
        </button>
      </div>
    </>
  );
}
