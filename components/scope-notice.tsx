import { text } from '../utils/interface-text';
import { policyPage } from '../utils/policy-page';
import type { OutOfScope } from '../utils/tap-scope';
import { describeScope } from './describe-scope';
import { Notice } from './notice';
import type { ReadyTarget } from './target-reader';

/** Why the policy lets the user shown have no pass. Its words, `#scope`, describe the button that can't act. */
export function ScopeNotice(props: { target: ReadyTarget; scope: OutOfScope; readAgain: () => void }) {
  const { target, scope, readAgain } = props;
  const { cause, nextStep } = describeScope(scope);
  return (
    <Notice kind="warning">
      <p id="scope" class="cause">
        {cause}
      </p>
      <p>
        {nextStep}{' '}
        {scope === 'excluded' && (
          <a href={policyPage(target.cloud, target.tenant.id)} target="_blank" rel="noreferrer">
            {text('authenticationMethodsPolicy')}
          </a>
        )}
      </p>
      <div class="buttons">
        <button type="button" onClick={readAgain}>
          {text('readAgain')}
        </button>
      </div>
    </Notice>
  );
}
