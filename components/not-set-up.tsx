import { wordsFor } from '../utils/failures';
import { OneButton } from './one-button';

/** Guestpass does not know its app registration yet. */
export function NotSetUp({ options }: { options: () => void }) {
  const { cause, nextStep } = wordsFor({ code: 'notSetUp' });
  return (
    <OneButton title="Set up Guestpass" label="Options" press={options} busy={false}>
      {cause} {nextStep}
    </OneButton>
  );
}
