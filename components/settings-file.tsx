import { useState } from 'preact/hooks';
import { text } from '../utils/interface-text';
import type { SettingName, Settings } from '../utils/setting-schemas';
import { mostCharacters, readSettingsFile, settingsFileOf, withoutLocked } from '../utils/settings-file';
import { describeImport, describeSettingsFile } from './describe-settings-file';
import { CheckIcon } from './icons';
import { Notice } from './notice';
import { saveFile } from './save-file';

type Props = {
  /** All as they are now. */
  read: () => Promise<Settings>;
  /** What the organisation has set, which no file changes. */
  locked: SettingName[];
  save: (changes: Partial<Settings>) => Promise<void>;
  /** The settings have changed behind what is on the screen; `said` is what became of it. */
  changed: (said: string) => void;
  /** What became of the last import. */
  said: string;
};

/** All settings as a file: out of one browser, into another. */
export function SettingsFile({ read, locked, save, changed, said }: Props) {
  const [problem, setProblem] = useState<{ cause: string; details: string[] }>();

  async function take(file: File): Promise<void> {
    // A film would fill the memory before it is found to be none.
    const found = readSettingsFile(await file.slice(0, 4 * mostCharacters).text());
    if (!found.ok) return setProblem(describeSettingsFile(found));
    const open = withoutLocked(found.settings, locked);
    await save(open);
    changed(describeImport(Object.keys(found.settings).length, Object.keys(open).length));
  }

  async function exportAll(): Promise<void> {
    saveFile('guestpass-settings.json', 'application/json', settingsFileOf(await read()));
  }

  async function choose(input: HTMLInputElement): Promise<void> {
    const [file] = input.files ?? [];
    setProblem(undefined);
    if (!file) return;
    try {
      await take(file);
    } catch (error) {
      setProblem({ cause: text('fileNotReadOrSaved', { error: String(error) }), details: [] });
    }
    // The same file, mended, is a change again.
    input.value = '';
  }

  return (
    <section aria-labelledby="settings-file">
      <h2 id="settings-file">{text('settingsAsFile')}</h2>
      <p>{text('settingsAsFileHint')}</p>
      <div class="record-controls">
        <div class="buttons">
          <button type="button" onClick={exportAll}>
            {text('exportSettings')}
          </button>
        </div>
        <div>
          <label for="import">{text('importSettings')}</label>
          <input
            id="import"
            type="file"
            accept=".json,application/json"
            onChange={({ currentTarget }) => choose(currentTarget)}
          />
        </div>
      </div>
      <p role="status" class="success">
        {said && <CheckIcon />}
        {said}
      </p>
      {problem && (
        <Notice kind="danger">
          <p>
            {problem.cause} {text('nothingChanged')}
          </p>
          {problem.details.map((detail) => (
            <p key={detail}>{detail}</p>
          ))}
        </Notice>
      )}
    </section>
  );
}
