import { type Failure, wordsFor } from '../utils/failures';

/** The cause of a failure and the next step, as running text. */
export function WordsOf({ failure }: { failure: Failure }) {
  const { cause, nextStep } = wordsFor(failure);
  return (
    <>
      {cause} {nextStep}
    </>
  );
}
