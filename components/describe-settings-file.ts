import type { SettingsFile } from '../utils/settings-file';
import { describeProblem } from './setting-words';

const most = 10;

const causes = {
  tooLong: 'This file is too long to be one of Guestpass settings.',
  notJson: 'This file is not JSON.',
  otherFormat: 'This file was not exported by Guestpass.',
  newer: 'This file was exported by a newer Guestpass. Update this one first.',
  empty: 'This file sets nothing.',
  problems: 'This file sets what can not be.',
} as const;

/** What is wrong with a file of settings, and where: the first ten things. */
export function describeSettingsFile(file: SettingsFile & { ok: false }): {
  cause: string;
  details: string[];
} {
  const cause = causes[file.reason];
  if (file.reason !== 'problems') return { cause, details: file.detail ? [file.detail] : [] };
  const details = file.problems.slice(0, most).map((problem) => `It sets ${describeProblem(problem)}`);
  const left = file.problems.length - details.length;
  return { cause, details: left > 0 ? [...details, `… and ${left} more.`] : details };
}

/** What became of an import of so many settings, of which so many could be `changed`. */
export function describeImport(settings: number, changed: number): string {
  const done = `${changed} ${changed === 1 ? 'setting' : 'settings'} imported`;
  const left = settings - changed;
  return left > 0 ? `${done}; ${left} left as your organization has set ${left === 1 ? 'it' : 'them'}` : done;
}
