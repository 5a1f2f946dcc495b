import { useState } from 'preact/hooks';
import { type Cloud, cloudNames } from '../utils/portals';
import { LockedNote } from './locked-note';
import { settingWords } from './setting-words';

type Props = {
  saved: Cloud;
  /** The organisation has set it. */
  locked: boolean;
  save: (cloud: Cloud) => Promise<void>;
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
      <label for="cloud">{settingWords.cloud.label}</label>
      <p id="cloud-hint" class="hint">
        Where your app registration is.
        {chosen === 'usgov' && ' DoD and GCC High are told apart by themselves.'}
        {chosen === 'china' &&
          " Temporary Access Pass is not offered there; the panel says so on users' pages."}
      </p>
      <div class="field">
        <select
          id="cloud"
          value={chosen}
          disabled={locked}
          aria-describedby={`cloud-hint${locked ? ' cloud-locked' : ''}`}
          onChange={({ currentTarget }) => setChosen(currentTarget.value as Cloud)}
        >
          {Object.entries(cloudNames).map(([cloud, name]) => (
            <option key={cloud} value={cloud}>
              {name.replace(/^the /, '').replace(/^./, (first) => first.toUpperCase())}
            </option>
          ))}
        </select>
        {chosen !== saved && (
          <button type="button" class="primary" onClick={() => save(chosen)}>
            Use this cloud
          </button>
        )}
      </div>
      {locked && <LockedNote id="cloud-locked" />}
    </section>
  );
}
