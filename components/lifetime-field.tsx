import { type TextKey, text } from '../utils/interface-text';
import { type LifetimeUnit, lifetimePresets } from '../utils/tap-lifetime';
import type { Bounds } from '../utils/tap-policy';
import { formatMinutes } from './format-time';
import { describedBy, OptionField } from './option-field';
import type { PassDraft } from './pass-draft';

const units: [LifetimeUnit, TextKey][] = [
  ['minutes', 'unitMinutes'],
  ['hours', 'unitHours'],
  ['days', 'unitDays'],
];

/** How long the pass lives: one of a few lifetimes, or any that is typed in. */
export function LifetimeField(props: {
  draft: PassDraft;
  bounds: Bounds;
  problem?: string | undefined;
  isInvalid: boolean;
  change: (part: Partial<PassDraft>) => void;
}) {
  const { draft, bounds, problem, isInvalid, change } = props;
  const { lifetime } = draft;
  const isOther = lifetime === 'other';
  const chosen = lifetime === bounds.default ? 'default' : lifetime;
  const presets = new Set(lifetimePresets(bounds));
  // A lifetime chosen under a policy that has changed since is still the one chosen.
  if (typeof chosen === 'number') presets.add(chosen);
  return (
    <OptionField id="lifetime" label={text('lifetime')} problem={problem} warns={!isInvalid}>
      <select
        id="lifetime"
        value={chosen}
        aria-invalid={isInvalid && !isOther}
        aria-describedby={describedBy('lifetime')}
        onChange={({ currentTarget: { value } }) =>
          change({ lifetime: value === 'default' || value === 'other' ? value : Number(value) })
        }
      >
        {bounds.default === undefined && <option value="default">{text('tenantsDefault')}</option>}
        {[...presets]
          .sort((a, b) => a - b)
          .map((minutes) =>
            minutes === bounds.default ? (
              <option value="default">{text('choiceIsDefault', { choice: formatMinutes(minutes) })}</option>
            ) : (
              <option value={minutes}>{formatMinutes(minutes)}</option>
            ),
          )}
        <option value="other">{text('other')}</option>
      </select>
      {isOther && (
        <div class="pair">
          <input
            type="text"
            inputMode="decimal"
            autocomplete="off"
            aria-label={text('otherLifetime')}
            value={draft.amount}
            aria-invalid={isInvalid}
            aria-describedby={describedBy('lifetime')}
            onInput={({ currentTarget: { value } }) => change({ amount: value })}
          />
          <select
            aria-label={text('unit')}
            value={draft.unit}
            onChange={({ currentTarget: { value } }) => change({ unit: value as LifetimeUnit })}
          >
            {units.map(([unit, name]) => (
              <option key={unit} value={unit}>
                {text(name)}
              </option>
            ))}
          </select>
        </div>
      )}
    </OptionField>
  );
}
