import { text } from '../utils/interface-text';
import { formatRemaining, formatSeconds } from './format-time';
import type { Status } from './status-line';
import type { Pause } from './use-pause';

/** Why an answer that is waited for takes so long; undefined where no pause is on. `now` in milliseconds since 1970. */
export function describePause(pause: Pause | undefined, now: number): Status | undefined {
  if (!pause || pause.until <= now) return undefined;
  return {
    kind: 'progress',
    text: text('graphAsksPause'),
    ticking: text('pauseLasts', { time: formatRemaining(pause.until - now + 999) }),
    forScreenReaders: text('pauseLasts', { time: formatSeconds(pause.seconds) }),
  };
}
