import { useState } from 'preact/hooks';
import type { IssuedPass } from '../utils/messages';
import { endOf, passState, startOf } from '../utils/pass-life';
import { Countdown } from './countdown';
import { formatMinutes, formatMoment } from './format-time';
import { CopyIcon, EyeIcon, EyeOffIcon } from './icons';
import { maskPass } from './mask-pass';
import { Person } from './person';
import type { ReadyTarget } from './target-reader';

/** A pass just issued: hidden at first, ready to copy, counting down. Needs a `key` for each pass. */
export function IssuedUser(props: {
  target: ReadyTarget;
  issued: IssuedPass;
  now: number;
  on: { copy: (event: Event) => void };
}) {
  const { target, issued, now, on } = props;
  const [shown, setShown] = useState(false);
  const start = formatMoment(startOf(issued), now);
  const end = formatMoment(endOf(issued), now);
  const startsLater = passState(issued, now) === 'startsLater';
  return (
    <>
      <Person guest={target.guest} />
      <section class="hero" aria-labelledby="hero">
        <h3 id="hero" tabIndex={-1} data-focus-first>
          Temporary Access Pass
        </h3>
        {/* Silent while it changes to bullets; read aloud only because the admin chose to show it. */}
        <output
          class={`pass ${shown ? '' : 'masked'} ${issued.temporaryAccessPass.length > 12 ? 'long' : ''}`}
          aria-label="Temporary Access Pass"
          aria-live={shown ? 'polite' : 'off'}
          dir="ltr"
        >
          {shown ? issued.temporaryAccessPass : maskPass(issued.temporaryAccessPass)}
        </output>
        <div class="buttons">
          <button type="button" onClick={() => setShown(!shown)}>
            {shown ? <EyeOffIcon /> : <EyeIcon />}
            {shown ? 'Hide pass' : 'Show pass'}
          </button>
          <button type="button" onClick={on.copy}>
            <CopyIcon />
            Copy pass
          </button>
        </div>
        <Countdown pass={issued} now={now} />
        <dl class="facts">
          {startsLater && (
            <div>
              <dt>Valid from</dt>
              <dd>
                {start.local} <span class="utc">({start.utc})</span>
              </dd>
            </div>
          )}
          <div>
            <dt>Valid until</dt>
            <dd>
              {end.local} <span class="utc">({end.utc})</span>
            </dd>
          </div>
          <div>
            <dt>Lifetime</dt>
            <dd>{formatMinutes(issued.lifetimeInMinutes)}</dd>
          </div>
          <div>
            <dt>One-time</dt>
            <dd>{issued.isUsableOnce ? 'Yes' : 'No'}</dd>
          </div>
        </dl>
      </section>
    </>
  );
}
