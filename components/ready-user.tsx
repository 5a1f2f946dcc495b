import { text } from '../utils/interface-text';
import { canBeReplaced, passState } from '../utils/pass-life';
import { isOutOfScope } from '../utils/tap-scope';
import { Confirmation } from './confirmation';
import { describeReplacement } from './describe-issue';
import { describePass } from './describe-pass';
import { EnableTapDoor } from './enable-tap-door';
import type { Remedies } from './failure-notice';
import { LateFailure } from './late-failure';
import { lazy } from './lazy';
import { PassOptions } from './pass-options';
import { Person } from './person';
import type { ReadyTarget, TargetReader } from './target-reader';
import type { OptionsActions, OptionsView } from './use-draft';
import type { Step } from './use-issue';
import { useRetryAt } from './use-retry-at';

const PassCaveats = lazy(async () => (await import('./late-notices')).PassCaveats);
const ScopeNotice = lazy(async () => (await import('./scope-notice')).ScopeNotice);

type Actions = Remedies &
  OptionsActions & {
    press: (event: Event) => void;
    confirm: (event: Event) => void;
    cancel: () => void;
    reader: Pick<TargetReader, 'seen' | 'readQuietly'>;
  };

/** A user on whom a pass can be issued, and the button that does it. */
export function ReadyUser(props: {
  target: ReadyTarget;
  step: Step;
  options: OptionsView;
  /** Seen for long enough, and no other order is on its way. */
  mayOrder: boolean;
  now: number;
  on: Actions;
}) {
  const { target, step, options, mayOrder, now, on } = props;
  const { guest, tenant, admin, scope, pass, passHidden } = target;
  const outOfScope = isOutOfScope(scope);
  const { plan } = options;
  const hasProblems = plan.order === 'hasProblems';
  const replaces = pass !== undefined && canBeReplaced(pass, now);
  const label = text(replaces ? 'replaceTap' : 'issueTap');
  const open = step.name === 'failed' && step.open !== undefined;
  const tooSoon = now < useRetryAt(step.name === 'failed' ? step.failure : undefined);
  return (
    <>
      <Person guest={guest} />
      <dl class="facts">
        <div>
          <dt>{text('settingTenant')}</dt>
          <dd dir="auto">{tenant.displayName}</dd>
        </div>
        <div>
          <dt>{text('signedInAs')}</dt>
          <dd>
            <bdi>{admin}</bdi>
          </dd>
        </div>
        <div>
          <dt>{text('currentPass')}</dt>
          <dd class={`pass-state ${pass ? passState(pass, now) : 'none'}`}>
            {pass ? describePass(pass, now) : text(passHidden ? 'roleCantSeePass' : 'noPass')}
          </dd>
        </div>
      </dl>
      <PassCaveats guest={guest} />
      {step.name === 'failed' && (
        <LateFailure failure={step.failure} on={remedies(on, open)} busy={false} again="readAgain" />
      )}
      {step.name === 'confirming' && pass ? (
        <Confirmation
          question={text('replaceQuestion')}
          consequence={describeReplacement(pass, now)}
          effect={text('newPassIs', { effect: plan.sentence })}
          action={text('replaceTap')}
          waits={!mayOrder}
          on={on}
        />
      ) : (
        <EnableTapDoor key={`${tenant.id} ${guest.id}`} target={target} on={on}>
          {outOfScope && <ScopeNotice target={target} scope={scope} readAgain={on.readAgain} />}
          <div class="action">
            <button
              type="button"
              class="primary wide"
              aria-disabled={
                !mayOrder || open || tooSoon || outOfScope || hasProblems || plan.order === 'notReady'
              }
              aria-describedby={outOfScope ? 'scope' : 'effect'}
              onClick={(event) => tooSoon || on.press(event)}
            >
              {step.name === 'issuing' && <span class="spinner" />}
              {label}
            </button>
            {!outOfScope && (
              <p id="effect" class={hasProblems ? 'effect reason' : 'effect'} aria-live="polite">
                {plan.sentence}
              </p>
            )}
          </div>
        </EnableTapDoor>
      )}
      {!outOfScope && step.name !== 'confirming' && (
        <PassOptions target={target} view={options} now={now} on={on} />
      )}
    </>
  );
}

/** What a reading has not told yet can't be dismissed. */
function remedies({ dismiss, ...remedies }: Actions, open: boolean): Remedies {
  return dismiss && !open ? { ...remedies, dismiss } : remedies;
}
