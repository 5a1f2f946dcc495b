import { text } from '../utils/interface-text';
import { localOf } from '../utils/local-time';
import { formatMoment } from './format-time';
import { describedBy, OptionField } from './option-field';
import type { PassDraft } from './pass-draft';

const hour = 3_600_000;

/** When the pass begins: at once, or at a date and time of this computer's zone. */
export function StartField(props: {
  draft: PassDraft;
  /** What the click would make. */
  start: number | 'now';
  problem?: string | undefined;
  now: number;
  change: (part: Partial<PassDraft>) => void;
}) {
  const { draft, start, problem, now, change } = props;
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const hint =
    start === 'now'
      ? text('yourTimeZone', { zone })
      : text('timeAndYourZone', { time: formatMoment(start, now).utc, zone });
  return (
    <OptionField
      id="start"
      label={text('start')}
      hint={draft.start === 'later' ? hint : undefined}
      problem={problem}
    >
      <select
        id="start"
        value={draft.start}
        onChange={({ currentTarget: { value } }) =>
          change({ start: value as PassDraft['start'], startsAt: draft.startsAt || nextHour(now) })
        }
      >
        <option value="now">{text('now')}</option>
        <option value="later">{text('dateAndTime')}</option>
      </select>
      {draft.start === 'later' && (
        <input
          type="datetime-local"
          aria-label={text('startDateAndTime')}
          value={draft.startsAt}
          aria-invalid={problem !== undefined}
          aria-describedby={describedBy('start')}
          onInput={({ currentTarget: { value } }) => change({ startsAt: value })}
        />
      )}
    </OptionField>
  );
}

/** The full hour after the next one: far enough to be still ahead when everything else is chosen. */
const nextHour = (now: number) => localOf((Math.ceil(now / hour) + 1) * hour);
