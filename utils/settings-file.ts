import {
  problemsAmong,
  type SettingName,
  type SettingProblem,
  type Settings,
  validSettings,
} from './setting-schemas';

const format = 'guestpass-settings';
const version = 1;

/** The most characters that a file of settings can hold: many times what all of them take. */
export const mostCharacters = 100_000;

/** What a file of settings says, or what is wrong with it. */
export type SettingsFile =
  | { ok: true; settings: Partial<Settings> }
  /** It is no such file; `detail` is where its JSON ends to be JSON. */
  | { ok: false; reason: 'tooLong' | 'notJson' | 'otherFormat' | 'newer' | 'empty'; detail?: string }
  | { ok: false; reason: 'problems'; problems: SettingProblem[] };

/** The text of a file with these settings. None of them is a secret. */
export function settingsFileOf(settings: Settings): string {
  return `${JSON.stringify({ format, version, settings }, undefined, 2)}\n`;
}

/** Reads the text of such a file: all of it is right, or nothing of it is taken. */
export function readSettingsFile(text: string): SettingsFile {
  if (text.length > mostCharacters) return { ok: false, reason: 'tooLong' };
  let file: Record<string, unknown>;
  try {
    // Windows' own editors begin a file with a byte order mark.
    file = Object(JSON.parse(text.replace(/^\uFEFF/, '')));
  } catch (error) {
    return { ok: false, reason: 'notJson', detail: String((error as Error).message) };
  }
  if (file.format !== format || typeof file.version !== 'number') return { ok: false, reason: 'otherFormat' };
  if (file.version > version) return { ok: false, reason: 'newer' };
  const problems = problemsAmong(file.settings);
  if (problems.length > 0) return { ok: false, reason: 'problems', problems };
  const settings = validSettings(file.settings);
  return Object.keys(settings).length > 0 ? { ok: true, settings } : { ok: false, reason: 'empty' };
}

/** What remains of these settings where the organisation has set the `locked` ones. */
export function withoutLocked(
  settings: Partial<Settings>,
  locked: readonly SettingName[],
): Partial<Settings> {
  const open = Object.entries(settings).filter(([name]) => !locked.includes(name as SettingName));
  return Object.fromEntries(open);
}
