import { useState } from 'preact/hooks';
import type { Pass, Seen } from '../utils/messages';
import { canBeReplaced } from '../utils/pass-life';
import { bringIntoView } from './bring-into-view';
import { describeCare } from './describe-care';
import { FailureNotice } from './failure-notice';
import { CheckIcon, InfoIcon } from './icons';
import { MethodList } from './method-list';
import { RevokePass } from './revoke-pass';
import './pass-care.css';
import { text } from '../utils/interface-text';
import type { ReadyTarget } from './target-reader';
import { useAftercare } from './use-aftercare';
import type { Revocation } from './use-revoke';
import { Worded } from './worded';

/** What the after-care can ask of the panel around it. */
export type CareActions = {
  /** Signs in for the permission to read sign-in methods. */
  grant: (event: Event) => Promise<void>;
  /** Signs in anew; `pick`: with an account that the admin chooses. */
  signIn: (event: Event, pick?: boolean) => void;
  seen: () => Seen;
  revocation: Revocation;
};

/**
 * What has become of a pass: used or not, what the guest registered, and the offer to revoke what is left. `open`
 * watches from the start; otherwise the admin opens it.
 */
export function PassCare(props: {
  target: ReadyTarget;
  pass: Pass;
  now: number;
  mayOrder: boolean;
  open: boolean;
  on: CareActions;
}) {
  const { target, pass, now, mayOrder, on } = props;
  const [open, setOpen] = useState(props.open);
  const { care, again } = useAftercare(target, pass, { wanted: open, seen: on.seen });
  const known = care && 'methods' in care ? care : undefined;
  const stage = known && describeCare(pass, known, now);
  const current = known?.pass?.id === pass.id ? known.pass : pass;
  const isOver = stage?.stage === 'gone' || stage?.stage === 'replaced';
  const revocable = canBeReplaced(current, now) && !isOver;

  async function grant(event: Event): Promise<void> {
    await on.grant(event);
    again();
  }

  return (
    <section class="care">
      <details open={open} onToggle={(event) => setOpen((event.currentTarget as HTMLDetailsElement).open)}>
        <summary>{text('whatGuestDid')}</summary>
        {open && (
          <div class="care-body">
            {!care && <p class="quiet">{text('looking')}</p>}
            {stage && (
              <p
                class={`stage ${stage.stage}`}
                role="status"
                // The news the admin waits for; the hand-over above fills a small window.
                ref={stage.stage === 'registered' ? bringIntoView : null}
              >
                {stage.stage === 'registered' ? <CheckIcon /> : <InfoIcon />}
                <span>{stage.sentence}</span>
              </p>
            )}
            {care?.failure && (
              <FailureNotice
                failure={care.failure}
                on={{ signIn: grant, readAgain: again, options: () => {} }}
                busy={false}
                again="tryAgain"
              />
            )}
            {known?.methods === 'notGranted' && (
              <>
                <p class="quiet">
                  <Worded
                    text="methodsNeedPermission"
                    with={{ permission: <bdi>UserAuthenticationMethod.Read.All</bdi> }}
                  />
                </p>
                <div class="buttons">
                  <button type="button" onClick={grant}>
                    {text('showMethods')}
                  </button>
                </div>
              </>
            )}
            {known?.methods === 'forbidden' && <p class="quiet">{text('methodsForbidden')}</p>}
            {known && Array.isArray(known.methods) && <MethodList methods={known.methods} now={now} />}
            {stage?.stage === 'registered' && revocable && <p class="quiet">{text('revokeWhatIsLeft')}</p>}
          </div>
        )}
      </details>
      {revocable && (
        <RevokePass
          pass={current}
          now={now}
          mayOrder={mayOrder}
          revocation={on.revocation}
          signIn={on.signIn}
        />
      )}
    </section>
  );
}
