import type { Failure, FailureCode } from '../utils/failures';
import { type TextKey, text } from '../utils/interface-text';
import { OneButton } from './one-button';
import { WordsOf } from './words-of';

const titles: Partial<Record<FailureCode, TextKey>> = {
  otherCloud: 'anotherCloud',
  tapNotOffered: 'noPassInCloud',
};

/** Guestpass does not know its app registration yet, or `why` else it can do nothing on this page. */
export function NotSetUp({ options, why = { code: 'notSetUp' } }: { options: () => void; why?: Failure }) {
  return (
    <OneButton
      title={text(titles[why.code] ?? 'setUpGuestpass')}
      label={text('optionsButton')}
      press={options}
      busy={false}
    >
      <WordsOf failure={why} />
    </OneButton>
  );
}
