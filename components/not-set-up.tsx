import type { Failure, FailureCode } from '../utils/failures';
import { OneButton } from './one-button';
import { WordsOf } from './words-of';

const titles: Partial<Record<FailureCode, string>> = {
  otherCloud: 'Another cloud',
  tapNotOffered: 'No pass in this cloud',
};

/** Guestpass does not know its app registration yet, or `why` else it can do nothing on this page. */
export function NotSetUp({ options, why = { code: 'notSetUp' } }: { options: () => void; why?: Failure }) {
  return (
    <OneButton title={titles[why.code] ?? 'Set up Guestpass'} label="Options" press={options} busy={false}>
      <WordsOf failure={why} />
    </OneButton>
  );
}
