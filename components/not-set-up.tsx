import { OneButton } from './one-button';
import { WordsOf } from './words-of';

/** Guestpass does not know its app registration yet. */
export function NotSetUp({ options }: { options: () => void }) {
  return (
    <OneButton title="Set up Guestpass" label="Options" press={options} busy={false}>
      <WordsOf failure={{ code: 'notSetUp' }} />
    </OneButton>
  );
}
