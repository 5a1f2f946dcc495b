import { plural, type TextKey, text } from '../utils/interface-text';
import type { SettingsFile } from '../utils/settings-file';
import { describeProblem } from './setting-words';

const most = 10;

const causes: Record<(SettingsFile & { ok: false })['reason'], TextKey> = {
  tooLong: 'fileTooLong',
  notJson: 'fileNotJson',
  otherFormat: 'fileOtherFormat',
  newer: 'fileNewer',
  empty: 'fileEmpty',
  problems: 'fileHasProblems',
};

/** What is wrong with a file of settings, and where: the first ten things. */
export function describeSettingsFile(file: SettingsFile & { ok: false }): {
  cause: string;
  details: string[];
} {
  const cause = text(causes[file.reason]);
  if (file.reason !== 'problems') return { cause, details: file.detail ? [file.detail] : [] };
  const details = file.problems.slice(0, most).map((problem) => describeProblem(problem, 'file'));
  const left = file.problems.length - details.length;
  return { cause, details: left > 0 ? [...details, plural('andMore', left)] : details };
}

/** What became of an import of so many settings, of which so many could be `changed`. */
export function describeImport(settings: number, changed: number): string {
  const imported = plural('settingsImported', changed);
  const left = settings - changed;
  return left > 0 ? plural('settingsLeft', left, { imported }) : imported;
}
