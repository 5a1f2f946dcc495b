import { useRef } from 'preact/hooks';
import { plainName } from '../utils/plain-name';
import { describePause } from './describe-pause';
import { describePolicyChange, type NameOf } from './describe-policy-change';
import { EnableTapFailure } from './enable-tap-failure';
import { EnableTapForm } from './enable-tap-form';
import { EnableTapReview } from './enable-tap-review';
import { Notice } from './notice';
import { clickAgain, type Status, StatusLine } from './status-line';
import type { ReadyTarget, TargetReader } from './target-reader';
import { useArmed } from './use-armed';
import { useFocusOfStep } from './use-focus-of-step';
import { useNow } from './use-now';
import { usePause } from './use-pause';
import { type PolicyStep, usePolicyChange } from './use-policy-change';
import './enable-tap.css';
import { text } from '../utils/interface-text';

type Props = {
  target: ReadyTarget;
  reader: Pick<TargetReader, 'seen'>;
  /** Back to where it was opened from. */
  close: () => void;
  /** The policy is as wished, and Graph shows it. */
  changed: () => void;
  options: () => void;
};

/** Changes the tenant's policy so that this user can get a pass: read, fill in, review, change, verify. */
export function EnableTap({ target, reader, close, changed, options }: Props) {
  const section = useRef<HTMLElement>(null);
  const pause = usePause();
  const now = useNow();
  const policy = usePolicyChange({ target, reader, changed, isArmed: () => arming.isArmed() });
  const { step, form, change } = policy;
  const arming = useArmed(step.name === 'reviewing' ? JSON.stringify([target.tenant.id, change]) : undefined);
  useFocusOfStep(section, step.name);

  const nameOf: NameOf = (id) => {
    const picked = form?.draft.group;
    return picked?.id === id ? picked.displayName : (form?.now.groupNames[id] ?? text('groupById', { id }));
  };
  const changes = (name: NameOf) => (form ? describePolicyChange(form.now.policy, change, name) : []);

  function leave(): void {
    if (step.name === 'reviewing' || (step.name === 'refused' && step.stateKnown)) policy.back();
    else if (step.name !== 'changing') close();
  }

  return (
    // Escape leads back from wherever the focus is.
    <section
      class="enable"
      aria-labelledby="enable-heading"
      ref={(element) => {
        section.current = element;
        // The whole card, which always fits its frame: a part of it may be scrolled out of view.
        arming.watched.current = element?.closest<HTMLElement>('.card') ?? null;
      }}
      onKeyDown={(event) => event.key === 'Escape' && leave()}
    >
      <h3 id="enable-heading" tabIndex={-1} data-step-focus>
        {text('tapPolicy')}
      </h3>
      {contentOf(step)}
      <StatusLine status={statusOf(step)} />
    </section>
  );

  function statusOf({ name }: PolicyStep): Status | undefined {
    if (arming.refused) return clickAgain();
    if (name !== 'reading' && name !== 'changing') return undefined;
    const words = text(name === 'reading' ? 'readingPolicy' : 'changingPolicy');
    return describePause(pause, now) ?? { kind: 'progress', text: words };
  }

  function contentOf(step: PolicyStep) {
    switch (step.name) {
      case 'reading':
        return null;
      case 'filling':
        return (
          form && (
            <EnableTapForm
              {...form}
              nameOf={nameOf}
              fill={policy.fill}
              review={policy.review}
              cancel={leave}
              search={policy.searchGroups}
            />
          )
        );
      case 'reviewing':
      case 'changing':
        return (
          <EnableTapReview
            tenant={target.tenant.displayName}
            label={text(form?.now.policy.state === 'enabled' ? 'changePolicy' : 'enableTap')}
            changes={changes(nameOf)}
            armed={arming.armed}
            changing={step.name === 'changing'}
            confirm={policy.confirm}
            back={leave}
          />
        );
      case 'closed':
      case 'refused':
        return (
          <EnableTapFailure
            target={target}
            {...step}
            // For somebody else, to whom a name alone may not be enough.
            changes={
              step.name === 'refused' ? changes((id) => `${plainName(nameOf(id))} (${id})`) : undefined
            }
            on={{ signIn: policy.signIn, readAgain: policy.readAgain, options }}
            leave={leave}
          />
        );
      case 'notSeen':
        return (
          <>
            <Notice kind="warning">{text('changeNotSeenYet')}</Notice>
            <div class="buttons">
              <button type="button" class="primary" onClick={policy.readAgain}>
                {text('readAgain')}
              </button>
              <button type="button" onClick={leave}>
                {text('close')}
              </button>
            </div>
          </>
        );
      default:
        return step satisfies never;
    }
  }
}
