import { text } from '../utils/interface-text';
import { CheckIcon, WarningIcon } from './icons';

/** One line told in passing: what happens now, or what became of a copy. */
export type Status = {
  kind: 'progress' | 'success' | 'warning';
  text: string;
  /** Follows the text, for the eye only: it changes each second. */
  ticking?: string;
  forScreenReaders?: string;
};

/** The line itself. It always stands there: a screen reader tells what appears in it, not that it appears. */
export function StatusLine({ status }: { status: Status | undefined }) {
  return (
    <p role="status" class={status?.kind}>
      {status?.kind === 'success' && <CheckIcon />}
      {status?.kind === 'warning' && <WarningIcon />}
      {status && (
        <span>
          {status.text}
          {status.ticking && <span aria-hidden="true">{status.ticking}</span>}
        </span>
      )}
      {status?.forScreenReaders && <span class="offscreen">{status.forScreenReaders}</span>}
    </p>
  );
}

/** A click on what was not in view long enough did nothing. */
export const clickAgain = (): Status => ({ kind: 'warning', text: text('clickAgain') });
