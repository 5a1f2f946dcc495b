import { useState } from 'preact/hooks';
import { formatMinutes } from './format-time';
import { SelectSetting } from './select-setting';
import { settingWords } from './setting-words';

/** In seconds; 0 never hides. */
const choices = [0, 30, 60, 120, 300] as const;

const nameOf = (seconds: number) => {
  if (seconds === 0) return 'Never';
  return seconds % 60 ? `${seconds} seconds` : formatMinutes(seconds / 60);
};

type Props = {
  /** Seconds. */
  saved: number;
  /** The organisation has set it. */
  locked: boolean;
  save: (seconds: number) => Promise<void>;
};

/** After what time a pass that is shown hides by itself; saved at once. */
export function HidingSection({ saved, locked, save }: Props) {
  const [chosen, setChosen] = useState(saved);
  const [problem, setProblem] = useState('');

  async function choose(seconds: number): Promise<void> {
    setProblem('');
    try {
      await save(seconds);
      setChosen(seconds);
    } catch (error) {
      setProblem(`The browser could not save this: ${String(error)}`);
    }
  }

  return (
    <section>
      <SelectSetting
        id="hide-pass-after"
        label={settingWords.hidePassAfterSeconds.label}
        chosen={chosen}
        choices={choices}
        nameOf={nameOf}
        locked={locked}
        choose={choose}
      />
      {problem && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
    </section>
  );
}
