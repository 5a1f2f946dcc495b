import { useEffect, useState } from 'preact/hooks';
import { text } from '../utils/interface-text';
import { endOf, passState, startOf } from '../utils/pass-life';
import { wordsForPass } from './copy-status';
import { Countdown } from './countdown';
import { EyeIcon, EyeOffIcon } from './eye-icons';
import { formatMinutes, formatMoment } from './format-time';
import type { HandOverActions } from './hand-over';
import { CopyIcon } from './icons';
import { maskPass } from './mask-pass';
import { Person } from './person';
import type { ReadyTarget } from './target-reader';
import { useLazy } from './use-lazy';
import './pass.css';

/** A user for whom a pass was just issued. */
export type IssuedTarget = ReadyTarget & { issued: NonNullable<ReadyTarget['issued']> };

/** What the admin can do with a pass just issued. */
export type IssuedActions = HandOverActions;

const loadHandOver = () => import('./hand-over').then(({ HandOver }) => HandOver);

/** A pass just issued: hidden at first, ready to copy, counting down. Needs a `key` for each pass. */
export function IssuedUser(props: {
  target: IssuedTarget;
  /** The card has been in view long enough for a click to reveal the pass. */
  armed: boolean;
  now: number;
  on: IssuedActions;
}) {
  const { target, armed, now, on } = props;
  const { issued } = target;
  const [shown, setShown] = useState(false);
  /** It was shown or hidden since: by the admin, by time, or by leaving the tab. */
  const [decided, setDecided] = useState(false);
  // Not before it has been seen for whom it is.
  const showsAtOnce = armed && !target.hiding.masked && !decided;
  useEffect(() => {
    if (showsAtOnce) setShown(true);
  }, [showsAtOnce]);
  function turn(on: boolean): void {
    setDecided(true);
    setShown(on);
  }
  const HandOver = useLazy(loadHandOver);
  const start = formatMoment(startOf(issued), now);
  const end = formatMoment(endOf(issued), now);
  const startsLater = passState(issued, now) === 'startsLater';
  return (
    <>
      <Person guest={target.guest} />
      <section class="hero" aria-labelledby="hero">
        <h3 id="hero" tabIndex={-1} data-focus-first>
          {text('temporaryAccessPass')}
        </h3>
        {/* Silent while it changes to bullets; read aloud only because the admin chose to show it. */}
        <output
          class={`pass ${shown ? '' : 'masked'} ${issued.temporaryAccessPass.length > 12 ? 'long' : ''}`}
          aria-label={text('temporaryAccessPass')}
          aria-live={shown && decided ? 'polite' : 'off'}
          dir="ltr"
        >
          {shown ? issued.temporaryAccessPass : maskPass(issued.temporaryAccessPass)}
        </output>
        <div class="buttons">
          <button
            type="button"
            aria-disabled={!shown && !armed}
            onClick={(event) => {
              if (!shown && !on.mayReveal(event)) return;
              turn(!shown);
            }}
          >
            {shown ? <EyeOffIcon /> : <EyeIcon />}
            {text(shown ? 'hidePass' : 'showPass')}
          </button>
          <button
            type="button"
            onClick={(event) =>
              on.copy(event, Promise.resolve(issued.temporaryAccessPass), wordsForPass(issued))
            }
          >
            <CopyIcon />
            {text('copyPass')}
          </button>
        </div>
        <Countdown pass={issued} now={now} />
        <dl class="facts">
          {startsLater && (
            <div>
              <dt>{text('validFrom')}</dt>
              <dd>
                {start.local} <span class="utc">({start.utc})</span>
              </dd>
            </div>
          )}
          <div>
            <dt>{text('validUntil')}</dt>
            <dd>
              {end.local} <span class="utc">({end.utc})</span>
            </dd>
          </div>
          <div>
            <dt>{text('lifetime')}</dt>
            <dd>{formatMinutes(issued.lifetimeInMinutes)}</dd>
          </div>
          <div>
            <dt>{text('oneTime')}</dt>
            <dd>{text(issued.isUsableOnce ? 'yes' : 'no')}</dd>
          </div>
        </dl>
      </section>
      {HandOver && (
        <HandOver target={target} passShown={shown} hidePass={() => turn(false)} armed={armed} on={on} />
      )}
    </>
  );
}
