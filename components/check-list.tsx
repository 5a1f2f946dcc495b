import { type TextKey, text } from '../utils/interface-text';
import type { Check } from './connection-checks';
import { CheckIcon, ErrorIcon, InfoIcon, WarningIcon } from './icons';
import { Worded } from './worded';

const looks: Record<Check['state'], { Icon: typeof CheckIcon; words: TextKey }> = {
  works: { Icon: CheckIcon, words: 'checkWorks' },
  fails: { Icon: ErrorIcon, words: 'checkFails' },
  warns: { Icon: WarningIcon, words: 'checkFails' },
  optional: { Icon: InfoIcon, words: 'checkOptional' },
  notTried: { Icon: InfoIcon, words: 'checkNotTried' },
};

/** What was tried, each with a tick or with its cause and next step. */
export function CheckList({ checks }: { checks: readonly Check[] }) {
  return (
    <ul class="checks">
      {checks.map(({ label, state, found, cause, nextStep }) => {
        const { Icon, words } = looks[state];
        const name = <b>{label}</b>;
        return (
          <li key={label} class={state}>
            <Icon />
            <div>
              <p>
                {found ? <Worded text="labelAndFound" with={{ label: name, found }} /> : name}{' '}
                <span class={state === 'notTried' ? undefined : 'offscreen'}>{text(words)}</span>
              </p>
              {cause && <p>{cause}</p>}
              {nextStep && <p>{nextStep}</p>}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
