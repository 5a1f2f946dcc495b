import type { Check } from './connection-checks';
import { CheckIcon, ErrorIcon, InfoIcon, WarningIcon } from './icons';

const looks = {
  works: { Icon: CheckIcon, words: 'Works' },
  fails: { Icon: ErrorIcon, words: 'Does not work' },
  warns: { Icon: WarningIcon, words: 'Does not work' },
  optional: { Icon: InfoIcon, words: 'Not yet' },
  notTried: { Icon: InfoIcon, words: 'Not tried' },
};

/** What was tried, each with a tick or with its cause and next step. */
export function CheckList({ checks }: { checks: readonly Check[] }) {
  return (
    <ul class="checks">
      {checks.map(({ label, state, found, cause, nextStep }) => {
        const { Icon, words } = looks[state];
        return (
          <li key={label} class={state}>
            <Icon />
            <div>
              <p>
                <b>{label}</b>
                {found && (
                  <>
                    : <bdi>{found}</bdi>
                  </>
                )}
                <span class={state === 'notTried' ? undefined : 'offscreen'}>
                  {state === 'notTried' ? ` (${words.toLowerCase()})` : ` ${words}`}
                </span>
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
