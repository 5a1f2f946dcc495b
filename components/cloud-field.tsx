import { useState } from 'preact/hooks';
import { type TextKey, text } from '../utils/interface-text';
import type { Cloud } from '../utils/portals';
import { LockedNote } from './locked-note';
import { settingWords } from './setting-words';

type Props = {
  saved: Cloud;
  /** The organisation has set it. */
  locked: boolean;
  save: (cloud: Cloud) => Promise<void>;
};

const names: Record<Cloud, TextKey> = {
  global: 'cloudGlobal',
  usgov: 'cloudUsgov',
  china: 'cloudChina',
};

const hints: Record<Cloud, TextKey> = {
  global: 'cloudHint',
  usgov: 'cloudHintUsgov',
  china: 'cloudHintChina',
};

/** The cloud of the app registration. A button saves it: in its click the browser asks for access to that cloud. */
export function CloudField({ saved, locked, save }: Props) {
  const [chosen, setChosen] = useState(saved);
  const [said, setSaid] = useState(saved);
  if (said !== saved) {
    // It was changed elsewhere, or by our own button.
    setSaid(saved);
    setChosen(saved);
  }
  return (
    <section>
      <label for="cloud">{text(settingWords.cloud.label)}</label>
      <p id="cloud-hint" class="hint">
        {text(hints[chosen])}
      </p>
      <div class="field">
        <select
          id="cloud"
          value={chosen}
          disabled={locked}
          aria-describedby={`cloud-hint${locked ? ' cloud-locked' : ''}`}
          onChange={({ currentTarget }) => setChosen(currentTarget.value as Cloud)}
        >
          {Object.entries(names).map(([cloud, name]) => (
            <option key={cloud} value={cloud}>
              {text(name)}
            </option>
          ))}
        </select>
        {chosen !== saved && (
          <button type="button" class="primary" onClick={() => save(chosen)}>
            {text('useThisCloud')}
          </button>
        )}
      </div>
      {locked && <LockedNote id="cloud-locked" />}
    </section>
  );
}
