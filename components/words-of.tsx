import type { Failure } from '../utils/failures';
import { wordsFor } from './failure-words';

/** The cause of a failure and the next step, as running text. */
export function WordsOf({ failure }: { failure: Failure }) {
  const { cause, nextStep } = wordsFor(failure);
  return (
    <>
      {cause} {nextStep}
    </>
  );
}
