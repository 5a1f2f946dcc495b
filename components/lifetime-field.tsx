import { type LifetimeUnit, lifetimePresets } from '../utils/tap-lifetime';
import type { Bounds } from '../utils/tap-policy';
import { formatMinutes } from './format-time';
import { describedBy, OptionField } from './option-field';
import type { PassDraft } from './pass-draft';

const units: LifetimeUnit[] = ['minutes', 'hours', 'days'];

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
    <OptionField id="lifetime" label="Lifetime" problem={problem} warns={!isInvalid}>
      <select
        id="lifetime"
        value={chosen}
        aria-invalid={isInvalid && !isOther}
        aria-describedby={describedBy('lifetime')}
        onChange={({ currentTarget: { value } }) =>
          change({ lifetime: value === 'default' || value === 'other' ? value : Number(value) })
        }
      >
        {bounds.default === undefined && <option value="default">Your tenant's default</option>}
        {[...presets]
          .sort((a, b) => a - b)
          .map((minutes) =>
            minutes === bounds.default ? (
              <option value="default">{formatMinutes(minutes)} (default)</option>
            ) : (
              <option value={minutes}>{formatMinutes(minutes)}</option>
            ),
          )}
        <option value="other">Other…</option>
      </select>
      {isOther && (
        <div class="pair">
          <input
            type="text"
            inputMode="decimal"
            autocomplete="off"
            aria-label="Other lifetime"
            value={draft.amount}
            aria-invalid={isInvalid}
            aria-describedby={describedBy('lifetime')}
            onInput={({ currentTarget: { value } }) => change({ amount: value })}
          />
          <select
            aria-label="Unit"
            value={draft.unit}
            onChange={({ currentTarget: { value } }) => change({ unit: value as LifetimeUnit })}
          >
            {units.map((unit) => (
              <option key={unit} value={unit}>
                {unit}
              </option>
            ))}
          </select>
        </div>
      )}
    </OptionField>
  );
}
