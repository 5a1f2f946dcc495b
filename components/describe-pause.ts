import type { Status } from './status-line';
import type { Pause } from './use-pause';

/** Why an answer that is waited for takes so long; undefined where no pause is on. `now` in milliseconds since 1970. */
export function describePause(pause: Pause | undefined, now: number): Status | undefined {
  if (!pause || pause.until <= now) return undefined;
  return {
    kind: 'progress',
    text: 'Microsoft Graph asks for a pause',
    ticking: `: ${Math.ceil((pause.until - now) / 1000)} s`,
    forScreenReaders: ` of ${pause.seconds} seconds`,
  };
}
