import { text } from '../utils/interface-text';
import type { Pass } from '../utils/messages';
import { endOf, passState, startOf } from '../utils/pass-life';
import { formatRemaining } from './format-time';

const endsSoon = 5 * 60_000;

/** How long a pass still lives, as a ring and in words. */
export function Countdown({ pass, now }: { pass: Pass; now: number }) {
  const state = passState(pass, now);
  const left = endOf(pass) - now;
  // The clock of this machine may run behind Graph's: never more than the whole.
  const share = state === 'active' ? Math.min(1, left / (endOf(pass) - startOf(pass))) : 0;
  const tone = state === 'active' && left < endsSoon ? 'endsSoon' : state;
  return (
    <p class={`countdown ${tone}`} role="timer">
      <svg class="icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
        <circle class="track" cx="10" cy="10" r="8" />
        <circle class="rest" cx="10" cy="10" r="8" pathLength={100} stroke-dasharray={`${share * 100} 100`} />
      </svg>
      <span>{wordsOf(state, left, startOf(pass) - now)}</span>
    </p>
  );
}

function wordsOf(state: ReturnType<typeof passState>, left: number, untilStart: number): string {
  switch (state) {
    case 'active':
      return text('activeTimeLeft', { time: formatRemaining(left) });
    case 'startsLater':
      return text('startsIn', { time: formatRemaining(untilStart) });
    case 'used':
      return text('passUsed');
    case 'expired':
      return text('passExpired');
    case 'disabledByPolicy':
      return text('passDisabledByPolicy');
    case 'notUsable':
      return text('passNotUsable');
    default:
      return state satisfies never;
  }
}
