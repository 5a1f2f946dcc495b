import { text } from '../utils/interface-text';
import type { IssuedPass } from '../utils/messages';
import { endOf } from '../utils/pass-life';
import { formatMoment } from './format-time';
import type { Status } from './status-line';

/** What to say of a copy, whichever way it goes. */
export type CopyWords = { copied: string; notCopied: string; forScreenReaders?: string };

/** The words for a copy of the pass itself; a screen reader also hears how long the pass is valid. */
export function wordsForPass(issued: IssuedPass): CopyWords {
  return {
    copied: text('copied'),
    notCopied: text('couldNotCopyPass'),
    forScreenReaders: text('spokenValidUntil', { time: formatMoment(endOf(issued), Date.now()).local }),
  };
}

/** The line that tells what became of a copy; `undefined` where the pass was not to be copied. */
export function statusOfCopy(
  worked: boolean | undefined,
  { copied, notCopied, forScreenReaders }: CopyWords,
): Status {
  if (worked === false) return { kind: 'warning', text: notCopied };
  const words = worked ? copied : text('passIssued');
  return { kind: 'success', text: words, ...(forScreenReaders ? { forScreenReaders } : {}) };
}
